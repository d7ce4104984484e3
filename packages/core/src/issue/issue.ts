import { dayNumber } from '../dcc/dates.ts'
import { makeUvci } from '../dcc/uvci.ts'
import { Fault } from '../fault.ts'
import type { Authority } from './authority.ts'
import { composeVaccination } from './compose.ts'
import type { Dose, Person } from './dose.ts'
import { type PreparedDcc, prepare, type Validity } from './prepare.ts'
import { finish, type SignedDcc } from './sign.ts'

export interface IssueRequest {
  readonly person: Person
  /** The dose to certify. */
  readonly dose: Dose
  /** All known doses of the person, this one among them, in any order: dose number and series come from it. */
  readonly timeline: readonly Dose[]
  /** Default: a fresh one with 100 random bits. */
  readonly uvci?: string
}

export interface IssueOptions extends Validity {
  /** Also certify doses given in other countries. Default false: their country does that. */
  readonly foreignDoses?: boolean
  /** Reads the finished text back before it is handed out: pass `verify` with your trust list. */
  readonly readBack?: (text: string) => Promise<{ readonly kind: string }>
}

/**
 * A clean dose to a signed certificate.
 * @throws Fault `record.*` for what the dose lacks, `dcc.schema`, `dcc.value-set`, `signer.usage`,
 * `signer.expired`, `signer.country` for what may not be signed, `signer.busy`, `signer.refused` from
 * the signer, `issue.read-back` when our own reading did not accept the result
 */
export async function issue(request: IssueRequest, authority: Authority, options: IssueOptions): Promise<SignedDcc> {
  const prepared = prepareRequest(request, authority, options)
  const signature = authority.signer.sign(prepared.toBeSigned)
  const signed = finish(prepared, signature instanceof Uint8Array ? signature : await signature, authority)
  if (options.readBack !== undefined) await requireReadBack(signed, options.readBack)
  return signed
}

/**
 * All of `issue` that comes before the signature.
 * @throws Fault as `issue` does
 */
export function prepareRequest(request: IssueRequest, authority: Authority, options: IssueOptions): PreparedDcc {
  const { person, dose, timeline, uvci = makeUvci({ country: authority.country }) } = request
  if (dose.country !== authority.country && !options.foreignDoses)
    throw new Fault('record.country', 'given in another country')
  checkNoneInFuture(timeline, options.issuedAt)
  return prepare(composeVaccination({ person, dose, timeline, uvci }, authority.issuer), authority, options)
}

/** @throws Fault `issue.read-back` when our own reading does not accept the text */
export async function requireReadBack(
  { text }: SignedDcc,
  readBack: NonNullable<IssueOptions['readBack']>,
): Promise<void> {
  const { kind } = await readBack(text)
  if (kind !== 'accepted') throw new Fault('issue.read-back', 'the certificate was not accepted when read back')
}

/** A day begins fourteen hours before its UTC midnight, in the earliest time zone. */
const EARLIEST_ZONE = 14 * 3_600_000
const DAY = 24 * 3_600_000

/**
 * No dose lies after the day of issue. A date that is none passes here: `composeVaccination` refuses it.
 * @throws Fault `record.date`
 */
export function checkNoneInFuture(timeline: readonly Pick<Dose, 'date'>[], issuedAt: Date): void {
  for (const { date } of timeline) {
    if (dayNumber(date) * DAY - EARLIEST_ZONE > issuedAt.getTime())
      throw new Fault('record.date', 'after the day of issue')
  }
}
