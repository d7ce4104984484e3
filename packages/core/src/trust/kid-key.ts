/** Length of a key identifier (hcert §3.3.3). */
export const KID_BYTES = 8

/** In place of a kid: whoever signed (`UNKNOWN_KID` of the EU gateway). A kid of zeros takes 2^64 tries to find. */
export const ANY_SIGNER: Uint8Array = new Uint8Array(KID_BYTES)

/** A kid as key of a map: eight characters. One of another length gets a key that stands for no kid. */
export function kidKey(kid: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = kid
  return kid.length === KID_BYTES ? String.fromCharCode(a, b, c, d, e, f, g, h) : ''
}
