import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { readBase64, writeBase64 } from './base64.ts'
import { sha256 } from './hash.ts'
import { isKeyName, KEY_ID_BYTES } from './note.ts'

/** Whose key it is: of a log (signed-note §Ed25519) or of a witness (tlog-cosignature). */
export type NoteKeyKind = 'log' | 'witness'

/** A public key of notes: what a checker is told to believe. */
export interface VerifierKey {
  readonly name: string
  readonly kind: NoteKeyKind
  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
  readonly keyId: Uint8Array
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean
}

/** Signs notes in the name of a log or a witness. */
export interface NoteSigner {
  readonly name: string
  readonly kind: NoteKeyKind
  readonly keyId: Uint8Array
  /** Ed25519 (RFC 8032): 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
  /** The public half as text: "name+hash+key". */
  readonly verifierKey: string
}

/** Signature type identifiers (signed-note §Signature types). */
const types: Readonly<Record<NoteKeyKind, number>> = { log: 0x01, witness: 0x04 }

const ED25519_BYTES = 32
/** SubjectPublicKeyInfo of an Ed25519 key up to its bytes (RFC 8410 §4). */
const spkiPrefix = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)
const MAX_TEXT = 1024

/**
 * A signer from an Ed25519 private key, PEM (PKCS#8).
 * @throws Fault `log.key`
 */
export function noteSigner(kind: NoteKeyKind, name: string, pem: string): NoteSigner {
  if (!isKeyName(name)) throw new Fault('log.key', 'not a name of a key')
  const key = privateKey(pem)
  const bytes = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-ED25519_BYTES)
  const typed = Uint8Array.of(types[kind], ...bytes)
  const keyId = keyIdOf(name, typed)
  const verifierKey = `${name}+${Buffer.from(keyId).toString('hex')}+${writeBase64(typed)}`
  return { name, kind, keyId, verifierKey, sign: (message) => new Uint8Array(sign(null, message, key)) }
}

function privateKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw new Fault('log.key', 'not a private key')
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Fault('log.key', 'not an Ed25519 key')
  return key
}

/**
 * Reads "name+hash+key" (signed-note, verifier keys): the hash in 8 digits of lower-case hex, the key as base64 of its
 * type and its 32 bytes.
 * @throws Fault `log.key`
 */
export function readVerifierKey(text: string): VerifierKey {
  const [, name = '', hash = '', base64 = ''] =
    text.length > MAX_TEXT ? [] : (/^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [])
  const typed = readBase64(base64)
  const kind = typed?.[0] === types.log ? 'log' : 'witness'
  if (!isKeyName(name) || typed?.length !== 1 + ED25519_BYTES || typed[0] !== types[kind]) {
    throw new Fault('log.key', 'not the Ed25519 key of a log or a witness')
  }
  const keyId = keyIdOf(name, typed)
  if (Buffer.from(keyId).toString('hex') !== hash) throw new Fault('log.key', 'its hash is not that of name and key')
  return { name, kind, keyId, verify: verifierOf(typed.subarray(1)) }
}

function verifierOf(publicKey: Uint8Array): VerifierKey['verify'] {
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' })
  return (message, signature) => verify(null, message, key, signature)
}

function keyIdOf(name: string, typed: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])).slice(0, KEY_ID_BYTES)
}
