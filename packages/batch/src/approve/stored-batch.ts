import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { type Manifest, manifestDigest } from '../plan/manifest.ts'
import type { ApproveCode } from './approve-codes.ts'

/** A batch as the ledger holds it. */
export interface StoredBatch {
  readonly batch: number
  readonly state: 'planned' | 'approved'
  readonly manifest: Manifest
  /** SHA-256 of the text of the manifest, in hex. */
  readonly digest: string
}

/**
 * @throws Fault `approve.unknown`, `approve.state`; `approve.contents` where the manifest is that of another batch
 */
export async function readBatch(database: Database, batch: number, lock = ''): Promise<StoredBatch> {
  const [row] = await database.query<{ state: string; manifest: string | null; kind: string }>(
    `select state, manifest, kind from vaxcert.batch where batch_id = $1 ${lock}`,
    [batch],
  )
  if (row === undefined) throw new Fault<ApproveCode>('approve.unknown', 'no such batch')
  const { state, manifest: text, kind } = row
  if (text === null || (state !== 'planned' && state !== 'approved'))
    throw new Fault<ApproveCode>('approve.state', 'not planned, or stopped')
  const manifest = readManifest(text)
  if (manifest?.batch !== batch || manifest.kind !== kind || typeof manifest.by !== 'string')
    throw new Fault<ApproveCode>('approve.contents', 'no manifest, or that of another batch')
  return { batch, state, manifest, digest: manifestDigest(text) }
}

/** What it says beyond that is what its approvers have seen. */
function readManifest(text: string): Manifest | undefined {
  try {
    return (JSON.parse(text) as Manifest | null) ?? undefined
  } catch {
    return undefined
  }
}
