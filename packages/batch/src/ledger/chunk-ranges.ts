import type { Database } from '@vaxcert/records/database'
import type { ChunkState } from './chunk.ts'
import { inLedger } from './transaction.ts'

/** A chunk as its row says. */
export interface ChunkRow {
  readonly chunk: number
  readonly batch: number
  readonly state: ChunkState
  readonly first_no: number
  readonly last_no: number
  readonly kid: Uint8Array | null
  readonly iat: number | null
  readonly exp: number | null
  readonly issued: number | null
  readonly refused: number | null
}

/** Chunks whose doses can be read together: all of one batch, and near to each other. Never empty. */
export interface ChunkRange {
  readonly chunks: readonly ChunkRow[]
  readonly batch: number
  readonly firstNo: number
  readonly lastNo: number
}

/** Numbers that a range of several chunks may span: as many as one large chunk has. */
const SPAN = 10_000

const NEXT = `
  select chunk_id::float8 as chunk, batch_id::float8 as batch, state, first_no::float8 as first_no,
    last_no::float8 as last_no, kid, iat::float8 as iat, exp::float8 as exp, issued, refused
  from vaxcert.chunk where chunk_id > $1 order by chunk_id limit 250`

/** All chunks, each as it is when its range is asked for. A single dose is a chunk, so there may be as many as doses. */
export async function* chunkRanges(database: Database): AsyncGenerator<ChunkRange> {
  for (let last = -1; ; ) {
    const [first, ...others] = await inLedger(database.query<ChunkRow>(NEXT, [last]))
    if (first === undefined) return
    const range = rangeFrom(first, others)
    yield range
    last = range.chunks.at(-1)?.chunk ?? Number.NaN
  }
}

function rangeFrom(first: ChunkRow, others: readonly ChunkRow[]): ChunkRange {
  const chunks = [first]
  let [firstNo, lastNo] = [first.first_no, first.last_no]
  for (const chunk of others) {
    const [from, to] = [Math.min(firstNo, chunk.first_no), Math.max(lastNo, chunk.last_no)]
    if (chunk.batch !== first.batch || to - from >= SPAN) break
    chunks.push(chunk)
    ;[firstNo, lastNo] = [from, to]
  }
  return { chunks, batch: first.batch, firstNo, lastNo }
}
