import { utf8ToBytes } from '@noble/hashes/utils.js'
import { writeBase64 } from '../../../../src/trust/base64.ts'
import type { Made } from './certificates.ts'
import type { MadeKey } from './keys.ts'

/** A JWS to make; whatever is left out is as it should be. */
export interface JwsPlan {
  readonly payload: unknown
  readonly key: MadeKey
  readonly chain?: readonly Made[]
  readonly header?: Readonly<Record<string, unknown>>
  /** In place of an ES256 signature. */
  readonly sign?: (signed: Uint8Array) => Uint8Array
}

export function makeJws({ payload, key, chain, header, sign = key.sign }: JwsPlan): Uint8Array {
  const x5c = chain?.map(({ der }) => writeBase64(der))
  const head = encoded({ alg: 'ES256', ...(x5c && { x5c }), ...header })
  const signed = `${head}.${encoded(payload)}`
  return utf8ToBytes(`${signed}.${base64Url(sign(utf8ToBytes(signed)))}`)
}

export function base64Url(bytes: Uint8Array): string {
  return writeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function encoded(value: unknown): string {
  return base64Url(utf8ToBytes(JSON.stringify(value)))
}
