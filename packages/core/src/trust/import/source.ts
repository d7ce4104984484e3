import { decodeUtf8 } from '../../cose/cbor-text.ts'
import { type PublicKey, readPublicKey } from '../../cose/keys.ts'
import { Fault } from '../../fault.ts'
import { readBase64 } from '../base64.ts'
import { isTellable } from '../signer-json.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { readSigningCertificate } from './certificate.ts'
import type { ForeignCode, ForeignSource } from './foreign-list.ts'
import type { PinnedKey } from './pinned-key.ts'

/** Largest file of a foreign list, in bytes. The largest real one has 5 MiB. */
export const MAX_FILE_BYTES: number = 32 * 1024 * 1024

/** Entries that a foreign list may have. All countries together never had 3,000 signers at once. */
export const MAX_ENTRIES = 20_000

/** How far the source's clock may be ahead of ours, in seconds (hcert-kotlin, SignedDataDecodeService). */
const SKEW = 300

/** A Fault of this stage. */
export function sourceFault(code: ForeignCode, detail: string): Fault<ForeignCode> {
  return new Fault(code, detail)
}

/**
 * The files, when there are as many as the format has.
 * @throws Fault `source.shape`, `source.too-large`
 */
export function filesOf({ files }: ForeignSource, least: number, most: number): readonly Uint8Array[] {
  if (files.length < least || files.length > most) throw sourceFault('source.shape', 'number of files')
  if (files.some((file) => file.length > MAX_FILE_BYTES)) throw sourceFault('source.too-large', 'file size')
  return files
}

/**
 * The one file of a format that has one.
 * @throws Fault `source.shape`, `source.too-large`
 */
export function onlyFile(source: ForeignSource): Uint8Array {
  const [file] = filesOf(source, 1, 1)
  if (file === undefined) throw sourceFault('source.shape', 'no file')
  return file
}

/**
 * The pinned key of a format that is signed.
 * @throws Fault `source.key`; `source.expired` when it is a certificate that is not valid at that time
 */
export function pinnedKeyOf({ key, at }: ForeignSource): PinnedKey {
  if (key === undefined) throw sourceFault('source.key', 'this format is signed, and no key is pinned')
  if (key.certificate === undefined || isWithin(wholeSeconds(at), readSigningCertificate(key.certificate))) return key
  throw sourceFault('source.expired', 'the pinned certificate is not valid at that time')
}

/**
 * The pinned key of a format that is signed as certificates are: ES256 or PS256.
 * @throws Fault `source.key`, `source.expired`
 */
export function verifyingKeyOf(source: ForeignSource): PublicKey {
  const { spki } = pinnedKeyOf(source)
  try {
    return readPublicKey(spki)
  } catch {
    throw sourceFault('source.key', 'the pinned key is neither P-256 nor RSA of 2048 to 4096 bits')
  }
}

/** Something that is valid for a time, in whole seconds since 1970, both ends included. */
export interface Period {
  readonly notBefore: number
  readonly notAfter: number
}

/** Whether something is valid at this moment. */
export function isWithin(now: number, { notBefore, notAfter }: Period): boolean {
  return notBefore <= now && now <= notAfter
}

/**
 * What a list says of its own time.
 * @throws Fault `source.expired` before its start, with some skew, and after its end; `source.rollback`;
 * `source.shape` when a time is none
 */
export function checkListTime(source: ForeignSource, start: unknown, end: unknown): { readonly issuedAt: number } {
  const now = wholeSeconds(source.at)
  if (!isTime(start) || !isTime(end)) throw sourceFault('source.shape', 'times of the list')
  if (start > now + SKEW) throw sourceFault('source.expired', 'the list is not valid yet')
  if (end < now - SKEW) throw sourceFault('source.expired', 'the list has expired')
  return checkRollback(source, Math.floor(start))
}

/** JSON knows numbers without end: 1e999. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && isTellable(Math.floor(value))
}

/**
 * Refuses a list that was made before another one was read.
 * @throws Fault `source.rollback` when the list was made before the one that was read last
 */
export function checkRollback({ newerThan }: ForeignSource, issuedAt: number): { readonly issuedAt: number } {
  if (newerThan === undefined || issuedAt >= wholeSeconds(newerThan)) return { issuedAt }
  throw sourceFault('source.rollback', 'the list is older than one that was read before')
}

/** @throws Fault `source.shape` when the bytes are not UTF-8; a byte order mark stays part of the text */
export function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw sourceFault('source.shape', 'not UTF-8')
  return text
}

/** @throws Fault `source.shape` when the bytes are not JSON */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes))
  } catch {
    throw sourceFault('source.shape', 'not JSON')
  }
}

/** Members of what JSON.parse made, or undefined for all but an object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Readonly<Record<string, unknown>>
}

/** @throws Fault `source.shape` for all but an object */
export function requireMembers(value: unknown): Readonly<Record<string, unknown>> {
  const members = membersOf(value)
  if (members === undefined) throw sourceFault('source.shape', 'not an object')
  return members
}

/** @throws Fault `source.shape` for all but an array; `source.too-large` for one of more than `MAX_ENTRIES` */
export function requireEntries(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw sourceFault('source.shape', 'not an array')
  if (value.length > MAX_ENTRIES) throw sourceFault('source.too-large', 'number of entries')
  return value
}

/** Bytes of a member in base64, or undefined for all else. Padding may be missing: some sources leave it out. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  return readBase64(value.padEnd(Math.ceil(value.length / 4) * 4, '='))
}
