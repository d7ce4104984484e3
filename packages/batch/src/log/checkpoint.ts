import { Fault } from '@vaxcert/core/fault'
import { readBase64, writeBase64 } from './base64.ts'
import { areHashes } from './hash.ts'
import { isKeyName, writeNote } from './note.ts'
import type { NoteSigner } from './note-key.ts'

/** What a log says of itself (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: "health.example/log". */
  readonly origin: string
  /** Leaves. */
  readonly size: number
  /** Root hash of the tree. */
  readonly root: Uint8Array
}

/** A checkpoint as a signed note; the signer is the log, its name the origin. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  if (signer.kind !== 'log') throw new TypeError('signer: not of a log')
  if (signer.name !== checkpoint.origin) throw new TypeError('origin: not the name of the signer')
  const text = checkpointText(checkpoint)
  const { name, keyId } = signer
  return writeNote({ text, signatures: [{ name, keyId, signature: signer.sign(Buffer.from(text)) }] })
}

/** The text of the note, with its last newline. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin)) throw new TypeError('origin: not a name of a log')
  if (!Number.isSafeInteger(size) || size < 0) throw new TypeError('size: not a number of leaves')
  if (!areHashes(root, 1)) throw new TypeError('root: not 32 bytes')
  return `${origin}\n${size}\n${writeBase64(root)}\n`
}

/**
 * Reads the text of a note: three lines, no extension lines.
 * @throws Fault `log.checkpoint`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [, origin = '', digits = '', base64 = ''] = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n$/.exec(text) ?? []
  const size = Number(digits)
  const root = readBase64(base64)
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || root === undefined || !areHashes(root, 1)) {
    throw new Fault('log.checkpoint', 'not origin, size and root hash')
  }
  return { origin, size, root }
}
