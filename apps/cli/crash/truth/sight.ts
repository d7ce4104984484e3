/** What somebody saw in a ledger who only reads it: one fact each, bytes in hex. */
export type Sight =
  | { readonly kind: 'dose'; readonly doseNo: number; readonly id: string }
  | { readonly kind: 'held'; readonly count: number }
  /** Digest of the bytes that were fixed to be signed. */
  | { readonly kind: 'intent'; readonly doseNo: number; readonly digest: string }
  | { readonly kind: 'refusal'; readonly doseNo: number }
  | SeenCertificate
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'tile'; readonly at: number; readonly hashes: string }
  | { readonly kind: 'size'; readonly size: number }
  /** A look at the whole ledger begins and ends. */
  | { readonly kind: 'begin' | 'end' }

export interface SeenCertificate {
  readonly kind: 'certificate'
  readonly doseNo: number
  /** Null where nobody fixed them. */
  readonly bytes: string | null
  readonly signature: string
  readonly salt: string
  readonly leaf: number
  readonly kid: string | null
  readonly isReleased: boolean
}
