import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { LedgerCode } from '../codes.ts'

export type ChunkState = 'open' | 'intended' | 'logged' | 'released' | 'stuck'

/** A chunk in the hands of whoever claimed it, as it was then. */
export interface Claim {
  readonly chunk: number
  readonly batch: number
  /** Only with this one may be written to it. */
  readonly fence: number
  readonly state: 'open' | 'intended' | 'logged'
  readonly firstNo: number
  readonly lastNo: number
  /** Of a dose that was planned by itself. */
  readonly seal?: Uint8Array
  /** From state 'intended' on. */
  readonly intended?: Intended
  /** In the order of doses; there once they were fixed, or read and held against the facts, in this claim. */
  readonly fixed?: readonly Intent[]
}

/** Bytes that were fixed for a dose. */
export interface Intent {
  readonly doseNo: number
  readonly toBeSigned: Uint8Array
}

/** What was fixed for all certificates of a chunk. */
export interface Intended {
  readonly kid: Uint8Array
  /** Seconds since 1970. */
  readonly iat: number
  /** As `iat`; undefined where no certificate was intended. */
  readonly exp: number | undefined
  /** Doses that cannot be certified. */
  readonly refused: number
}

/** How many doses a chunk is about. */
export function doseCount({ firstNo, lastNo }: Pick<Claim, 'firstNo' | 'lastNo'>): number {
  return lastNo - firstNo + 1
}

/**
 * Holds a chunk till the end of the transaction: nobody else has claimed it since, and nobody can meanwhile.
 * @throws Fault `ledger.fenced`
 */
export async function holdChunk(database: Database, { chunk, fence }: Claim, state: ChunkState): Promise<void> {
  const rows = await database.query(
    'select from vaxcert.chunk where chunk_id = $1 and fence = $2 and state = $3 for update',
    [chunk, fence, state],
  )
  if (rows.length === 0) throw new Fault<LedgerCode>('ledger.fenced', 'somebody else has it')
}

/** What is stored contradicts itself. */
export function broken(detail: string): Fault<LedgerCode> {
  return new Fault('ledger.broken', detail)
}
