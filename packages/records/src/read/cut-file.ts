import type { Cut, RowCutter } from './csv/row-cutter.ts'
import type { Encoding } from './encoding.ts'
import type { RecordSource } from './source.ts'
import { textBlocks } from './text-blocks.ts'

/** A block of a file, and the rows that lie in it. */
export interface CutBlock extends Cut {
  readonly block: Buffer
}

/** Cuts a file into rows, block by block; memory holds one block and at most one row besides. */
export async function* cutFile(source: RecordSource, encoding: Encoding, cut: RowCutter): AsyncGenerator<CutBlock> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const bytes of textBlocks(source.open(), encoding)) {
    const block = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    const { frames, used } = cut(block, false)
    rest = block.subarray(used)
    if (frames.length > 0) yield { block: block.subarray(0, used), frames, used }
  }
  const { frames, used } = cut(rest, true)
  if (frames.length > 0) yield { block: rest, frames, used }
}
