/** The DER of a certificate in PEM; whatever holds none as it is, for its reader to refuse. */
export function certificateBytes(file: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(file)
  const [, base64] = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(bytes.toString('latin1')) ?? []
  return new Uint8Array(base64 === undefined ? bytes : Buffer.from(base64, 'base64'))
}
