import { Fault } from '../fault.ts'
import { readShortest } from './cbor-shortest.ts'

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
  const structure = readShortest(bytes, { code: 'cose.shape' })
  if (!Array.isArray(structure) || structure.length !== 4) throw new Fault('cose.shape', 'not an array of four')
  const [context, protectedBytes, external, payload] = structure
  if (context !== 'Signature1') throw new Fault('cose.shape', 'context')
  if (!(external instanceof Uint8Array) || external.length > 0) throw new Fault('cose.shape', 'external data')
  if (!(protectedBytes instanceof Uint8Array) || !(payload instanceof Uint8Array) || payload.length === 0) {
    throw new Fault('cose.shape', 'protected header or payload')
  }
  return { protectedBytes, payload }
}
