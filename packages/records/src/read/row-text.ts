import { isAscii, isUtf8 } from 'node:buffer'
import { type Encoding, singleByteEncoding } from './encoding.ts'
import { decode1252 } from './single-byte.ts'
import { lossyText, type TextOf, textOfBlock } from './text-of-bytes.ts'

export interface BlockTexts {
  readonly textOf: TextOf
  /** For rows that are kept though they are no text: what means nothing becomes U+FFFD. */
  readonly lossyTextOf: (start: number, end: number) => string
}

/** Reads the blocks of one file, in their order. */
export type BlockReader = (block: Buffer) => BlockTexts

/**
 * Where the first bytes of a file were all ASCII, the first block with marks decides whether it is UTF-8; then that
 * stands to the end of the file.
 */
export function blockReader(detected: Encoding, sample: Uint8Array): BlockReader {
  let encoding = detected
  let isOpen = detected === 'utf-8' && isAscii(sample)
  return (block) => {
    if (isOpen && !isAscii(block)) {
      if (!isUtf8(block)) encoding = singleByteEncoding(block) ?? encoding
      isOpen = false
    }
    return { textOf: textOfBlock(block, encoding), lossyTextOf: lossyReader(block, encoding) }
  }
}

function lossyReader(block: Buffer, encoding: Encoding): (start: number, end: number) => string {
  const isSingle = encoding === 'windows-1258' || encoding === 'windows-1252'
  return (start, end) => {
    const bytes = block.subarray(start, end)
    return isSingle ? decode1252(bytes).replace(/[\0\x80-\x9f]/g, '\uFFFD') : lossyText(bytes)
  }
}
