import type { Database } from '@vaxcert/records/database'
import { hex } from '../ledger/bytes.ts'
import { inLedger, inTransaction } from '../ledger/transaction.ts'

const REVIVE = `
  update vaxcert.chunk set fence = fence + 1, code = null,
    state = case when kid is null then 'open' when issued is null then 'intended' else 'logged' end
  where state = 'stuck' and batch_id = coalesce($1, batch_id) returning chunk_id`

/** Chunks that were given up, of all batches or of one, are tried again, from where they stood. Answers how many. */
export async function reviveStuck(database: Database, { batch }: { readonly batch?: number } = {}): Promise<number> {
  return (await inLedger(database.query(REVIVE, [batch ?? null]))).length
}

const REOPEN = `
  update vaxcert.chunk set fence = fence + 1, state = 'open', code = null,
    kid = null, profile = null, iat = null, exp = null, refused = null
  where kid = decode($1, 'hex') and issued is null and state in ('intended', 'stuck')
  returning chunk_id, first_no, last_no`

const FORGET = ['intent', 'refusal'].map((table) => `delete from vaxcert.${table} where dose_no between $1 and $2`)

/**
 * Chunks that were fixed for a key that will sign no more are opened again, and will be fixed for another. Whatever that
 * key may have signed of them was never released. Answers how many.
 */
export async function intendAnew(database: Database, kid: Uint8Array): Promise<number> {
  return inTransaction(database, async () => {
    const chunks = await database.query<{ first_no: string | number; last_no: string | number }>(REOPEN, [hex(kid)])
    for (const { first_no, last_no } of chunks)
      for (const forget of FORGET) await database.query(forget, [first_no, last_no])
    return chunks.length
  })
}
