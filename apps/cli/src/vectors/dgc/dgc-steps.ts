import { type CborWritable, writeCbor } from '@vaxcert/core/cose'
import { checkSchema, decodeBase45, inflate, readText, removePrefix, usageOf } from '@vaxcert/core/dcc'
import { checkTime, checkUsage } from '@vaxcert/core/verify/checks'
import { readPicture } from '../../pictures/read-picture.ts'
import { readBase64, readHex, sameBytes } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import type { DgcFile, FlagName } from './dgc-file.ts'
import { contentOf, isSignedBy, payloadOf, readCertificateCbor, trustOf } from './dgc-layers.ts'

/**
 * One step of the suite, done by the library. Gives whether it succeeds with what the file says must come out;
 * undefined when the file lacks its inputs.
 * @throws Fault when the library refuses an input
 */
export type Step = (file: DgcFile) => boolean | undefined | Promise<boolean | undefined>

/** Every step by its flag; what each compares is told in README.md of dgc-testdata. */
export const steps: Readonly<Record<FlagName, Step>> = {
  VALIDOBJECT: (file) => file.json && fitsSchema(file.json, file),

  SCHEMAVALIDATION: (file) => (file.cose || file.cbor ? fitsSchema(signedContent(file), file) : undefined),

  ENCODE: ({ json, cbor }) => {
    if (!json || !cbor) return undefined
    const written = writeCbor(writable(json))
    return sameContent(readCertificateCbor(written), readCertificateCbor(readHex(cbor)))
  },

  DECODE: (file) => {
    const expected = file.json ?? (file.cose && file.cbor && readCertificateCbor(readHex(file.cbor)))
    return expected && (file.cose || file.cbor) ? sameContent(signedContent(file), expected) : undefined
  },

  VERIFY: ({ cose, certificate }) => (cose && certificate ? isSignedBy(readHex(cose), certificate) : undefined),

  COMPRESSION: ({ compressed, cose }) =>
    compressed && cose ? sameBytes(inflate(readHex(compressed)), readHex(cose)) : undefined,

  KEYUSAGE: ({ cose, certificate }) => {
    if (!cose || !certificate) return undefined
    const { dcc } = contentOf(payloadOf(readHex(cose)))
    for (const signer of trustOf(certificate).signers) checkUsage(signer, usageOf(dcc))
    return true
  },

  UNPREFIX: ({ prefix, base45 }) => (prefix && base45 ? removePrefix(prefix) === base45 : undefined),

  VALIDJSON: async ({ prefix, picture, json }) => {
    const text = prefix ?? (picture && (await readPicture(readBase64(picture))))
    return text && json ? sameContent(contentOf(payloadOf(readText(text).cose)).dcc, json) : undefined
  },

  PICTUREDECODE: async ({ picture, prefix }) =>
    picture && prefix ? (await readPicture(readBase64(picture))) === prefix : undefined,

  EXPIRATIONCHECK: ({ cose, clock }) => {
    if (!cose || clock === undefined) return undefined
    checkTime(contentOf(payloadOf(readHex(cose))), { now: clock, skew: 0 })
    return true
  },

  B45DECODE: ({ base45, compressed, cose }) => {
    if (!base45 || !(compressed || cose)) return undefined
    const bytes = decodeBase45(base45)
    return compressed ? sameBytes(bytes, readHex(compressed)) : sameBytes(inflate(bytes), readHex(cose ?? ''))
  },
}

/** The certificate inside the message, or the file's CBOR where it has no message. */
export function signedContent({ cose, cbor = '' }: DgcFile): unknown {
  return cose ? contentOf(payloadOf(readHex(cose))).dcc : readCertificateCbor(readHex(cbor))
}

/** The tolerant profile: it is the one that must take what real issuers wrote. The release decides on several entries. */
export function fitsSchema(dcc: unknown, { schema }: DgcFile): boolean {
  return checkSchema(dcc, 'eu', schema === undefined ? undefined : { version: schema }).length === 0
}

/** Maps in place of objects, so that no member's name means anything to the encoder. */
function writable(value: unknown): CborWritable {
  if (Array.isArray(value)) return value.map(writable)
  if (typeof value !== 'object' || value === null) return value as CborWritable
  return new Map(Object.entries(value).map(([name, member]) => [name, writable(member)]))
}
