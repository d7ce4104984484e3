import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CborWritable } from '../../../../src/cose/cbor-value.ts'
import { writeCbor } from '../../../../src/cose/cbor-writer.ts'
import { toBeSigned, writeSign1 } from '../../../../src/cose/sign1.ts'
import { writeBase64 } from '../../../../src/trust/base64.ts'
import type { Made } from './certificates.ts'
import { makeCms } from './cms.ts'
import { base64Url } from './jws.ts'
import type { MadeKey } from './keys.ts'

/** The kid of a certificate as lists write it. */
export function kidOf({ der }: Made): string {
  return writeBase64(sha256(der).slice(0, 8))
}

/** An entry of the EU's gateway, signed by whoever uploads it. */
export function gatewayEntry(
  made: Made,
  country: string,
  type: string,
  uploader: Made,
): Readonly<Record<string, string>> {
  return {
    kid: kidOf(made),
    timestamp: '2022-01-01T00:00:00+01:00',
    country,
    certificateType: type,
    thumbprint: bytesToHex(sha256(made.der)),
    signature: writeBase64(makeCms({ content: made.der, signer: uploader })),
    rawData: writeBase64(made.der),
  }
}

/** Germany's two lines. */
export function deList(entries: readonly unknown[], key: MadeKey): Uint8Array {
  const body = jsonBytes({ certificates: entries })
  return concatBytes(utf8ToBytes(`${writeBase64(key.sign(body))}\n`), body)
}

/** Content of a list of hcert-kotlin. */
export function atContent(entries: readonly CborWritable[]): Uint8Array {
  return writeCbor({ c: entries }).slice()
}

export function atEntry({ der }: Made): CborWritable {
  return { i: sha256(der).slice(0, 8), c: der }
}

/** What may be otherwise in the signature of such a list. */
export interface AtSignaturePlan {
  readonly content: Uint8Array
  readonly key: MadeKey
  /** Whole seconds. */
  readonly from: number
  readonly until: number
  readonly version?: number
  readonly algorithm?: number
}

export function atSignature({ content, key, from, until, version = 2, algorithm = -7 }: AtSignaturePlan): Uint8Array {
  const header = new Map<number, CborWritable>([
    [1, algorithm],
    [4, sha256(key.spki).slice(0, 8)],
    [42, version],
  ])
  const payload = writeCbor(
    new Map<number, CborWritable>([
      [5, from],
      [4, until],
      [2, sha256(content)],
    ]),
  ).slice()
  const protectedBytes = writeCbor(header).slice()
  return writeSign1(protectedBytes, payload, key.sign(toBeSigned(protectedBytes, payload)))
}

/** A key in Sweden's list. */
export function seKey(made: Made): Readonly<Record<string, unknown>> {
  return {
    kty: 'EC',
    crv: 'P-256',
    kid: kidOf(made),
    x: base64Url(made.key.x),
    y: base64Url(made.key.y),
    x5c: [writeBase64(made.der)],
    'x5t#S256': base64Url(sha256(made.der)),
  }
}

/** A key in Switzerland's list. */
export function chKey(made: Made, use: string): Readonly<Record<string, unknown>> {
  const { x, y } = made.key
  return { keyId: kidOf(made), use, alg: 'ES256', crv: 'P-256', x: writeBase64(x), y: writeBase64(y) }
}

/** The Netherlands' payload and signature. */
export function nlList(payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return jsonBytes({ payload: writeBase64(payload), signature: writeBase64(signature) })
}

export function jsonBytes(value: unknown): Uint8Array {
  return utf8ToBytes(JSON.stringify(value))
}
