import type { Verdict, Warning } from '@vaxcert/core'
import { printable } from '../terminal.ts'
import { wordsOf } from '../words.ts'
import { type Fact, factsOf, signerFacts } from './facts.ts'
import { type HeldLists, listsFacts } from './lists-facts.ts'
import { unjudgedFacts, unjudgedOf, unjudgedText } from './unjudged.ts'
import type { Unread } from './verdict-json.ts'

const LABEL_WIDTH = 13

/** What a verdict is told with. */
export interface Telling {
  readonly lists?: HeldLists
}

/** A verdict as a block of lines for people. Of a certificate that is not believed it tells nothing but why. */
export function verdictText(file: string, verdict: Verdict | Unread, { lists }: Telling = {}): string {
  const title = `${printable(file)}: ${verdict.kind.toUpperCase()}\n`
  if (verdict.kind === 'accepted') return title + block([...acceptedFacts(verdict), ...listsFacts(lists)])
  const unjudged = unjudgedOf(verdict)
  const facts = [...(unjudged ? unjudgedFacts(unjudged) : []), ...listsFacts(lists)]
  return `${title}  ${wordsOf(verdict.code)} (${verdict.code})\n${block(facts)}${unjudged ? unjudgedText(unjudged) : ''}`
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
