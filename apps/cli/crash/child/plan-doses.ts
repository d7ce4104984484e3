import { approve, type PlanOptions, plan, planLimits, readBatch } from '@vaxcert/batch/plan'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { approvers, ISSUER, sampleAuthority } from '../keys.ts'
import { CONFIRMED, fateOf, type Handed, rowsOf, SOURCE } from '../truth/invented.ts'

/** Plans doses as whoever runs the batch would; how often it was begun before plays no part. */
export async function planDoses(database: Database, handed: Handed): Promise<void> {
  await plan(database, each(rowsOf(handed)), planOptions())
}

/** What waits for its approval gets it from two people, once what shall be forgotten of it is. */
export async function approveAll(database: Database): Promise<void> {
  const waiting = `select batch_id::float8 as batch from vaxcert.batch where state = 'planned' order by 1`
  for (const { batch } of await database.query<{ batch: number }>(waiting)) {
    await forget(database, batch)
    await approveOne(database, batch)
  }
}

async function forget(database: Database, batch: number): Promise<void> {
  const ids = await database.query<{ id: string }>(
    'select dose_id as id from vaxcert.dose where batch_id = $1 and source = $2',
    [batch, SOURCE],
  )
  const forgotten = ids.map(({ id }) => id).filter((id) => fateOf(Number(id)) === 'refused')
  await database.query('update vaxcert.dose set facts = null where batch_id = $1 and dose_id = any($2::text[])', [
    batch,
    forgotten,
  ])
}

async function approveOne(database: Database, batch: number): Promise<void> {
  const { people, register } = approvers()
  const { digest } = await readBatch(database, batch)
  for (const { signer, certificate } of people) {
    const options = { batch, digest, signer, certificate, approvers: register, at: new Date() }
    await approve(database, options).catch((error: unknown) => {
      if (!(error instanceof Fault) || error.code !== 'approve.again') throw error
    })
  }
}

/** Rates of facilities are not what is tried here. */
const facility = { perDay: 1e9, timesUsual: 1e9, least: 1e9, cleared: [] }

function planOptions(): PlanOptions {
  return {
    kind: 'issue',
    documentSigner: sampleAuthority().documentSigner,
    issuer: ISSUER,
    plannedBy: 'Phạm Văn Mẫu',
    at: new Date(),
    confirmations: new Set([CONFIRMED]),
    inputs: {},
    limits: { ...planLimits, facility },
  }
}

async function* each<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows
}
