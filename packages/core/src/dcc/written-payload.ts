import { sameBytes } from '../cose/same-bytes.ts'
import { Fault } from '../fault.ts'
import { readPayload } from './decode.ts'
import { writePayload } from './payload-writer.ts'
import type { Claims } from './types.ts'
import { checkVaccineTriple, checkValueSets } from './value-sets/index.ts'

/**
 * Reads a payload of which no byte could be otherwise: what our own writer makes of its claims is the input. So there is
 * no claim, document or field beside those of the certificate, and none in another order. Held to the strict schema, to
 * the value sets, and to composed letters (NFC).
 * @throws Fault `claims.shape`, `dcc.schema`, `dcc.value-set`
 */
export function readWrittenPayload(payload: Uint8Array): Claims {
  const claims = readPayload(payload, 'strict')
  if (!('dcc' in claims)) throw new Fault('claims.shape', 'hcert')
  if (!sameBytes(writePayload(claims), payload)) throw new Fault('claims.shape', 'not as it is written')
  const issue = checkValueSets(claims.dcc)[0] ?? checkVaccineTriple(claims.dcc)[0]
  if (issue !== undefined) throw new Fault('dcc.value-set', issue.path)
  if (!isComposed(claims.dcc)) throw new Fault('dcc.schema', 'letters are not composed')
  return claims
}

/** Whether every text within is in NFC (Unicode §3.11). */
function isComposed(value: unknown): boolean {
  if (typeof value === 'string') return value === value.normalize('NFC')
  return typeof value !== 'object' || value === null || Object.values(value).every(isComposed)
}
