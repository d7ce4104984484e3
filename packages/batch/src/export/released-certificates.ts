import { finishSigned } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { ledgerRows } from '../ledger/ledger-rows.ts'
import type { ExportUnit } from './export-units.ts'

/** A certificate that may be given out, and what its holder needs to find it in the issuing log. */
export interface ReleasedCertificate {
  readonly source: string
  readonly doseId: string
  /** Of the content: a correction makes the next. */
  readonly version: number
  /** 0, then 1 a year. */
  readonly renewal: number
  readonly facility: string
  readonly uvci: string
  /** "HC1:…" */
  readonly text: string
  /** Place in the issuing log, and salt of the entry there. */
  readonly leaf: number
  readonly salt: Uint8Array
}

interface Row {
  source: string
  dose_id: string
  version: number
  renewal: number
  facility: string
  uvci: string
  to_be_signed: Uint8Array
  signature: Uint8Array
  leaf: number
  salt: Uint8Array
}

const RELEASED = `
  select d.source, d.dose_id, d.version, d.renewal, d.facility, i.uvci, i.to_be_signed, c.signature, c.salt,
    c.leaf::float8 as leaf
  from vaxcert.chunk k
  join vaxcert.certificate c on c.dose_no between k.first_no and k.last_no
  join vaxcert.dose d on d.dose_no = c.dose_no
  join vaxcert.intent i on i.dose_no = c.dose_no
  where k.batch_id = $1 and k.state = 'released' and k.last_no >= $2 and k.first_no <= $3
    and c.dose_no between $2 and $3 and ($4::text is null or d.facility = $4)
    and not exists (select from vaxcert.revocation r where r.dose_no = c.dose_no)
  order by c.dose_no`

/**
 * Certificates of a batch that are released and not revoked, in the order of their doses, in bounded memory. Their texts
 * are made again from what was signed.
 * @throws Fault `ledger.*`; `cose.shape` where what is stored is none
 */
export async function* releasedCertificates(
  database: Database,
  batch: number,
  { firstNo, lastNo, facility }: ExportUnit,
): AsyncGenerator<ReleasedCertificate> {
  for await (const row of ledgerRows<Row>(database, RELEASED, [batch, firstNo, lastNo, facility ?? null])) {
    const { dose_id: doseId, to_be_signed: toBeSigned, signature, ...rest } = row
    yield { doseId, ...rest, text: textOf(toBeSigned, signature) }
  }
}

/** "HC1:…" of what was signed: a signature's length tells its algorithm, ES256 or PS256. */
export function textOf(toBeSigned: Uint8Array, signature: Uint8Array): string {
  return finishSigned(toBeSigned, signature, signature.length === 64 ? 'ES256' : 'PS256').text
}
