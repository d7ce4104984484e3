import { Fault } from '@vaxcert/core/fault'
import { readBase64, writeBase64 } from './base64.ts'

/** A signed note (C2SP signed-note): nothing of it is to be believed before a signature of a known key is verified. */
export interface Note {
  /** What is signed, with its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  /** Of the key. */
  readonly name: string
  /** 4 bytes. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

export const KEY_ID_BYTES = 4

/** No honest checkpoint comes near: one with 16 Ed25519 signatures takes 3 kB. */
const MAX_NOTE_BYTES = 65_536
const MAX_SIGNATURES = 100

/** Controls but the newline. */
const control = /[^\n\P{Cc}]/u
const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u

/** Whether a text can be the name of a key: not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s+]+$/u.test(name) && !control.test(name)
}

/**
 * Takes a note apart, strictly.
 * @throws Fault `log.note`
 */
export function parseNote(bytes: Uint8Array): Note {
  const whole = decode(bytes)
  const end = whole.lastIndexOf('\n\n')
  if (end < 0 || !whole.endsWith('\n') || control.test(whole)) throw new Fault('log.note', 'not a signed note')
  const lines = whole.slice(end + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new Fault('log.note', 'too many signatures')
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignature) }
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_NOTE_BYTES) throw new Fault('log.note', 'too large')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Fault('log.note', 'not UTF-8')
  }
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = signatureLine.exec(line) ?? []
  const bytes = readBase64(base64)
  if (name === '' || bytes === undefined || bytes.length <= KEY_ID_BYTES) throw new Fault('log.note', 'signature line')
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) }
}

/** A note of a text that ends in a newline. */
export function writeNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n')) throw new TypeError('text: does not end in a newline')
  return `${text}\n${signatures.map(writeSignature).join('')}`
}

/** One line, with its newline. */
export function writeSignature({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${writeBase64(keyId, signature)}\n`
}
