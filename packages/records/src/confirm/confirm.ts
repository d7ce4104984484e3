import { randomBytes } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { ConfirmCode } from './confirm-codes.ts'
import { type Confirmation, type ConfirmationStatement, MOST_DOSES } from './confirmation.ts'
import type { ConfirmableDose } from './confirmed-fields.ts'
import { batchDigest, doseDigest, SALT_BYTES } from './dose-digest.ts'
import { type SealSigner, sealText } from './seal.ts'
import { fingerprint, type SigningUnit } from './signing-units.ts'

/** Who confirms, when. */
export interface ConfirmOptions {
  readonly unit: SigningUnit
  /** Certificate of the unit, DER. */
  readonly certificate: Uint8Array
  readonly signer: SealSigner
  /** The person who answers for it. */
  readonly by: string
  readonly at: Date
  /** 32 random bytes; only a test hands in others. */
  readonly salt?: Uint8Array
}

/**
 * Confirms a batch of doses, 20,000 at most, in any order.
 * @throws Fault `confirm.empty`, `confirm.too-large`, `confirm.double`, `confirm.dose` for one without an identifier or a
 * whole day, `confirm.facility` for one of a facility that the unit does not answer for, `confirm.period` for one of the
 * future, `confirm.register` for a certificate that is not the unit's; what the signer throws
 */
export async function confirmDoses(doses: readonly ConfirmableDose[], options: ConfirmOptions): Promise<Confirmation> {
  const { unit, certificate, signer, by, salt = randomBytes(SALT_BYTES) } = options
  if (fingerprint(certificate) !== unit.certificate) throw refused('confirm.register', 'another certificate')
  const at = new Date(Math.floor(options.at.getTime() / 1000) * 1000).toISOString().replace('.000Z', 'Z')
  const period = checkDoses(doses, unit, at.slice(0, 10))
  const digests = doses
    .map((dose) => [dose.dose_id, doseDigest(dose, salt)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const statement: ConfirmationStatement = {
    format: 'vaxcert-confirmation',
    version: 1,
    facility: unit.unit,
    period,
    count: doses.length,
    digest: batchDigest(digests),
    at,
    by,
  }
  const text = JSON.stringify(statement)
  const seal = await sealText(text, signer, certificate)
  return { statement: text, seal, salt: Buffer.from(salt).toString('base64'), doses: digests }
}

function checkDoses(
  doses: readonly ConfirmableDose[],
  { facilities }: SigningUnit,
  today: string,
): ConfirmationStatement['period'] {
  if (doses.length === 0) throw refused('confirm.empty')
  if (doses.length > MOST_DOSES) throw refused('confirm.too-large', 'more doses than one signature may cover')
  if (new Set(doses.map(({ dose_id: id }) => id)).size < doses.length) throw refused('confirm.double')
  const own = new Set(facilities)
  let [from, until] = ['9999', '']
  for (const { dose_id: id, dose_date: day, facility } of doses) {
    if (id === '' || !/^\d{4}-\d\d-\d\d$/.test(day)) throw refused('confirm.dose', 'no identifier, or no day')
    if (!own.has(facility)) throw refused('confirm.facility', 'a dose of another facility')
    if (day < from) from = day
    if (day > until) until = day
  }
  if (until > dayAfter(today)) throw refused('confirm.period', 'a dose of the future')
  return { from, until }
}

/** Viet Nam is seven hours ahead of UTC: its day may be the next. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

function refused(code: ConfirmCode, detail?: string): Fault<ConfirmCode> {
  return new Fault(code, detail)
}
