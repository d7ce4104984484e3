import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { LedgerCode } from '../codes.ts'
import { hex } from '../ledger/bytes.ts'
import { type Claim, holdChunk, type Intended } from '../ledger/chunk.ts'
import { inTransaction } from '../ledger/transaction.ts'
import { appendLeaves, type Tile } from '../log/index.ts'
import type { Issuing } from './issuing.ts'
import type { SignedChunk } from './sign-chunk.ts'
import { storedTree } from './stored-tree.ts'
import { tell } from './tell.ts'
import { requireUntouched } from './untouched.ts'

const TILES = `
  insert into vaxcert.tile (level, at, hashes)
  select level, at, decode(hashes, 'hex') from unnest($1::int[], $2::bigint[], $3::text[]) as grown (level, at, hashes)
  on conflict (level, at) do update set hashes = excluded.hashes`

const LOGGED = `update vaxcert.chunk set state = 'logged', issued = $2, refused = $3 where chunk_id = $1`

/**
 * Keeps what was signed and appends it to the issuing log, in one transaction. The head of the log is held meanwhile:
 * so leaves have no gap, and two chunks are logged one after the other.
 * @throws Fault `ledger.*`, `log.tile`
 */
export async function logChunk(
  database: Database,
  claim: Claim & { readonly intended: Intended },
  { certificates, refusals }: SignedChunk,
  issuing: Issuing,
): Promise<Claim> {
  const step = { name: 'log', chunk: claim.chunk, certificates: certificates.length } as const
  await tell(issuing, { ...step, phase: 'before' })
  await inTransaction(database, async () => {
    await holdChunk(database, claim, 'intended')
    await requireUntouched(database, claim, 'intended')
    const first = await append(
      database,
      certificates.map(({ leaf }) => leaf),
    )
    const rows = certificates.map(({ doseNo, signature, salt }, index) => [
      `${doseNo}`,
      signature,
      salt,
      `${first + index}`,
    ])
    await database.copyIn('vaxcert.certificate', ['dose_no', 'signature', 'salt', 'leaf'], rows)
    const refused = refusals.map(({ doseNo, code }) => [`${doseNo}`, code])
    await database.copyIn('vaxcert.refusal', ['dose_no', 'code'], refused)
    await database.query(LOGGED, [claim.chunk, certificates.length, claim.intended.refused + refusals.length])
    await tell(issuing, { ...step, phase: 'within' })
  })
  await tell(issuing, { ...step, phase: 'after' })
  return { ...claim, state: 'logged' }
}

/** Answers which leaf the first of them is. */
async function append(database: Database, leaves: readonly Uint8Array[]): Promise<number> {
  const [head] = await database.query<{ size: string | number }>('select size from vaxcert.log_head for update')
  if (head === undefined) throw new Fault<LedgerCode>('ledger.refused', 'a log without a head')
  const size = Number(head.size)
  if (leaves.length === 0) return size
  const { tree, tiles } = appendLeaves(await storedTree(database, size), leaves)
  await keepTiles(database, tiles)
  await database.query('update vaxcert.log_head set size = $1', [tree.size])
  return size
}

async function keepTiles(database: Database, tiles: readonly Tile[]): Promise<void> {
  await database.query(TILES, [
    tiles.map(({ level }) => level),
    tiles.map(({ at }) => at),
    tiles.map(({ hashes }) => hex(hashes)),
  ])
}
