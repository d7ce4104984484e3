import type { Database } from '@vaxcert/records/database'
import { textOf } from '../export/released-certificates.ts'
import type { NamedDose } from './requests.ts'

/** `planned`: not issued yet. `stuck`: somebody has to look at it. `refused`: it cannot be certified. */
export type DoseState = 'planned' | 'stuck' | 'refused' | 'issued' | 'revoked'

/** What became of a dose, in its newest version and renewal. Nothing in it is about a person. */
export interface DoseStatus extends NamedDose {
  readonly version: number
  readonly renewal: number
  readonly state: DoseState
  /** Why it is stuck or refused. */
  readonly code?: string
  /** From `issued` on. Seconds since 1970. */
  readonly issuedAt?: number
  readonly expiresAt?: number
  /** Its place in the issuing log. */
  readonly leaf?: number
}

/** The row of a dose, and of the chunk it is in. */
export interface FoundDose {
  readonly doseNo: number
  readonly chunk: number
  readonly status: DoseStatus
}

const FOUND = `
  select dose.dose_no::float8 as dose_no, source, dose_id, version, renewal,
    chunk.chunk_id::float8 as chunk, chunk.state, chunk.code as stuck, refusal.code as refused,
    chunk.iat::float8 as iat, chunk.exp::float8 as exp, certificate.leaf::float8 as leaf,
    revocation.dose_no is not null as revoked
  from vaxcert.dose
  join lateral (
    select * from vaxcert.chunk where first_no <= dose.dose_no order by first_no desc limit 1
  ) as chunk on chunk.last_no >= dose.dose_no
  left join vaxcert.refusal using (dose_no)
  left join vaxcert.certificate using (dose_no)
  left join vaxcert.revocation using (dose_no)`

/** Of the newest version of a dose, its newest renewal. */
const NEWEST = `${FOUND}
  where dose_key = (
    select vaxcert.dose_key($1, $2, version, vaxcert.last_renewal($1, $2, version))
    from vaxcert.last_version($1, $2) as version
  )`

interface FoundRow {
  dose_no: number
  source: string
  dose_id: string
  version: number
  renewal: number
  chunk: number
  state: string
  stuck: string | null
  refused: string | null
  iat: number | null
  exp: number | null
  leaf: number | null
  revoked: boolean
}

/** Undefined where nothing is planned under that name. */
export async function newestOf(database: Database, { source, doseId }: NamedDose): Promise<FoundDose | undefined> {
  const [row] = await database.query<FoundRow>(NEWEST, [source, doseId])
  return row && found(row)
}

/** Undefined where there is none of that number. */
export async function doseOf(database: Database, doseNo: number): Promise<FoundDose | undefined> {
  const [row] = await database.query<FoundRow>(`${FOUND} where dose.dose_no = $1`, [doseNo])
  return row && found(row)
}

function found(row: FoundRow): FoundDose {
  const { dose_no: doseNo, chunk, source, dose_id: doseId, version, renewal } = row
  return { doseNo, chunk, status: { source, doseId, version, renewal, ...becameOf(row) } }
}

function becameOf({ state, stuck, refused, iat, exp, leaf, revoked }: FoundRow): Pick<DoseStatus, 'state' | 'code'> {
  if (state === 'stuck') return { state, code: stuck ?? '' }
  if (state !== 'released') return { state: 'planned' }
  if (refused !== null) return { state: 'refused', code: refused }
  const times = { issuedAt: iat ?? 0, expiresAt: exp ?? 0, leaf: leaf ?? 0 }
  return { state: revoked ? 'revoked' : 'issued', ...times }
}

/** A certificate as it is answered, and what proves that it is in the log. */
export interface AnsweredCertificate {
  /** "HC1:…" */
  readonly certificate: string
  /** Salt of its entry in the issuing log, base64. */
  readonly salt: string
}

const RELEASED = `
  select to_be_signed, signature, salt from vaxcert.certificate join vaxcert.intent using (dose_no) where dose_no = $1`

/** Of a dose that is issued. */
export async function certificateOf(database: Database, doseNo: number): Promise<AnsweredCertificate | undefined> {
  type Row = Record<'to_be_signed' | 'signature' | 'salt', Uint8Array>
  const [row] = await database.query<Row>(RELEASED, [doseNo])
  if (row === undefined) return undefined
  return { certificate: textOf(row.to_be_signed, row.signature), salt: Buffer.from(row.salt).toString('base64') }
}
