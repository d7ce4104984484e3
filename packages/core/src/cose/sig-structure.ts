import { Fault } from '../fault.ts'
import { byteStringLength, MAJOR } from './cbor-sink.ts'
import { BEFORE_PROTECTED, NO_BYTES } from './sign1.ts'

/** Initial bytes of a byte string whose length stands in the next byte, and in the next eight; between them those with two and four. */
const ONE_BYTE_FOLLOWS = 0x58
const EIGHT_BYTES_FOLLOW = 0x5b

/** What a signature goes over, taken apart. The bytes are views of the input. */
export interface SigStructure {
  /** Content of the protected bucket. */
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
}

/**
 * Takes apart what `toBeSigned` makes (RFC 9052 §4.4), and nothing else: an array of four, the context "Signature1", the
 * protected bucket, no external data, the payload; every head in shortest form.
 * @throws Fault `cose.shape`
 */
export function readToBeSigned(bytes: Uint8Array): SigStructure {
  if (!BEFORE_PROTECTED.every((byte, at) => byte === bytes[at])) throw refused('not an array of four, or the context')
  const protectedBytes = byteStringAt(bytes, BEFORE_PROTECTED.length)
  const external = BEFORE_PROTECTED.length + byteStringLength(protectedBytes)
  if (bytes[external] !== NO_BYTES) throw refused('external data')
  const payload = byteStringAt(bytes, external + 1)
  if (payload.length === 0 || external + 1 + byteStringLength(payload) !== bytes.length) throw refused('payload')
  return { protectedBytes, payload }
}

/** The content of a byte string whose head, in shortest form, stands at `at`. */
function byteStringAt(bytes: Uint8Array, at: number): Uint8Array {
  const initial = bytes[at] ?? 0
  if (initial >> 5 !== MAJOR.bytes || initial > EIGHT_BYTES_FOLLOW) throw refused('a byte string')
  const start = at + 1 + (initial < ONE_BYTE_FOLLOWS ? 0 : 1 << (initial - ONE_BYTE_FOLLOWS))
  let length = initial < ONE_BYTE_FOLLOWS ? initial & 31 : 0
  for (let place = at + 1; place < start; place += 1) length = length * 0x100 + (bytes[place] ?? 0)
  const content = bytes.subarray(start, start + length)
  if (at + byteStringLength(content) !== start + length) throw refused('a byte string')
  return content
}

function refused(detail: string): Fault {
  return new Fault('cose.shape', detail)
}
