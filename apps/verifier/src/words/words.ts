import type { CheckName, RefusalCode, UndecidedCode, Warning } from '@vaxcert/core/verify'
import type { MatchReason } from '../identity/compare.ts'
import type { MrzPart } from '../identity/mrz.ts'
import type { InputCode } from '../inputs/input-fault.ts'
import type { ListsTrouble } from '../lists/lists-codes.ts'
import type { CodeKind } from '../recognise/recognise.ts'
import type { ScanHint, ScanTrouble } from '../scan/scanner.ts'
import { wordsOf } from './loaded.ts'
import type { UiKey } from './ui-key.ts'

export type Language = 'vi' | 'en'

/** Why a certificate is not accepted; `lists.none` where this device holds no lists. */
export type ReasonCode = RefusalCode | UndecidedCode | 'lists.none'

/** What a certificate states; the first eleven in the order of Decision 5772/QĐ-BYT. */
export type FieldKey =
  | 'name'
  | 'birth-date'
  | 'nationality'
  | 'disease'
  | 'doses'
  | 'date'
  | 'dose'
  | 'vaccine'
  | 'product'
  | 'maker'
  | 'identifier'
  | 'test-type'
  | 'test-name'
  | 'test-maker'
  | 'sampled'
  | 'result'
  | 'centre'
  | 'first-positive'
  | 'valid-from'
  | 'valid-until'
  | 'country'
  | 'issuer'

/** What somebody at the gate can do about it. */
export type Advice =
  | 'rescan'
  | 'other-certificate'
  | 'new-certificate'
  | 'renew-lists'
  | 'renew-or-ask'
  | 'set-clock'
  | 'check-clock'
  | 'supervisor'

/** Everything that this app can say. */
export type WordKey =
  | UiKey
  | `code.${ReasonCode}`
  | `advice.${Advice}`
  | `check.${CheckName}`
  | `lists-trouble.${ListsTrouble}`
  | `warning.${Warning}`
  | `kind.${Exclude<CodeKind, 'hc1'>}`
  | `trouble.${ScanTrouble}`
  | `hint.${NonNullable<ScanHint>}`
  | `field.${FieldKey}`
  | `match-reason.${MatchReason}`
  | `mrz.${MrzPart}`
  | InputCode

/** The words of one language: a missing one does not compile. */
export type Words = Readonly<Record<WordKey, string>>

/** What fills the gaps of a sentence: `{n}` by `n`. */
export type Gaps = Readonly<Record<string, string>>

/**
 * A sentence in one language whose words are here (`getWords`), its gaps filled. Gaps are filled once: what fills them
 * is never read as a gap.
 */
export function sayIn(language: Language, key: WordKey, gaps: Gaps = {}): string {
  return wordsOf(language)[key].replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
}
