import type { Dcc } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import { type Authority, makeUvci, prepare } from '@vaxcert/core/issue'
import type { RefusedDoseCode } from '../codes.ts'
import { byteCell } from '../ledger/bytes.ts'

/** A planned dose as the ledger holds it. */
export interface DoseRow {
  readonly dose_no: string | number
  readonly facts: string | null
  readonly content: Uint8Array
}

/** Rows for the tables `intent` and `refusal`, as cells of COPY; and when the certificates shall expire. */
export interface PreparedDoses {
  readonly intents: readonly (readonly string[])[]
  readonly refusals: readonly (readonly string[])[]
  /** Undefined where all are refused. */
  readonly exp: number | undefined
}

export interface Preparing {
  readonly authority: Authority
  readonly issuedAt: Date
  readonly issuingEntity?: string
}

/**
 * Fixes for each dose a fresh UVCI and the bytes to be signed; or why it cannot be certified.
 * @throws Fault `signer.expired`, `signer.usage`, `signer.country`: that is nothing a dose is guilty of
 */
export function prepareDoses(doses: readonly DoseRow[], preparing: Preparing): PreparedDoses {
  const intents: string[][] = []
  const refusals: string[][] = []
  let exp: number | undefined
  for (const { dose_no, facts } of doses) {
    const prepared = prepareDose(facts, preparing)
    if (prepared instanceof Fault) refusals.push([`${dose_no}`, prepared.code])
    else {
      intents.push([`${dose_no}`, prepared.uvci, prepared.bytes])
      exp = prepared.exp
    }
  }
  return { intents, refusals, exp }
}

interface PreparedDose {
  readonly uvci: string
  /** A cell. */
  readonly bytes: string
  readonly exp: number | undefined
}

function prepareDose(facts: string | null, { authority, issuedAt, issuingEntity }: Preparing): PreparedDose | Fault {
  const uvci = makeUvci({ country: authority.country, ...(issuingEntity !== undefined && { issuingEntity }) })
  try {
    const { toBeSigned, claims } = prepare(readFacts(facts, uvci), authority, { issuedAt })
    return { uvci, bytes: byteCell(toBeSigned), exp: claims.exp }
  } catch (error) {
    if (!(error instanceof Fault) || error.code.startsWith('signer.')) throw error
    return error
  }
}

/** The planned payload with its identifier put in. Its shape is for `prepare` to check. */
function readFacts(facts: string | null, uvci: string): Dcc {
  if (facts === null) throw refused('dose.forgotten', 'nobody knows any more what it was')
  const dcc = parse(facts)
  const [vaccination, ...more]: readonly object[] = Array.isArray(dcc.v) ? dcc.v : []
  const v: unknown = [{ ...vaccination, ci: uvci }, ...more]
  return { ...dcc, v } as unknown as Dcc
}

function parse(facts: string): { readonly [name: string]: unknown } {
  try {
    const dcc: unknown = JSON.parse(facts)
    if (typeof dcc === 'object' && dcc !== null) return { ...dcc }
  } catch {
    // What it quotes is about a person.
  }
  throw refused('dose.unreadable', 'not a payload')
}

function refused(code: RefusedDoseCode, detail: string): Fault<RefusedDoseCode> {
  return new Fault(code, detail)
}
