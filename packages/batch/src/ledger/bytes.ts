/** Bytes as a cell of COPY input for a column of type bytea. */
export function byteCell(bytes: Uint8Array): string {
  return `\\x${hex(bytes)}`
}

/** Lower-case hex: `decode(…, 'hex')` takes it in statements. */
export function hex({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('hex')
}
