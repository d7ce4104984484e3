import type { Verdict } from '@vaxcert/core'
import { STDIN } from '../inputs/files.ts'
import { documentLayer } from '../layers/document-layer.ts'
import { timesLayer } from '../layers/times-layer.ts'
import { base64 } from '../terminal.ts'
import { rulesJson, rulesOf } from './rule-facts.ts'
import { type Unjudged, unjudgedOf } from './unjudged.ts'
import type { Telling } from './verdict-text.ts'

/** What is known of a certificate whose picture could not be read. */
export interface Unread {
  readonly kind: 'refused'
  readonly code: string
  readonly checks: readonly []
}

type Json = Readonly<Record<string, unknown>>

/** A verdict as it goes into a JSON line. What the certificate says is told only once it is believed. */
export function verdictJson(file: string, verdict: Verdict | Unread, { lists, languages = [] }: Telling = {}): Json {
  const unjudged = unjudgedOf(verdict)
  const rules = rulesOf(verdict)
  return {
    ...(file !== STDIN && { file }),
    kind: verdict.kind,
    ...(verdict.kind !== 'accepted' && { code: verdict.code }),
    checks: verdict.checks,
    ...(verdict.kind === 'accepted' && acceptedJson(verdict)),
    ...(unjudged && unjudgedJson(unjudged)),
    ...(rules.length > 0 && { rules: rulesJson(rules, languages) }),
    ...(lists && { lists: { epoch: lists.epoch, number: lists.number, ...lists.age } }),
  }
}

function acceptedJson({ dcc, warnings }: Extract<Verdict, { kind: 'accepted' }>): Json {
  return { dcc: dcc.claims.dcc, ...(warnings.length > 0 && { warnings }) }
}

function unjudgedJson({ signer: { country, kid }, claims }: Unjudged): Json {
  return {
    signer: { country, kid: base64(kid) },
    ...(claims.iss !== undefined && { issuer: claims.iss }),
    times: timesLayer(claims),
    documents: claims.documents.map(documentLayer),
  }
}
