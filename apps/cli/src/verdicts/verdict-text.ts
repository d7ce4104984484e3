import type { Verdict } from '@vaxcert/core'
import { base64, printable } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { wordsOf } from '../words.ts'
import { type Fact, factsOf } from './facts.ts'
import type { Unread } from './verdict-json.ts'

const LABEL_WIDTH = 13

/** A verdict as a block of lines for people. Of a certificate that is not believed it tells nothing but why. */
export function verdictText(file: string, verdict: Verdict | Unread): string {
  const title = `${printable(file)}: ${verdict.kind.toUpperCase()}`
  if (verdict.kind !== 'accepted') return `${title}\n  ${wordsOf(verdict.code)} (${verdict.code})\n`
  const facts = [...factsOf(verdict.dcc.claims.dcc), ...signerFacts(verdict)]
  return `${title}\n${facts.map(([label, text]) => `  ${label.padEnd(LABEL_WIDTH)}${text}\n`).join('')}`
}

function signerFacts({ dcc, signer }: Extract<Verdict, { kind: 'accepted' }>): readonly Fact[] {
  const { exp } = dcc.claims
  return [
    ['Signed by', `${signer.country}, key ${base64(signer.kid)}`],
    ['Valid until', exp === undefined ? 'no end stated' : writeTime(exp)],
  ]
}
