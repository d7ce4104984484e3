import { Fault } from '@vaxcert/core'
import { CommanderError } from 'commander'
import { EXIT, negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readPicture } from '../pictures/read-picture.ts'
import { printable } from '../terminal.ts'
import { type Chunks, collect, pipedIn, readChunks, STDIN } from './files.ts'
import { readLines } from './lines.ts'

/** One certificate that a command was given: its text, or why its picture gave none. */
export type Given = { readonly file: string } & ({ readonly text: string } | { readonly code: string })

/** Largest picture in bytes. */
const MAX_PICTURE_BYTES = 32 * 2 ** 20

/** Bytes that tell a picture from a text. */
const HEAD_BYTES = 512

/**
 * Hands every certificate of some files, or of standard input where there are none, to a judge: each line of
 * a text, or the QR code of a PNG or JPEG picture. A file that cannot be read, or holds none, is told on stderr, and
 * the others are still judged.
 * @throws CommanderError with exit code 2 when there was such a file, with exit code 1 when the judge found a
 * certificate not good
 */
export async function judgeEach(
  paths: readonly string[],
  io: Io,
  judge: (given: Given) => Promise<boolean>,
): Promise<void> {
  const tally = { notGood: 0, unread: 0 }
  for (const path of paths.length > 0 ? paths : [pipedIn(io)]) {
    try {
      for await (const given of certificatesIn(path, io)) {
        if (!(await judge(given))) tally.notGood += 1
      }
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      io.stderr.write(`vaxcert: ${error.message}\n`)
      tally.unread += 1
    }
  }
  if (tally.unread > 0) throw new CommanderError(EXIT.usage, 'vaxcert.unread', '')
  if (tally.notGood > 0) throw negativeResult()
}

/** @throws CommanderError with exit code 2 when the file cannot be read or holds no certificate */
async function* certificatesIn(path: string, io: Io): AsyncGenerator<Given> {
  const chunks = readChunks(path, io)
  const head = await readHead(chunks)
  const all = withHead(head, chunks)
  if (isPicture(head)) return yield await fromPicture(path, await collect(path, all, MAX_PICTURE_BYTES))
  if (head.includes(0)) throw usageError(`${printable(path)} is neither a text (UTF-8) nor a PNG or JPEG picture.`)
  let isEmpty = true
  for await (const text of readLines(all)) {
    isEmpty = false
    yield { file: path, text }
  }
  if (isEmpty) throw usageError(`${path === STDIN ? 'Standard input' : printable(path)} holds no certificate.`)
}

async function fromPicture(file: string, bytes: Uint8Array): Promise<Given> {
  try {
    return { file, text: await readPicture(bytes) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { file, code: error.code }
  }
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array()
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next()
    if (next.done) return head
    head = Buffer.concat([head, next.value])
  }
  return head
}

async function* withHead(head: Uint8Array, rest: Chunks): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

/** PNG and JPEG by their first bytes. */
function isPicture(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 8)).toString('hex')
  return start === '89504e470d0a1a0a' || start.startsWith('ffd8ff')
}
