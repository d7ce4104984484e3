import type { Database } from '@vaxcert/records/database'
import type { ChunkState } from './chunk.ts'
import { inLedger } from './transaction.ts'

/** How far a batch is. */
export interface BatchStatus {
  readonly batch: number
  readonly kind: string
  readonly state: string
  readonly chunks: Readonly<Record<ChunkState, number>>
  readonly doses: number
  /** Doses whose certificates are released, or that were refused in chunks that are. */
  readonly released: number
  readonly refused: number
  /** Why chunks are stuck: how many for each code. */
  readonly stuck: Readonly<Record<string, number>>
}

const STATES = `
  select c.state, c.code, count(*)::float8 as chunks, sum(c.last_no - c.first_no + 1)::float8 as doses,
    coalesce(sum(c.issued), 0)::float8 as issued, coalesce(sum(c.refused), 0)::float8 as refused
  from vaxcert.chunk c where c.batch_id = $1 group by c.state, c.code`

interface StateRow {
  state: ChunkState
  code: string | null
  chunks: number
  doses: number
  issued: number
  refused: number
}

/** Undefined where there is no such batch. */
export async function batchStatus(database: Database, batch: number): Promise<BatchStatus | undefined> {
  const known = 'select kind, state from vaxcert.batch where batch_id = $1'
  const [row] = await inLedger(database.query<{ kind: string; state: string }>(known, [batch]))
  if (row === undefined) return undefined
  const states = await inLedger(database.query<StateRow>(STATES, [batch]))
  const released = states.filter(({ state }) => state === 'released')
  return {
    batch,
    ...row,
    chunks: chunksOf(states),
    doses: sum(states, 'doses'),
    released: sum(released, 'issued'),
    refused: sum(released, 'refused'),
    stuck: Object.fromEntries(states.flatMap(({ code, chunks }) => (code === null ? [] : [[code, chunks]]))),
  }
}

function chunksOf(states: readonly StateRow[]): Record<ChunkState, number> {
  const counts = { open: 0, intended: 0, logged: 0, released: 0, stuck: 0 }
  for (const { state, chunks } of states) counts[state] += chunks
  return counts
}

function sum(states: readonly StateRow[], column: 'doses' | 'issued' | 'refused'): number {
  return states.reduce((total, row) => total + row[column], 0)
}
