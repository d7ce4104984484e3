import { Fault, unlessFault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import { sameBytes } from './hash.ts'
import { allCheckpoints, type CheckpointRow } from './ledger-checkpoints.ts'
import { ledgerLeaves } from './ledger-leaves.ts'
import { ledgerTiles, tilesOfEachSize } from './ledger-tiles.ts'
import type { VerifierKey } from './note-key.ts'
import { openCheckpoint } from './opened-checkpoint.ts'
import { type LogFinding, recompute } from './recompute.ts'
import { strayRows, uncoveredReleases } from './stray-rows.ts'
import type { ReadTile } from './tile.ts'
import { treeFromTiles, treeRoot } from './tree.ts'

/** What was found in the log within a ledger: it is sound when nothing was. */
export interface LedgerLogReport {
  /** Entries of the log when it was looked at. */
  readonly size: number
  readonly checkpoints: number
  /** Entries behind the newest checkpoint: of chunks that are logged and not released yet. */
  readonly uncovered: number
  readonly found: number
  /** The first hundred. */
  readonly findings: readonly LedgerLogFinding[]
}

export type LedgerLogFinding =
  | LogFinding
  /** The checkpoint of that size is not signed by the log, or not of the tree that the ledger holds. */
  | { readonly code: 'log.checkpoint'; readonly size: number }
  /** So many certificates are released and covered by no checkpoint. */
  | { readonly code: 'log.uncovered'; readonly count: number }

type Find = (finding: LedgerLogFinding) => void

const MAX_FINDINGS = 100

/**
 * Compares certificates, tiles and checkpoints of a ledger: the entry of every certificate stands at its place, the log holds
 * nothing else, every checkpoint has the root of the tree of its size and is signed by the log, everything released is covered
 * by one. It may run beside workers. In bounded memory.
 * @throws Fault `ledger.*`
 */
export async function verifyLedgerLog(database: Database, log: VerifierKey): Promise<LedgerLogReport> {
  const findings: LedgerLogFinding[] = []
  let found = 0
  const find: Find = (finding) => {
    found += 1
    if (findings.length < MAX_FINDINGS) findings.push(finding)
  }
  const size = await headSize(database)
  await compareEntries(database, size, find)
  for (const finding of await strayRows(database)) find(finding)
  const { checkpoints, covered } = await compareCheckpoints(database, log, size, find)
  const count = await uncoveredReleases(database)
  if (count > 0) find({ code: 'log.uncovered', count })
  return { size, checkpoints, uncovered: Math.max(0, size - covered), found, findings }
}

async function headSize(database: Database): Promise<number> {
  const [head] = await inLedger(database.query<{ size: number | string }>('select size from vaxcert.log_head'))
  return Number(head?.size ?? 0)
}

async function compareEntries(database: Database, size: number, find: Find): Promise<void> {
  const leaves = ledgerLeaves(database, size)
  try {
    await recompute({ size, leaves: (_, width) => leaves.next(width), readTile: ledgerTiles(database, size) }, find)
  } finally {
    await leaves.end()
  }
}

async function compareCheckpoints(
  database: Database,
  log: VerifierKey,
  size: number,
  find: Find,
): Promise<{ checkpoints: number; covered: number }> {
  const tiles = tilesOfEachSize(database)
  let [checkpoints, covered] = [0, 0]
  for await (const row of allCheckpoints(database)) {
    // One that was made since the log was looked at is the next look's matter.
    const isBeyond = row.size > size
    if (isBeyond && (await headSize(database)) >= row.size) continue
    checkpoints += 1
    if (isBeyond || !(await isRight(row, tiles(row.size), log))) find({ code: 'log.checkpoint', size: row.size })
    covered = row.size
  }
  return { checkpoints, covered }
}

async function isRight({ size, note }: CheckpointRow, readTile: ReadTile, log: VerifierKey): Promise<boolean> {
  const checkpoint = unlessFault(() => openCheckpoint(note, { log }))
  if (checkpoint?.size !== size) return false
  try {
    return sameBytes(treeRoot(await treeFromTiles(size, readTile)), checkpoint.root)
  } catch (error) {
    if (error instanceof Fault && error.code === 'log.tile') return false
    throw error
  }
}
