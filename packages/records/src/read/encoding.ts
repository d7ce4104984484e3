import { isUtf8 } from 'node:buffer'
import { decodeLettering } from '../names/lettering.ts'
import { isSyllable } from '../names/syllable.ts'
import { decode1252, decode1258 } from './single-byte.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

/** Of the tokens with marks, so many must be Vietnamese syllables before a file is believed to be no UTF-8. */
const ENOUGH_SYLLABLES = 0.5
const LF = 0x0a

/** Says how the text of a file is written, from its first bytes. UTF-8 where nothing speaks against it. */
export function detectEncoding(sample: Uint8Array): Encoding {
  return unicodeMark(sample) ?? utf16WithoutMark(sample) ?? singleByteEncoding(sample) ?? 'utf-8'
}

function unicodeMark(sample: Uint8Array): Encoding | undefined {
  const [first, second, third] = sample
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Digits, commas and line ends are every other byte zero in UTF-16, and never in anything else that is text. */
function utf16WithoutMark(sample: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 5
  if (odd > many && even < odd / 50) return 'utf-16le'
  return even > many && odd < even / 50 ? 'utf-16be' : undefined
}

/**
 * Windows-1258, or bytes of Windows-1252 (in which TCVN3 and VNI texts lie: the survey tells them apart), where most
 * marked lines are no UTF-8 and most marked tokens become Vietnamese syllables. Nothing where that is not so.
 */
export function singleByteEncoding(sample: Uint8Array): Encoding | undefined {
  const lines = brokenLines(sample)
  if (lines === undefined) return undefined
  const as1252 = decode1252(lines)
  const shares: readonly (readonly [Encoding, number])[] = [
    ['windows-1258', syllableShare(decode1258(lines))],
    ['windows-1252', syllableShare(decodeLettering(as1252, 'tcvn3'))],
    ['windows-1252', syllableShare(decodeLettering(as1252, 'vni'))],
  ]
  const [best] = shares.toSorted(([, a], [, b]) => b - a)
  return best !== undefined && best[1] >= ENOUGH_SYLLABLES ? best[0] : undefined
}

/** The lines that are no UTF-8, where they outnumber the marked ones that are. */
function brokenLines(sample: Uint8Array): Buffer | undefined {
  if (isUtf8(sample)) return undefined
  const broken: Uint8Array[] = []
  let marked = 0
  for (const line of linesOf(sample)) {
    if (!isUtf8(line)) broken.push(line)
    else if (line.some((byte) => byte > 0x7f)) marked += 1
  }
  return broken.length > marked ? Buffer.concat(broken) : undefined
}

/** Whole lines; the last is one only where the sample has no other: it may be cut within a character. */
function* linesOf(sample: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let end = sample.indexOf(LF); end >= 0; end = sample.indexOf(LF, start)) {
    yield sample.subarray(start, end + 1)
    start = end + 1
  }
  if (start === 0) yield sample
}

/** Share of the tokens with letters beyond ASCII that are Vietnamese syllables. */
function syllableShare(text: string): number {
  const tokens = text.normalize('NFC').match(/\p{L}*[^\p{ASCII}\P{L}]\p{L}*/gu) ?? []
  if (tokens.length === 0) return 0
  return tokens.filter((token) => isSyllable(token.toLowerCase())).length / tokens.length
}
