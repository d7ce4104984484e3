import { Fault } from '@vaxcert/core'

/**
 * Bytes of hex in either case.
 * @throws Fault `vectors.hex`
 */
export function readHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) throw new Fault('vectors.hex', 'not hex')
  return new Uint8Array(Buffer.from(text, 'hex'))
}

/**
 * Bytes of base64, whose white space, padding, PEM armour or `data:` head do not matter here.
 * @throws Fault `vectors.base64`
 */
export function readBase64(text: string): Uint8Array {
  const bare = text
    .replace(/-----[A-Z ]+-----/g, '')
    .replace(/^data:[^,]{0,64},/, '')
    .replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw new Fault('vectors.base64', 'not base64')
  return new Uint8Array(Buffer.from(bare, 'base64'))
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}
