import { closeSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'

/** A file that is written block by block. */
export interface TextFile {
  write(text: string | Uint8Array): void
  /** Brings all that was written to the disk; answers how many bytes the file has. */
  sync(): number
  /** Writes what is left. */
  close(): void
}

const BLOCK = 256 * 1024

export interface TextFileOptions {
  readonly encoding?: 'utf-8' | 'utf-16le'
  /** Bytes of what stands there that are kept, all of them written before. Default none. */
  readonly from?: number
}

/** Opens a file that only its owner may read; what stood there is gone, but for what is to be kept. */
export function textFile(path: string, { encoding = 'utf-8', from = 0 }: TextFileOptions = {}): TextFile {
  const file = openSync(path, 'a', 0o600)
  ftruncateSync(file, from)
  let length = from
  let waiting = ''
  const put = (bytes: Uint8Array): void => {
    writeWhole(file, bytes)
    length += bytes.length
  }
  const flush = (): void => {
    put(Buffer.from(waiting, encoding))
    waiting = ''
  }
  return {
    write(text) {
      if (typeof text === 'string') waiting += text
      if (typeof text !== 'string' || waiting.length > BLOCK) flush()
      if (typeof text !== 'string') put(text)
    },
    sync() {
      flush()
      fdatasyncSync(file)
      return length
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
