import { MAX_TEXT_LENGTH } from '@vaxcert/core/dcc'
import type { Chunks } from './files.ts'

const LF = 0x0a

/** One more than the longest certificate with its carriage return, so that a longer line is still seen to be too long. */
const MAX_LINE_BYTES = MAX_TEXT_LENGTH + 2

/**
 * The lines of a text, without their ends (LF or CRLF) and without a leading byte order mark; empty ones are left
 * out. Of a line longer than `maxBytes`, by default than any certificate, only the beginning is kept, so memory stays
 * bounded.
 */
export async function* readLines(chunks: Chunks, maxBytes: number = MAX_LINE_BYTES): AsyncGenerator<string> {
  let line = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of chunks) {
    let start = 0
    for (let feed = chunk.indexOf(LF); feed >= 0; feed = chunk.indexOf(LF, start)) {
      const text = textOf(append(line, chunk.subarray(start, feed), maxBytes), isFirst)
      if (text !== '') yield text
      line = Buffer.alloc(0)
      isFirst = false
      start = feed + 1
    }
    line = append(line, chunk.subarray(start), maxBytes)
  }
  const last = textOf(line, isFirst)
  if (last !== '') yield last
}

function append(line: Buffer<ArrayBuffer>, more: Uint8Array, maxBytes: number): Buffer<ArrayBuffer> {
  return Buffer.concat([line, more.subarray(0, maxBytes - line.length)])
}

function textOf(line: Buffer, isFirst: boolean): string {
  const text = line.toString('utf8').replace(/\r$/, '')
  return isFirst ? text.replace(/^\uFEFF/, '') : text
}
