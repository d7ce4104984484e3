import { Fault } from '../fault.ts'

/** Tags of the DER elements that keys are made of (X.690 §8). */
export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
} as const

/** One DER element. `content` is a view into the bytes that were read; its bounds are checked. */
export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
}

/** Elements of one level that a key may have at most; PKCS#8 has the most, five. */
const MOST_ELEMENTS = 8

/**
 * Splits bytes into the DER elements that lie side by side in them. Goes no level deeper, so its
 * work is bounded by `MOST_ELEMENTS`. Takes single-byte tags and minimal definite lengths only.
 * @throws Fault `cose.algorithm` when the bytes are anything else.
 */
export function derElements(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = []
  for (let at = 0; at < bytes.length; ) {
    if (elements.length === MOST_ELEMENTS) throw malformed()
    const [length, start] = lengthAt(bytes, at + 1)
    if (length > bytes.length - start) throw malformed()
    elements.push({ tag: tagAt(bytes, at), content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return elements
}

/**
 * The content of the one element that the bytes are, to the last byte.
 * @throws Fault `cose.algorithm` when its tag is another or bytes follow it.
 */
export function derContent(bytes: Uint8Array, tag: number): Uint8Array {
  const elements = derElements(bytes)
  if (elements.length !== 1) throw malformed()
  return derTagged(elements[0], tag)
}

/**
 * The content of an element that must be there and carry the tag.
 * @throws Fault `cose.algorithm` when it is missing or another.
 */
export function derTagged(element: DerElement | undefined, tag: number): Uint8Array {
  if (element === undefined || element.tag !== tag) throw malformed()
  return element.content
}

/**
 * The bytes of a BIT STRING that has no unused bits (X.690 §8.6.2).
 * @throws Fault `cose.algorithm` when it is missing, another, or ends within a byte
 */
export function derBits(element: DerElement | undefined): Uint8Array {
  const content = derTagged(element, derTag.bitString)
  if (content[0] !== 0) throw malformed()
  return content.subarray(1)
}

/** Writes one element. Lengths up to 65,535 bytes. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = [tag, ...lengthBytes(length)]
  const bytes = new Uint8Array(head.length + length)
  bytes.set(head)
  let at = head.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Writes a number that is not negative, big-endian, as an INTEGER: minimal, zeros in front passed over (X.690 §8.3). */
export function writeDerInteger(magnitude: Uint8Array): Uint8Array {
  const start = magnitude.findIndex((byte) => byte !== 0)
  const digits = magnitude.subarray(start < 0 ? magnitude.length : start)
  const [first = 0x80] = digits
  return writeDer(derTag.integer, Uint8Array.from(first < 0x80 ? [] : [0]), digits)
}

/** A tag number of 31 announces more tag bytes, which no key uses (X.690 §8.1.2.4). */
function tagAt(bytes: Uint8Array, at: number): number {
  const tag = byteAt(bytes, at)
  if ((tag & 0x1f) === 0x1f) throw malformed()
  return tag
}

/** Length, and where the content starts. Definite and minimal (X.690 §10.1). */
function lengthAt(bytes: Uint8Array, at: number): readonly [length: number, start: number] {
  const first = byteAt(bytes, at)
  if (first < 0x80) return [first, at + 1]
  if (first === 0x81) return [atLeast(0x80, byteAt(bytes, at + 1)), at + 2]
  if (first === 0x82) return [atLeast(0x100, (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2)), at + 3]
  throw malformed()
}

function atLeast(least: number, length: number): number {
  if (length < least) throw malformed()
  return length
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw malformed()
  return byte
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length]
  if (length < 0x100) return [0x81, length]
  if (length < 0x10000) return [0x82, length >> 8, length & 0xff]
  throw new TypeError('DER content is too long to write')
}

function malformed(): Fault<'cose.algorithm'> {
  return new Fault('cose.algorithm', 'key is not the DER it must be')
}
