import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '#sha256'
import { type Claimed, dropped } from './entries.ts'
import type { Dropped } from './foreign-list.ts'
import { bytesOf, membersOf } from './source.ts'

/**
 * One entry of the EU gateway's trust list (dgc-gateway, TrustListDto), which Germany hands on. Members that came
 * later (uuid, domain, version, …) are passed over. Nothing of it has been believed.
 */
export interface GatewayEntry extends Claimed {
  readonly type: unknown
  /** SHA-256 of the certificate, lower-case hex. */
  readonly thumbprint: string | undefined
  /** CMS over the certificate, which it does not carry. */
  readonly signature: Uint8Array | undefined
  /** DER. */
  readonly certificate: Uint8Array | undefined
}

/** Takes an entry apart. What is missing or of another form is undefined, for `flawOf` to tell. */
export function readGatewayEntry(value: unknown): GatewayEntry {
  const { kid, country, certificateType, thumbprint, signature, rawData } = membersOf(value) ?? {}
  return {
    kid: kid ?? '',
    country: country ?? '',
    type: certificateType,
    thumbprint: typeof thumbprint === 'string' ? thumbprint.toLowerCase() : undefined,
    signature: bytesOf(signature),
    certificate: bytesOf(rawData),
  }
}

/** What is wrong with an entry before any signature is looked at. */
export function flawOf(entry: GatewayEntry): Dropped | undefined {
  const { type, thumbprint, certificate } = entry
  if (type !== 'DSC' && type !== 'CSCA' && type !== 'UPLOAD') return dropped(entry, 'not-a-signer')
  if (certificate === undefined || thumbprint === undefined) return dropped(entry, 'shape')
  return thumbprint === bytesToHex(sha256(certificate)) ? undefined : dropped(entry, 'thumbprint-mismatch')
}
