import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { chainProblem } from './chain-problem.ts'
import type { ConfirmCode } from './confirm-codes.ts'
import { type Confirmation, type ConfirmationStatement, readStatement } from './confirmation.ts'
import type { ConfirmableDose } from './confirmed-fields.ts'
import { batchDigest, doseDigest } from './dose-digest.ts'
import { isSealed } from './seal.ts'
import { readSealCertificate } from './seal-certificate.ts'
import { fingerprint, type SigningUnit } from './signing-units.ts'

/** Whose word counts, and when it is asked. */
export interface CheckOptions {
  readonly units: readonly SigningUnit[]
  /** Certificates of the CAs that issue to units, or of units that have none above them, DER. */
  readonly authorities: readonly Uint8Array[]
  readonly at: Date
  /**
   * `confirmationPrint` of those that were found right before. Of a withdrawn certificate only they count: a thief of a
   * key writes whatever day he likes.
   */
  readonly seen?: ReadonlySet<string>
}

/** By which a confirmation is known again: SHA-256 of its statement and its signature, in hex. */
export function confirmationPrint({ statement, seal }: Confirmation): string {
  return createHash('sha256')
    .update(JSON.stringify([statement, seal.signature]))
    .digest('hex')
}

/** What a confirmation is worth, whatever became of its doses. */
export type ConfirmationVerdict =
  | {
      readonly kind: 'right'
      readonly statement: ConfirmationStatement
      /** Identifiers of its doses, in their order. */
      readonly doses: readonly string[]
      standing(dose: ConfirmableDose): DoseStanding
    }
  | { readonly kind: 'refused'; readonly code: ConfirmCode }

/**
 * `confirmed`, or: `changed` since (PR-02: to be confirmed anew, and what was signed for it to be revoked), `other`: not
 * of this confirmation, `foreign`: of a facility that its unit does not answer for.
 */
export type DoseStanding = 'confirmed' | 'changed' | 'other' | 'foreign'

/**
 * Checks a confirmation, and makes the judge of its doses: an edit unsettles the one dose that it touches. That the
 * certificate was withdrawn shows in the register of units only (`until`): lists of revoked certificates are not asked.
 * Nothing that can be read as a confirmation makes it throw.
 */
export async function checkConfirmation(given: Confirmation, options: CheckOptions): Promise<ConfirmationVerdict> {
  try {
    const certificate = Buffer.from(given.seal.certificate, 'base64')
    const statement = readStatement(given.statement)
    const unit = unitOf(statement, certificate, options)
    const isSeen = options.seen?.has(confirmationPrint(given)) === true
    if (unit.until !== undefined && unit.until <= momentOf(options.at) && !isSeen) throw refused('confirm.withdrawn')
    await requireCertificate(statement, certificate, options)
    if (!isSealed(given.statement, given.seal)) throw refused('confirm.signature')
    requireDigest(statement, given)
    const doses = given.doses.map(([id]) => id)
    return { kind: 'right', statement, doses, standing: doseJudge(given, doses, statement, unit) }
  } catch (error) {
    if (error instanceof Fault) return { kind: 'refused', code: codeOf(error) }
    throw error
  }
}

function unitOf(
  { facility, at }: ConfirmationStatement,
  certificate: Uint8Array,
  { units }: CheckOptions,
): SigningUnit {
  const print = fingerprint(certificate)
  const unit = units.find((one) => one.certificate === print)
  if (unit === undefined) throw refused('confirm.register')
  if (unit.unit !== facility) throw refused('confirm.facility')
  if (unit.until !== undefined && at >= unit.until) throw refused('confirm.not-valid')
  return unit
}

async function requireCertificate(
  statement: ConfirmationStatement,
  der: Uint8Array,
  { authorities, at }: CheckOptions,
): Promise<void> {
  const { notBefore, notAfter } = readSealCertificate(der)
  const signedAt = Date.parse(statement.at) / 1000
  if (signedAt > at.getTime() / 1000) throw refused('confirm.time')
  if (signedAt < notBefore || signedAt > notAfter) throw refused('confirm.not-valid')
  const problem = await chainProblem(der, authorities, new Date(signedAt * 1000))
  if (problem !== undefined) throw refused('confirm.chain')
}

function requireDigest({ count, digest }: ConfirmationStatement, { doses }: Confirmation): void {
  const isInOrder = doses.every(([id], index) => index === 0 || (doses[index - 1]?.[0] ?? '') < id)
  if (!isInOrder || doses.length !== count || batchDigest(doses) !== digest) throw refused('confirm.digest')
}

/** Digests are kept as bytes, and found by the place of the identifier: a province has millions. */
function doseJudge(
  { doses, salt }: Confirmation,
  ids: readonly string[],
  { period }: ConfirmationStatement,
  { facilities }: SigningUnit,
): (dose: ConfirmableDose) => DoseStanding {
  const digests = Buffer.concat(doses.map(([, digest]) => Buffer.from(digest, 'base64')))
  const key = Buffer.from(salt, 'base64')
  const own = new Set(facilities)
  return (dose) => {
    const at = placeOf(ids, dose.dose_id) * DIGEST_BYTES
    if (at < 0) return 'other'
    const isSame = digests.toString('base64', at, at + DIGEST_BYTES) === doseDigest(dose, key)
    if (!isSame) return 'changed'
    const isWithin = dose.dose_date >= period.from && dose.dose_date <= period.until
    return isWithin && own.has(dose.facility) ? 'confirmed' : 'foreign'
  }
}

const DIGEST_BYTES = 32

/** Place of an identifier among sorted ones; -1 where it is not among them. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? ''
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** As the register of units writes moments. */
function momentOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

function codeOf({ code }: Fault): ConfirmCode {
  return code.startsWith('confirm.') ? (code as ConfirmCode) : 'confirm.certificate'
}

function refused(code: ConfirmCode): Fault<ConfirmCode> {
  return new Fault(code)
}
