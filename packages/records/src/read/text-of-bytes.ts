import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from './encoding.ts'
import { decode1252, decode1258 } from './single-byte.ts'

/** Part of a block as text, or undefined where it is none: bytes that mean nothing, or a NUL. */
export type TextOf = (start: number, end: number) => string | undefined

/**
 * How to read rows out of a block. Each row becomes a text of its own, so that a name kept in a memo table holds on
 * to its row and not to the block. Pure ASCII and valid UTF-8 are told once for the block; otherwise each row is.
 */
export function textOfBlock(block: Buffer, encoding: Encoding): TextOf {
  if (block.includes(0)) return (start, end) => rowText(block.subarray(start, end), encoding)
  if (isAscii(block)) return (start, end) => block.toString('latin1', start, end)
  if (isUnicode(encoding) && isUtf8(block)) return (start, end) => block.toString('utf8', start, end)
  return (start, end) => rowText(block.subarray(start, end), encoding)
}

function rowText(row: Buffer, encoding: Encoding): string | undefined {
  if (row.includes(0)) return undefined
  if (isUnicode(encoding)) return isUtf8(row) ? row.toString() : undefined
  const text = encoding === 'windows-1258' ? decode1258(row) : decode1252(row)
  return /[\x80-\x9f]/.test(text) ? undefined : text
}

/** Blocks of UTF-16 come here as UTF-8. */
function isUnicode(encoding: Encoding): boolean {
  return encoding !== 'windows-1258' && encoding !== 'windows-1252'
}

const lossy = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes as text for people: what is none becomes U+FFFD, and so does a NUL. */
export function lossyText(bytes: Uint8Array): string {
  return lossy.decode(bytes).replaceAll('\0', '\uFFFD')
}
