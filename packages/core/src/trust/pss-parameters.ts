import { bytesToHex } from '@noble/hashes/utils.js'
import { type DerElement, derElements, derTag, derTagged } from '../cose/der.ts'
import { Fault } from '../fault.ts'

/** Hashes that a signature may go over; SHA-1 and MD5 are none. */
export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'

/** What RSASSA-PSS parameters say, MGF1 being over the same hash and the trailer being 1. */
export interface PssParameters {
  readonly hash: Hash
  /** Bytes; in the parameters of a key, the least that a signature may have (RFC 4055 §3.3). */
  readonly saltLength: number
}

/** Contents of the object identifiers of the hashes (RFC 5754 §2). */
const hashes: ReadonlyMap<string, Hash> = new Map([
  ['608648016503040201', 'SHA-256'],
  ['608648016503040202', 'SHA-384'],
  ['608648016503040203', 'SHA-512'],
])

const mgf1 = '2a864886f70d010108'

/** A DER INTEGER from 0 to 32,767, minimal. */
const shortNumber = /^0201[0-7].$|^02020[1-9a-f]..$|^0202[1-7]...$|^020200[89a-f].$/

const trailer1 = '020101'

/**
 * The hash that an AlgorithmIdentifier names, its parameters absent or NULL (RFC 4055 §2.1).
 * @throws Fault `cose.algorithm` for every other
 */
export function readHash(algorithm: Uint8Array): Hash {
  const [oid, parameters, ...rest] = derElements(algorithm)
  const hash = hashes.get(bytesToHex(derTagged(oid, derTag.objectIdentifier)))
  if (hash === undefined || rest.length > 0) throw refused('hash')
  if (parameters !== undefined && derTagged(parameters, derTag.null).length > 0) throw refused('hash parameters')
  return hash
}

/**
 * Reads RSASSA-PSS-params. An absent field stands for its default: SHA-1, MGF1 over SHA-1, salt 20, trailer 1
 * (RFC 4055 §3.1), so that hash and mask must be there.
 * @throws Fault `cose.algorithm` when they are malformed, or hash and mask are not one of SHA-2
 */
export function readPssParameters(parameters: DerElement | undefined): PssParameters {
  const elements = derElements(derTagged(parameters, derTag.sequence))
  if (elements.some(({ tag }, index) => tag < 0xa0 || tag > 0xa3 || tag <= (elements[index - 1]?.tag ?? 0))) {
    throw refused('RSASSA-PSS parameters')
  }
  const fields = new Map(elements.map(({ tag, content }) => [tag, content]))
  const hash = readHash(sequenceIn(fields.get(0xa0)))
  const [mask, maskHash, ...rest] = derElements(sequenceIn(fields.get(0xa1)))
  const isMgf1 = bytesToHex(derTagged(mask, derTag.objectIdentifier)) === mgf1 && rest.length === 0
  if (!isMgf1 || readHash(derTagged(maskHash, derTag.sequence)) !== hash) throw refused('RSASSA-PSS mask')
  if (bytesToHex(fields.get(0xa3) ?? Uint8Array.of(2, 1, 1)) !== trailer1) throw refused('RSASSA-PSS trailer')
  return { hash, saltLength: numberIn(fields.get(0xa2) ?? Uint8Array.of(2, 1, 20)) }
}

function sequenceIn(field: Uint8Array | undefined): Uint8Array {
  const [algorithm, ...rest] = derElements(field ?? new Uint8Array())
  if (rest.length > 0) throw refused('RSASSA-PSS parameters')
  return derTagged(algorithm, derTag.sequence)
}

function numberIn(field: Uint8Array): number {
  const text = bytesToHex(field)
  if (!shortNumber.test(text)) throw refused('RSASSA-PSS salt')
  return Number.parseInt(text.slice(4), 16)
}

function refused(detail: string): Fault<'cose.algorithm'> {
  return new Fault('cose.algorithm', detail)
}
