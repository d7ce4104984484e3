/** DER as PEM (RFC 7468): 64 characters a line. */
export function pem(label: 'PUBLIC KEY' | 'CERTIFICATE', der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
