import type { ReadonlySignal } from '@preact/signals'
import type { Dcc } from '@vaxcert/core/dcc'
import type { FieldMatch } from '../identity/compare.ts'
import type { IdentityPaper } from '../identity/identity-card.ts'
import type { MrzPart } from '../identity/mrz.ts'
import type { Judgement, Policy } from '../judge/judge.ts'
import type { Lists } from '../lists/lists.ts'
import type { CodeKind } from '../recognise/recognise.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { Updates } from '../sw/updates.ts'
import type { KeptSettings } from './kept-settings.ts'
import type { Settings } from './settings.ts'
import type { LastChecks } from './state.ts'

/** What one scan came to, for the counts of the shift and for sound and vibration. */
export type Outcome = 'accepted' | 'refused' | 'undecided' | 'other'

/** How many of each since the shift began: numbers only. */
export interface ShiftCounts {
  readonly counts: ReadonlySignal<Readonly<Record<Outcome, number>>>
  add(outcome: Outcome): void
  reset(): void
}

/** What support may know: nothing of any person. */
export interface SupportFacts {
  readonly settings: Settings
  readonly checks: LastChecks | undefined
  readonly at: Date
}

/**
 * Everything behind the screens. Tests hand in their own. What answers by a promise may first have to be fetched; where
 * it cannot be, it rejects with a Fault `part.missing`.
 */
export interface Services {
  readonly lists: Lists
  readonly scanner: Scanner
  readonly shift: ShiftCounts
  readonly settings: KeptSettings
  /** Which build this is, and whether a newer one waits. */
  readonly updates: Updates
  now(): Date
  judge(text: string, policy: Policy, at: Date): Promise<Judgement>
  recognise(text: string): Promise<CodeKind>
  readPaper(text: string): Promise<IdentityPaper | undefined>
  /** What does not fit its check digit in lines that were typed from a passport. */
  wrongCheckDigits(text: string): Promise<readonly MrzPart[]>
  comparePaper(dcc: Dcc, paper: IdentityPaper): Promise<readonly FieldMatch[]>
  /** The text of the code in a picture or PDF; undefined without one. Rejects when the file cannot be read. */
  readFile(file: Blob): Promise<string | undefined>
  /** Hands over files that are dropped or pasted. Returns what ends it. */
  listenForFiles(target: EventTarget, onFile: (file: File) => void): () => void
  /** Hands over what a hand scanner types. Returns what ends it. */
  listenForWedge(target: EventTarget, onText: (text: string) => void): () => void
  /** At a gate the app has the whole screen, as far as the browser lets it. */
  fullScreen(): void
  giveSign(outcome: Outcome, settings: Settings): void
  /** Whether this code came through this gate just before; from now on it has. */
  passedBefore(text: string, at: Date): Promise<boolean>
  /** Text for support, without anything of any person. */
  supportText(facts: SupportFacts): Promise<string>
}
