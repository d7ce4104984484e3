import type { Heading, Vector } from './vector.ts'

/** What of a certificate is hashed, and the hashes under which it may have been revoked, all in hex. */
export interface HashCase extends Heading {
  readonly given: {
    readonly algorithm: 'ES256' | 'PS256'
    readonly signature: string
    readonly ci: string
    /** Of the event, `co`. */
    readonly country: string
    /** Claim `iss`. */
    readonly issuer?: string
  }
  /** By type; undefined where the signature must be refused. */
  readonly hashes: Readonly<Record<'SIGNATURE' | 'UCI' | 'COUNTRYCODEUCI', readonly string[]>> | undefined
}

/** A slice of the EU's distribution service and a hash, both in hex. */
export interface SliceCase extends Heading {
  readonly form: 'BLOOMFILTER' | 'VARHASHLIST'
  readonly slice: string
  readonly hash: string
  readonly kind: 'contains' | 'absent' | 'refused'
}

export function hashVector({ hashes, ...described }: HashCase): Vector {
  const expect = hashes ? ({ kind: 'hashed', hashes } as const) : ({ kind: 'refused', code: 'cose.shape' } as const)
  return { ...described, given: { ...described.given }, expect }
}

export function sliceVector({ form, slice, hash, kind, ...heading }: SliceCase): Vector {
  const expect = kind === 'refused' ? { kind, code: 'list.shape' } : { kind }
  return { ...heading, given: { form, slice: slice.replaceAll(' ', ''), hash }, expect }
}
