/** Signature algorithms a certificate may use (hcert §3.3.2). */
export type Algorithm = 'ES256' | 'PS256'

/** What one algorithm demands of its key and its signature. Everything else reads this row. */
export interface AlgorithmRow {
  readonly name: Algorithm
  /** COSE algorithm identifier (RFC 9053 §2.1, RFC 8230 §2). */
  readonly id: number
  readonly keyType: 'EC' | 'RSA'
  /** Allowed signature lengths in bytes; for RSA the length of the modulus decides within it. */
  readonly signatureBytes: { readonly min: number; readonly max: number }
}

/** Salt length of PS256 in bytes (RFC 8230 §2: the length of the hash). */
export const PS256_SALT_BYTES = 32

const table: readonly AlgorithmRow[] = [
  { name: 'ES256', id: -7, keyType: 'EC', signatureBytes: { min: 64, max: 64 } },
  { name: 'PS256', id: -37, keyType: 'RSA', signatureBytes: { min: 256, max: 512 } },
]

export function algorithmByName(name: Algorithm): AlgorithmRow {
  const row = table.find((candidate) => candidate.name === name)
  if (row === undefined) throw new TypeError('unknown algorithm name')
  return row
}

/** The row of a COSE algorithm identifier, or undefined for every algorithm we do not accept. */
export function algorithmById(id: unknown): AlgorithmRow | undefined {
  return table.find((candidate) => candidate.id === id)
}
