/** Curves that WebCrypto knows (FIPS 186-5). */
export type Curve = 'P-256' | 'P-384' | 'P-521'

/** A curve by its names. */
export interface NamedCurve {
  readonly name: Curve
  /** Content of its object identifier, lower-case hex (RFC 5480 §2.1.1.1). */
  readonly oid: string
  /** Of a coordinate. */
  readonly bytes: number
}

/** The curves on which certificates and lists may be signed. */
export const namedCurves: readonly NamedCurve[] = [
  { name: 'P-256', oid: '2a8648ce3d030107', bytes: 32 },
  { name: 'P-384', oid: '2b81040022', bytes: 48 },
  { name: 'P-521', oid: '2b81040023', bytes: 66 },
]
