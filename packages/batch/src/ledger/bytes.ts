/** Lower-case hex: `decode(…, 'hex')` takes it in statements. */
export function hex({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('hex')
}
