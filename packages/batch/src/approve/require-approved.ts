import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { contentsDigest, type Manifest } from '../plan/manifest.ts'
import type { Standing } from '../run/standing-use.ts'
import { type CheckedApproval, checkApproval } from './approval.ts'
import type { ApproveCode } from './approve-codes.ts'
import { type Approver, samePerson } from './approvers.ts'
import { readBatch, type StoredBatch } from './stored-batch.ts'

/** A batch that two people approved as it stands. */
export interface Approved {
  readonly manifest: Manifest
  readonly approvers: readonly string[]
  /**
   * Whether these are the contents (SHA-256 of facts) that were approved for the chunk that begins with a dose.
   * @throws Fault `approve.contents`
   */
  requireContents(firstNo: number, contents: readonly Uint8Array[]): void
  /** Of a standing approval, whose contents come later: it says how many, and each is sealed by whoever planned it. */
  readonly standing?: Standing
}

/** How many people must have approved a batch. */
export const APPROVERS = 2

/**
 * Demands that a batch is what two people have approved: two seals of different people with different keys, neither of
 * them who planned it, over its manifest, and the chunks of the ledger those of the manifest. Of one that nobody
 * may change, since everything is derived from what was sealed, this may be asked again at any time.
 * @throws Fault `approve.*`
 */
export async function requireApproved(
  database: Database,
  batch: number,
  approvers: readonly Approver[],
  now: Date,
): Promise<Approved> {
  const stored = await readBatch(database, batch)
  const people = await countingApprovals(database, stored, approvers, now)
  if (people.length < APPROVERS) throw new Fault<ApproveCode>('approve.missing', 'fewer than two people')
  const chunks = await requireChunks(database, stored)
  const standing = standingOf(stored)
  return {
    manifest: stored.manifest,
    approvers: people.map(({ name }) => name),
    requireContents(firstNo, contents) {
      if (standing === undefined) requireSame(chunks.get(firstNo), contents)
    },
    ...(standing && { standing }),
  }
}

/**
 * Approvals that count, each of another person with another key. One that does not count is passed over: whoever can write
 * to the ledger could otherwise stop a batch by one line.
 */
export async function countingApprovals(
  database: Database,
  { batch, digest, manifest }: StoredBatch,
  approvers: readonly Approver[],
  now: Date,
): Promise<readonly CheckedApproval[]> {
  const rows = await database.query<{ seal: string }>(
    'select seal from vaxcert.approval where batch_id = $1 order by approved_at, approver',
    [batch],
  )
  const people: CheckedApproval[] = []
  for (const { seal } of rows) {
    const one = checkedOrNot(() => checkApproval(seal, { batch, digest }, approvers, now))
    if (one !== undefined && !isPlanner(one, manifest) && !isAmong(one, people)) people.push(one)
  }
  return people
}

export function isPlanner({ name }: Pick<CheckedApproval, 'name'>, { by }: Manifest): boolean {
  return samePerson(name) === samePerson(by)
}

export function isAmong(one: CheckedApproval, people: readonly CheckedApproval[]): boolean {
  return people.some(({ name, spki }) => spki === one.spki || samePerson(name) === samePerson(one.name))
}

function checkedOrNot(check: () => CheckedApproval): CheckedApproval | undefined {
  try {
    return check()
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** @throws Fault `approve.contents` for one that has no bounds */
function standingOf({ manifest: { kind, standing } }: StoredBatch): Standing | undefined {
  if (kind === 'single' && standing === undefined) throw changed()
  return kind === 'single' ? standing : undefined
}

/** Digests of the chunks by their first dose, which together are what the manifest says. */
async function requireChunks(
  database: Database,
  { batch, manifest }: StoredBatch,
): Promise<ReadonlyMap<number, Uint8Array>> {
  if (manifest.kind === 'single') return new Map()
  const rows = await database.query<{ first: number; last: number; digest: Uint8Array | null }>(
    `select first_no::float8 as first, last_no::float8 as last, digest from vaxcert.chunk
    where batch_id = $1 order by first_no`,
    [batch],
  )
  const digests = rows.map(({ digest }) => digest ?? new Uint8Array())
  const doses = rows.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (doses !== manifest.planned || contentsDigest(digests) !== manifest.contents) throw changed()
  return new Map(rows.map(({ first, digest }) => [first, digest ?? new Uint8Array()]))
}

function requireSame(digest: Uint8Array | undefined, contents: readonly Uint8Array[]): void {
  const all = createHash('sha256')
  for (const content of contents) all.update(content)
  if (digest === undefined || Buffer.compare(all.digest(), digest) !== 0) throw changed()
}

function changed(): Fault<ApproveCode> {
  return new Fault('approve.contents', 'not what was approved')
}
