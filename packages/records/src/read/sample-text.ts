import type { Encoding } from './encoding.ts'
import { decode1252, decode1258 } from './single-byte.ts'
import { bytesSource } from './source.ts'
import { textBlocks } from './text-blocks.ts'
import { lossyText } from './text-of-bytes.ts'

/** The first bytes of a file as text, without a mark; what is none becomes U+FFFD. */
export async function sampleText(sample: Buffer, encoding: Encoding): Promise<string> {
  if (encoding === 'windows-1258') return decode1258(sample)
  if (encoding === 'windows-1252') return decode1252(sample)
  const parts: Buffer[] = []
  for await (const part of textBlocks(bytesSource('', sample).open(), encoding)) parts.push(part)
  return lossyText(Buffer.concat(parts))
}
