import type { Verdict, Warning } from '@vaxcert/core'
import { printable } from '../terminal.ts'
import { wordsOf } from '../words.ts'
import { type Fact, factsOf, signerFacts } from './facts.ts'
import { type HeldLists, listsFacts } from './lists-facts.ts'
import { ruleFacts, rulesOf } from './rule-facts.ts'
import { unjudgedFacts, unjudgedOf, unjudgedText } from './unjudged.ts'
import type { Unread } from './verdict-json.ts'

const LABEL_WIDTH = 13

/** What a verdict is told with. */
export interface Telling {
  readonly lists?: HeldLists
  /** Languages of the reader, best first, as BCP 47 tags: "vi". English where there is none. */
  readonly languages?: readonly string[]
}

/**
 * A verdict as a block of lines for people. Of a certificate that is not believed it tells nothing but why; where rules
 * decided, which ones.
 */
export function verdictText(file: string, verdict: Verdict | Unread, { lists, languages = [] }: Telling = {}): string {
  const unjudged = unjudgedOf(verdict)
  const facts = [
    ...(verdict.kind === 'accepted' ? acceptedFacts(verdict) : []),
    ...(unjudged ? unjudgedFacts(unjudged) : []),
    ...ruleFacts(rulesOf(verdict), languages),
    ...listsFacts(lists),
  ]
  return titleOf(file, verdict) + block(facts) + (unjudged ? unjudgedText(unjudged) : '')
}

function titleOf(file: string, verdict: Verdict | Unread): string {
  const title = `${printable(file)}: ${verdict.kind.toUpperCase()}\n`
  return verdict.kind === 'accepted' ? title : `${title}  ${wordsOf(verdict.code)} (${verdict.code})\n`
}

function block(facts: readonly Fact[]): string {
  return facts.map(([label, text]) => `  ${label.padEnd(LABEL_WIDTH)}${text}\n`).join('')
}

function acceptedFacts({ dcc, signer, warnings }: Extract<Verdict, { kind: 'accepted' }>): readonly Fact[] {
  return [...factsOf(dcc.claims.dcc), ...signerFacts(signer, dcc.claims), ...warnings.map(warningFact)]
}

const warningWords: Readonly<Record<Warning, string>> = {
  'lists.stale': 'the lists are stale: they must be renewed soon',
}

function warningFact(code: Warning): Fact {
  return ['Warning', `${warningWords[code]} (${code})`]
}
