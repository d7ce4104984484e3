import { Fault } from '../fault.ts'
import { sameBytes } from './same-bytes.ts'
import { toBeSigned } from './sign1.ts'

/** What a signature goes over, taken apart. The bytes are views of the input. */
export interface SigStructure {
  /** Content of the protected bucket. */
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
}

/** Before the protected bucket: the head of the array, and the context with its head. */
const CONTEXT_END = 1 + 1 + 'Signature1'.length

/**
 * Takes apart what `toBeSigned` makes (RFC 9052 §4.4), and nothing else: an array of four, the context "Signature1", the
 * protected bucket, no external data, the payload; every head in shortest form.
 * @throws Fault `cose.shape`
 */
export function readToBeSigned(bytes: Uint8Array): SigStructure {
  const header = byteStringAt(bytes, CONTEXT_END)
  const payload = byteStringAt(bytes, header.end + 1)
  const structure = { protectedBytes: header.content, payload: payload.content }
  // The two lengths are all that is read: whatever else is not as it must be, shows here.
  const again = toBeSigned(structure.protectedBytes, structure.payload)
  if (payload.content.length === 0 || !sameBytes(again, bytes)) throw new Fault('cose.shape', 'not a Sig_structure')
  return structure
}

/** Where a byte string begins at `at`: its content, and where it ends. Anything else is taken for one. */
function byteStringAt(bytes: Uint8Array, at: number): { readonly content: Uint8Array; readonly end: number } {
  const info = (bytes[at] ?? 0) & 31
  const start = at + 1 + (info < 24 ? 0 : 1 << (info - 24))
  let length = info < 24 ? info : 0
  for (let place = at + 1; place < start; place += 1) length = length * 0x100 + (bytes[place] ?? 0)
  const content = bytes.subarray(start, start + length)
  return { content, end: start + content.length }
}
