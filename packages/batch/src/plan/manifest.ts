import { hash } from 'node:crypto'
import { limits2022 } from '@vaxcert/records'
import { catalogue } from '@vaxcert/records/catalogue'
import { canonicalJson } from './canonical-json.ts'

/** What two people approve, and what no one can change afterwards: a batch in a few lines. Holds nothing about a person. */
export interface Manifest {
  readonly format: 'vaxcert-manifest'
  readonly version: 1
  readonly batch: number
  readonly kind: 'issue' | 'renew' | 'correct' | 'single'
  /** Rows that came in: planned and held together. */
  readonly rows: number
  readonly planned: number
  /** By code. */
  readonly held: Readonly<Record<string, number>>
  /** `contentsDigest` over the chunks of the batch. */
  readonly contents: string
  /** Of the rules by which the doses were cleansed, and of their limits. */
  readonly rules: string
  /** Form of the certificates. */
  readonly profile: string
  readonly issuer: string
  readonly country: string
  /** Of the document signer for which it was planned, base64. */
  readonly kid: string
  /**
   * What was told to who approved: that many months, and none beyond the document signer for which it was planned. Signing
   * takes both from `prepare`: with another document signer than that of `kid`, the other's end is the limit.
   */
  readonly validity: { readonly months: number; readonly until: string }
  /** SHA-256 in hex of the files that went in, by what they are. */
  readonly inputs: Readonly<Record<string, string>>
  /** Confirmations by which doses of it are confirmed. */
  readonly confirmations: readonly string[]
  /** Of a standing approval: how many doses it lets through on one day, and its last day. */
  readonly standing?: { readonly perDay: number; readonly until: string }
  readonly by: string
  readonly at: string
}

/** The text that is kept and approved. */
export function manifestText(manifest: Manifest): string {
  const { standing, ...rest } = manifest
  return canonicalJson(standing === undefined ? rest : { ...rest, standing })
}

/** SHA-256 of a manifest, in hex: what people compare, and approve. */
export function manifestDigest(text: string): string {
  return hash('sha256', text, 'hex')
}

/** Digest of all contents of a batch: SHA-256 over the digests of its chunks, each over those of its doses, in their order. */
export function contentsDigest(chunks: readonly Uint8Array[]): string {
  return hash('sha256', Buffer.concat(chunks), 'hex')
}

/** A catalogue by its limits and the digest of its rules: another rule is another version. */
export const rulesVersion: string = `${limits2022.version}/${hash('sha256', JSON.stringify(catalogue), 'hex').slice(0, 16)}`
