import type { Dcc } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import { type Authority, makeUvci, prepare } from '@vaxcert/core/issue'
import type { CopyCell } from '@vaxcert/records/database'
import type { RefusedDoseCode } from '../codes.ts'
import type { Intent } from '../ledger/chunk.ts'

/** A planned dose as the ledger holds it. */
export interface DoseRow {
  readonly dose_no: string | number
  readonly facts: string | null
  readonly content: Uint8Array
}

/** What came of preparing, once all rows were taken. */
export interface PreparedDoses {
  /** When they expire; undefined where all are refused. */
  exp: number | undefined
  /** Of each certificate that is intended. */
  readonly fixed: Intent[]
  /** Rows of the table `refusal`, as cells of COPY. */
  readonly refusals: (readonly string[])[]
}

export interface Preparing {
  readonly authority: Authority
  readonly issuedAt: Date
  readonly issuingEntity?: string
}

/**
 * Fixes for each dose a fresh UVCI and the bytes to be signed: rows of the table `intent`, as cells of COPY. What cannot be
 * certified goes to the refusals of `prepared`, which is right when the last row was taken.
 * @throws Fault `signer.expired`, `signer.usage`, `signer.country`: that is nothing a dose is guilty of
 */
export function* prepareDoses(
  doses: readonly DoseRow[],
  preparing: Preparing,
  prepared: PreparedDoses,
): Generator<readonly CopyCell[]> {
  for (const { dose_no, facts } of doses) {
    const dose = prepareDose(facts, preparing)
    if (dose instanceof Fault) prepared.refusals.push([`${dose_no}`, dose.code])
    else {
      const { exp, uvci, toBeSigned } = dose
      prepared.exp = exp
      prepared.fixed.push({ doseNo: Number(dose_no), toBeSigned })
      yield [`${dose_no}`, uvci, toBeSigned]
    }
  }
}

interface PreparedDose extends FixedDose {
  readonly uvci: string
}

function prepareDose(facts: string | null, { authority, issuedAt, issuingEntity }: Preparing): PreparedDose | Fault {
  const uvci = makeUvci({ country: authority.country, ...(issuingEntity !== undefined && { issuingEntity }) })
  try {
    return { uvci, ...fixDose(facts, uvci, { authority, issuedAt }) }
  } catch (error) {
    if (!(error instanceof Fault) || error.code.startsWith('signer.')) throw error
    return error
  }
}

/** What is fixed of a dose. */
export interface FixedDose {
  readonly toBeSigned: Uint8Array
  readonly exp: number | undefined
}

/**
 * The bytes to be signed of a dose with this identifier: always the same.
 * @throws Fault `dose.*`, and as `prepare` of core does
 */
export function fixDose(
  facts: string | null,
  uvci: string,
  { authority, issuedAt }: Pick<Preparing, 'authority' | 'issuedAt'>,
): FixedDose {
  const { toBeSigned, claims } = prepare(readFacts(facts, uvci), authority, { issuedAt })
  return { toBeSigned, exp: claims.exp }
}

/** The planned payload with its identifier put in. Its shape is for `prepare` to check. */
function readFacts(facts: string | null, uvci: string): Dcc {
  if (facts === null) throw refused('dose.forgotten', 'nobody knows any more what it was')
  const dcc = parse(facts)
  if (!isObject(dcc)) throw refused('dose.unreadable', 'not a payload')
  const vaccination: unknown = Array.isArray(dcc.v) ? dcc.v[0] : undefined
  if (isObject(vaccination)) vaccination.ci = uvci
  return dcc as unknown as Dcc
}

function parse(facts: string): unknown {
  try {
    return JSON.parse(facts)
  } catch {
    // What it quotes is about a person.
    return undefined
  }
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null
}

function refused(code: RefusedDoseCode, detail: string): Fault<RefusedDoseCode> {
  return new Fault(code, detail)
}
