import { productByCode } from '@vaxcert/core'
import type { CommonClaims, Dcc, PersonName, Recovery, Test, Vaccination } from '@vaxcert/core/dcc'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { base64, printable } from '../terminal.ts'
import { writeTime } from '../times.ts'

/** A label and what stands behind it. */
export type Fact = readonly [label: string, text: string]

/** Test results, SNOMED CT. */
const results: Readonly<Record<string, string>> = { '260415000': 'not detected', '260373001': 'detected' }

/** What a certificate states, for people. Untrusted text in it is made printable. */
export function factsOf(dcc: Dcc): readonly Fact[] {
  const facts: Fact[] = [
    ['Name', nameOf(dcc.nam)],
    ['Born', dcc.dob === '' ? 'not stated' : dcc.dob],
    ...(dcc.v ?? []).map((event): Fact => ['Vaccination', vaccination(event)]),
    ...(dcc.t ?? []).map((event): Fact => ['Test', test(event)]),
    ...(dcc.r ?? []).map((event): Fact => ['Recovery', recovery(event)]),
    ...[...(dcc.v ?? []), ...(dcc.t ?? []), ...(dcc.r ?? [])].map((event): Fact => ['Identifier', event.ci]),
  ]
  return facts.map(([label, text]) => [label, printable(text)])
}

/** Whose key signed it, and until when it says to be valid. */
export function signerFacts(signer: DocumentSigner, { exp }: CommonClaims): readonly Fact[] {
  return [
    ['Signed by', `${signer.country}, key ${base64(signer.kid)}`],
    ['Valid until', exp === undefined ? 'no end stated' : writeTime(exp)],
  ]
}

/** As written, and in brackets as in the passport. */
function nameOf({ fn, gn, fnt, gnt }: PersonName): string {
  const written = [fn, gn].filter(Boolean).join(' ')
  const icao = [fnt, gnt].filter(Boolean).join('<<')
  return written === '' ? icao : `${written} (${icao})`
}

function vaccination({ dn, sd, mp, dt, co, is }: Vaccination): string {
  const name = productByCode(mp)?.name
  const product = name === undefined || name === mp ? mp : `${name} (${mp})`
  return `dose ${dn} of ${sd}, ${product}, on ${dt} in ${co}, issued by ${is}`
}

function test({ tt, tr, sc, co, is }: Test): string {
  return `${results[tr] ?? tr}, type ${tt}, sample of ${sc} in ${co}, issued by ${is}`
}

function recovery({ fr, df, du, co, is }: Recovery): string {
  return `first positive test on ${fr} in ${co}, valid ${df} to ${du}, issued by ${is}`
}
