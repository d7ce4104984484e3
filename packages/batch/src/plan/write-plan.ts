import { LIFETIME_MONTHS } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { PROFILE } from '../run/intend.ts'
import { HELD } from './held-counts.ts'
import { type Manifest, manifestText, rulesVersion } from './manifest.ts'
import type { PlanOptions } from './plan-options.ts'
import { beginBatch, finishBatch, reserveNumbers, writeChunks } from './write-batch.ts'

/** Numbers what is planned, in `fresh`, by facility: one that depends on nothing but what is planned. */
export async function numberFresh(database: Database): Promise<{ readonly planned: number }> {
  await database.script(`
    drop table if exists fresh;
    create temporary table fresh as
      select line, version, replaces, row_number() over (order by facility, key) - 1 as place
      from judged where code is null;
    analyze fresh`)
  const [row] = await database.query<{ planned: number }>('select count(*)::float8 as planned from fresh')
  return { planned: row?.planned ?? 0 }
}

/** Writes what is planned and what is held as a batch, within a transaction. */
export async function writePlan(
  database: Database,
  { rows, planned, held }: { readonly rows: number; readonly planned: number; readonly held: Manifest['held'] },
  options: PlanOptions,
): Promise<{ readonly id: number; readonly chunks: number; readonly manifest: string }> {
  const first = await reserveNumbers(database, planned)
  const id = await beginBatch(database, options)
  await database.query(DOSES, [first, id])
  await database.query(
    `insert into vaxcert.held (batch_id, line, source, dose_id, code)
    select $1, line, source, dose_id, code from (${HELD}) as held`,
    [id],
  )
  await database.script(FACILITY_DAYS)
  const { contents, chunks } = await writeChunks(database, id, { first, last: first + planned - 1 })
  const manifest = manifestText(manifestOf({ batch: id, rows, planned, held, contents }, options))
  await finishBatch(database, id, manifest)
  return { id, chunks, manifest }
}

const DOSES = `
  insert into vaxcert.dose (
    dose_no, batch_id, dose_key, source, dose_id, version, renewal, facility, content, facts, replaces
  )
  select $1::bigint + place, $2::bigint,
    case version when 1 then key else vaxcert.dose_key(source, dose_id, version, 0) end,
    source, dose_id, version, 0, facility, content, facts, replaces
  from fresh join composed using (line) order by place`

const FACILITY_DAYS = `
  insert into vaxcert.facility_day as known (facility, day, planned)
    select facility, entered, count(*) from judged where code is null group by facility, entered
  on conflict (facility, day) do update set planned = known.planned + excluded.planned`

function manifestOf(
  counts: Pick<Manifest, 'batch' | 'rows' | 'planned' | 'held' | 'contents'>,
  { kind, documentSigner, issuer, plannedBy, at, inputs, confirmations }: PlanOptions,
): Manifest {
  return {
    format: 'vaxcert-manifest',
    version: 1,
    ...counts,
    kind,
    rules: rulesVersion,
    ...signedAs(documentSigner, issuer),
    inputs,
    confirmations: [...confirmations].toSorted(),
    by: plannedBy,
    at: at.toISOString(),
  }
}

/** What a manifest says of those in whose name is signed. */
export function signedAs(
  { kid, algorithm, country, notAfter }: PlanOptions['documentSigner'],
  issuer: string,
): Pick<Manifest, 'profile' | 'issuer' | 'country' | 'kid' | 'validity'> {
  return {
    profile: `${PROFILE} ${algorithm}`,
    issuer,
    country,
    kid: Buffer.from(kid).toString('base64'),
    validity: { months: LIFETIME_MONTHS, until: new Date(notAfter * 1000).toISOString() },
  }
}
