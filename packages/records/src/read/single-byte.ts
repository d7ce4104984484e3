import { decodeLettering } from '../names/lettering.ts'

/** Windows-1252 from 0x80 on; a byte without a meaning stays a C1 control, which is no text. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Bytes as Windows-1252. What is undefined there comes out as C1 controls. */
export function decode1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => upper1252.charAt(letter.charCodeAt(0) - 0x80))
}

/** Bytes as Windows-1258, composed (NFC). What is undefined there comes out as C1 controls. */
export function decode1258(bytes: Buffer): string {
  return decodeLettering(decode1252(bytes), 'cp1258-as-1252')
}
