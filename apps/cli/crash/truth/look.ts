import type { Database } from '@vaxcert/records/database'
import { SOURCE } from './invented.ts'
import type { SeenCertificate, Sight } from './sight.ts'

const CERTIFICATES = `
  select 'certificate' as kind, c.dose_no::float8 as "doseNo", encode(i.to_be_signed, 'hex') as bytes,
    encode(c.signature, 'hex') as signature, encode(c.salt, 'hex') as salt, c.leaf::float8 as leaf,
    encode(k.kid, 'hex') as kid, coalesce(k.state = 'released', false) as "isReleased"
  from vaxcert.certificate c
  left join vaxcert.intent i using (dose_no)
  left join lateral (
    select kid, state, chunk_id from vaxcert.chunk where first_no <= c.dose_no order by first_no desc limit 1
  ) as k on true`

const CHECKPOINTS = `select 'checkpoint' as kind, note from vaxcert.checkpoint order by size`

/** The log before and after the certificates: what is released meanwhile is covered by one of the later checkpoints. */
const LOOKS = [
  CHECKPOINTS,
  `select 'dose' as kind, dose_no::float8 as "doseNo", dose_id as id from vaxcert.dose where source = '${SOURCE}'`,
  `select 'held' as kind, count(*)::float8 as count from vaxcert.held`,
  `select 'intent' as kind, dose_no::float8 as "doseNo", encode(sha256(to_be_signed), 'hex') as digest from vaxcert.intent`,
  `select 'refusal' as kind, dose_no::float8 as "doseNo" from vaxcert.refusal`,
  `${CERTIFICATES} order by c.leaf`,
  `select 'tile' as kind, at::float8 as at, encode(hashes, 'hex') as hashes from vaxcert.tile where level = 0 order by at`,
  `select 'size' as kind, size::float8 as size from vaxcert.log_head`,
  CHECKPOINTS,
] as const

/** Looks at the whole ledger, a page at a time. */
export async function* look(database: Database): AsyncGenerator<Sight> {
  yield { kind: 'begin' }
  for (const sql of LOOKS) yield* database.rows<Sight>(sql)
  yield { kind: 'end' }
}

const RELEASED = `select chunk_id::float8 as chunk from vaxcert.chunk where state = 'released'`

/** Certificates of chunks that are released and were not when one looked last: what an export gives away. */
export async function* newlyReleased(database: Database, known: Set<number>): AsyncGenerator<Sight> {
  const chunks = (await database.query<{ chunk: number }>(RELEASED)).map(({ chunk }) => chunk)
  for (const chunk of chunks) {
    if (known.has(chunk)) continue
    yield* await database.query<SeenCertificate>(`${CERTIFICATES} where k.chunk_id = $1`, [chunk])
    known.add(chunk)
  }
  yield* await database.query<Sight>(CHECKPOINTS)
}
