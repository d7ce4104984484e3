import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { inTransaction } from '../ledger/transaction.ts'
import { contentsDigest, type Manifest, manifestDigest, manifestText, rulesVersion } from './manifest.ts'
import type { PlannedBatch } from './plan.ts'
import type { PlanCode } from './plan-codes.ts'
import type { PlanOptions } from './plan-options.ts'
import { beginBatch, finishBatch } from './write-batch.ts'
import { signedAs } from './write-plan.ts'

/** What single doses may be certified without an approval of their own. */
export interface StandingOptions extends Pick<PlanOptions, 'documentSigner' | 'issuer' | 'plannedBy' | 'at'> {
  /** Doses on one day, UTC. */
  readonly perDay: number
  /** Last day on which it counts, "2022-06-30". */
  readonly until: string
}

/**
 * Makes a batch to which single doses are added one by one, once two people have approved it as any other.
 * Answers what they sign.
 */
export function openStanding(database: Database, options: StandingOptions): Promise<PlannedBatch> {
  const { plannedBy, at, documentSigner, issuer, perDay, until } = options
  return inTransaction(database, async () => {
    const id = await beginBatch(database, { kind: 'single', plannedBy, at })
    const manifest = manifestText({
      ...{ format: 'vaxcert-manifest', version: 1, batch: id, kind: 'single', rows: 0, planned: 0, held: {} },
      ...{ contents: contentsDigest([]), rules: rulesVersion, ...signedAs(documentSigner, issuer) },
      ...{ inputs: {}, confirmations: [], standing: { perDay, until }, by: plannedBy, at: at.toISOString() },
    })
    await finishBatch(database, id, manifest)
    return { id, chunks: 0, manifest, digest: manifestDigest(manifest) }
  })
}

/**
 * Takes one of the doses that a standing approval lets through on this day, within a transaction: nobody else does meanwhile.
 * @throws Fault `gate.standing` when it is none, not approved, over, or used up
 */
export async function takeStanding(
  database: Database,
  batch: number,
  { at, kid }: { readonly at: Date; readonly kid: Uint8Array },
): Promise<void> {
  const [row] = await database.query<{ manifest: string }>(
    `select manifest from vaxcert.batch where batch_id = $1 and kind = 'single' and state = 'approved' for update`,
    [batch],
  )
  const { standing, kid: planned } = JSON.parse(row?.manifest ?? '{}') as Partial<Manifest>
  const day = at.toISOString().slice(0, 10)
  if (standing === undefined || day > standing.until) throw refused('no approval stands')
  if (planned !== Buffer.from(kid).toString('base64')) throw refused('the approval is for another key')
  const [used] = await database.query<{ planned: number }>(USED, [batch, day])
  if ((used?.planned ?? 0) > standing.perDay) throw refused('used up for this day')
}

const USED = `
  insert into vaxcert.standing_day as known (batch_id, day, planned) values ($1, $2, 1)
  on conflict (batch_id, day) do update set planned = known.planned + 1 returning planned::float8`

function refused(detail: string): Fault<PlanCode> {
  return new Fault('gate.standing', detail)
}
