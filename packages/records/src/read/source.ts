import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

/** Bytes that can be read from their start as often as needed: the survey, the rows, the rows again. */
export interface RecordSource {
  /** Name of the file, without folders. */
  readonly name: string
  open(): AsyncIterable<Uint8Array>
}

const CHUNK_BYTES = 256 * 1024

export function fileSource(path: string): RecordSource {
  return { name: basename(path), open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) }
}

/** Bytes at hand, handed out in chunks of `chunkBytes`. */
export function bytesSource(name: string, bytes: Uint8Array, chunkBytes: number = CHUNK_BYTES): RecordSource {
  async function* open(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
  return { name, open }
}

/** The first `size` bytes, or all there are. */
export async function firstBytes(source: RecordSource, size: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source.open()) {
    parts.push(part)
    length += part.length
    if (length >= size) break
  }
  return Buffer.concat(parts).subarray(0, size)
}
