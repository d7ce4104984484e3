import { Fault } from '@vaxcert/core'
import { type Decoded, decode } from './brightness.ts'
import { readCodes } from './code-reader.ts'
import { passes } from './passes.ts'
import { checkPicture } from './picture-file.ts'
import type { PictureCode, PictureSize } from './picture-kind.ts'

/**
 * The text of the QR or Aztec code in a PNG or JPEG picture, as it stands there, certificate or not. Of several,
 * the first that begins with `HC1:`, or else the first.
 * @throws Fault `picture.unreadable` for what is not a whole PNG or JPEG, `picture.too-large` beyond 20 MiB or
 * 25 million pixels, `picture.no-code`
 */
export async function readPicture(bytes: Uint8Array): Promise<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = checkPicture(file)
  const found = await readCodes(file)
  const texts = found.length > 0 ? found : await lookAgain(file, size)
  const text = texts.find((candidate) => candidate.startsWith('HC1:')) ?? texts[0]
  if (text === undefined) throw new Fault<PictureCode>('picture.no-code', 'no QR or Aztec code was found')
  return text
}

/** Pixels up to which a picture is looked at again. */
const MAX_AGAIN_PIXELS = 16_000_000

async function lookAgain(file: Buffer, size: PictureSize): Promise<readonly string[]> {
  const picture = size.width * size.height <= MAX_AGAIN_PIXELS ? decoded(file, size) : undefined
  if (picture === undefined) return []
  for (const { view } of passes.filter(({ applies }) => applies(picture))) {
    const found = await readCodes(view(picture))
    if (found.length > 0) return found
  }
  return []
}

/** Nothing for the rare picture that the reader unpacks and our decoders do not. */
function decoded(file: Buffer, size: PictureSize): Decoded | undefined {
  try {
    return decode(file, size)
  } catch {
    return undefined
  }
}
