import { Fault } from '@vaxcert/core/fault'
import { rowCutter } from '../read/csv/row-cutter.ts'
import { cutFile } from '../read/cut-file.ts'
import { detectEncoding } from '../read/encoding.ts'
import { fileLimits } from '../read/file-limits.ts'
import { blockReader } from '../read/row-text.ts'
import { firstBytes, type RecordSource } from '../read/source.ts'
import { namedRows } from './named-rows.ts'

/**
 * The identifiers of a table, in one of its columns, or of NDJSON, in one of its fields: what `vaxcert issue` writes.
 * @throws Fault of the code, also where one is empty
 */
export async function* idsOf(source: RecordSource, column: string, fault: string): AsyncGenerator<string> {
  const sample = await firstBytes(source, fileLimits.sampleBytes)
  const isLines = /^(?:\xef\xbb\xbf)?\s*\{/.test(sample.toString('latin1', 0, 64))
  for await (const id of isLines ? idsOfLines(source, sample, column) : idsOfTable(source, column, fault)) {
    if (typeof id !== 'string' || id === '') throw new Fault(fault, 'a row has no identifier')
    yield id
  }
}

async function* idsOfTable(source: RecordSource, column: string, fault: string): AsyncGenerator<unknown> {
  for await (const [id] of namedRows(source, [column], fault)) yield id
}

async function* idsOfLines(source: RecordSource, sample: Buffer, field: string): AsyncGenerator<unknown> {
  const encoding = detectEncoding(sample)
  const reader = blockReader(encoding, sample)
  for await (const { block, frames } of cutFile(source, encoding, rowCutter({ rowBytes: fileLimits.rowBytes }))) {
    const { textOf } = reader(block)
    for (const { start, end, broken } of frames) {
      yield fieldOf(broken === undefined ? textOf(start, end) : undefined, field)
    }
  }
}

/** Undefined where the line is no object that has it. */
function fieldOf(line: string | undefined, field: string): unknown {
  try {
    const value: unknown = JSON.parse(line ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined
  } catch {
    return undefined
  }
}
