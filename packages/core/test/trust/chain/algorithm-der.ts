import { derTag, writeDer } from '../../../src/cose/der.ts'

const oids = {
  'ecdsa-SHA-256': '2a8648ce3d040302',
  'ecdsa-SHA-384': '2a8648ce3d040303',
  'ecdsa-SHA-512': '2a8648ce3d040304',
  'ecdsa-SHA-1': '2a8648ce3d0401',
  'pkcs1-SHA-256': '2a864886f70d01010b',
  'pkcs1-SHA-384': '2a864886f70d01010c',
  'pkcs1-SHA-512': '2a864886f70d01010d',
  'pkcs1-SHA-1': '2a864886f70d010105',
  'pkcs1-MD5': '2a864886f70d010104',
  rsaEncryption: '2a864886f70d010101',
  'SHA-256': '608648016503040201',
  'SHA-384': '608648016503040202',
  'SHA-512': '608648016503040203',
  'SHA-1': '2b0e03021a',
  rsassaPss: '2a864886f70d01010a',
  mgf1: '2a864886f70d010108',
} as const

export type OidName = keyof typeof oids

export function oid(name: OidName): Uint8Array {
  const bytes = oids[name].match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return writeDer(derTag.objectIdentifier, Uint8Array.from(bytes))
}

/** AlgorithmIdentifier, DER, with whatever parameters. */
export function algorithm(name: OidName, ...parameters: readonly Uint8Array[]): Uint8Array {
  return writeDer(derTag.sequence, oid(name), ...parameters)
}

export const asn1Null: Uint8Array = writeDer(derTag.null)

/** AlgorithmIdentifier of RSASSA-PSS; what is undefined is left to its default. */
export function pss(hash?: OidName, mask?: OidName, salt?: number | Uint8Array, trailer?: number): Uint8Array {
  const fields = [
    hash && writeDer(0xa0, algorithm(hash, asn1Null)),
    mask && writeDer(0xa1, algorithm('mgf1', algorithm(mask))),
    salt !== undefined && writeDer(0xa2, writeDer(derTag.integer, typeof salt === 'number' ? numberBytes(salt) : salt)),
    trailer !== undefined && writeDer(0xa3, writeDer(derTag.integer, Uint8Array.of(trailer))),
  ]
  return algorithm('rsassaPss', writeDer(derTag.sequence, ...fields.filter((field) => field instanceof Uint8Array)))
}

function numberBytes(value: number): Uint8Array {
  return value < 0x80 ? Uint8Array.of(value) : Uint8Array.of(value >> 8, value & 0xff)
}
