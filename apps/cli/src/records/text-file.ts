import { closeSync, openSync, writeSync } from 'node:fs'

/** A file that is written from its beginning, block by block. */
export interface TextFile {
  write(text: string | Uint8Array): void
  /** Writes what is left. */
  close(): void
}

const BLOCK = 256 * 1024

/** Opens a file that only its owner may read; what stood there is gone. */
export function textFile(path: string, encoding: 'utf-8' | 'utf-16le' = 'utf-8'): TextFile {
  const file = openSync(path, 'w', 0o600)
  let waiting = ''
  const flush = (): void => {
    writeWhole(file, Buffer.from(waiting, encoding))
    waiting = ''
  }
  return {
    write(text) {
      if (typeof text === 'string') waiting += text
      if (typeof text !== 'string' || waiting.length > BLOCK) flush()
      if (typeof text !== 'string') writeWhole(file, text)
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}
