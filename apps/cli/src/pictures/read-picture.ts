import { Fault } from '@vaxcert/core'
import { type OnWhite, onWhite } from './brightness.ts'
import { passes } from './passes.ts'
import { checkPicture } from './picture-file.ts'
import type { PictureCode, PictureKind, PictureSize } from './picture-kind.ts'
import { inPictureThread, type PictureThread } from './picture-thread.ts'

/** Time for one picture in milliseconds; a real one takes a hundredth of it. */
const MAX_MILLISECONDS = 3000

/**
 * The text of the QR or Aztec code in a PNG or JPEG picture, as it stands there, certificate or not. Of several,
 * the first that begins with `HC1:`, or else the first.
 * @throws Fault `picture.unreadable` for what is not a whole PNG or JPEG, `picture.too-large` beyond 20 MiB, 2^24
 * pixels or 48 MiB of them, `picture.too-slow` beyond the time for one picture, `picture.no-code`
 */
export async function readPicture(bytes: Uint8Array, milliseconds: number = MAX_MILLISECONDS): Promise<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = checkPicture(file)
  const texts = await inPictureThread(milliseconds, async (thread) => {
    const found = await thread.codes(new Uint8Array(file))
    return found.length > 0 ? found : lookAgain(thread, file, size)
  })
  const text = texts.find((candidate) => candidate.startsWith('HC1:')) ?? texts[0]
  if (text === undefined) throw new Fault<PictureCode>('picture.no-code', 'no QR or Aztec code was found')
  return text
}

/** Most pixels of a picture that is looked at again: our decoders need ten times as many bytes, and more. */
const MAX_AGAIN_PIXELS = 2 ** 22

async function lookAgain(thread: PictureThread, file: Uint8Array, size: PictureSize): Promise<readonly string[]> {
  const picture = size.width * size.height <= MAX_AGAIN_PIXELS ? await unpacked(thread, file, size.kind) : undefined
  if (picture === undefined) return []
  for (const { view } of passes.filter(({ applies }) => applies(picture))) {
    const found = await thread.codes(view(picture))
    if (found.length > 0) return found
  }
  return []
}

/** Nothing for the rare picture that the reader unpacks and our decoders do not, or not in so little memory. */
async function unpacked(thread: PictureThread, file: Uint8Array, kind: PictureKind): Promise<OnWhite | undefined> {
  try {
    return onWhite(await thread.pixels(new Uint8Array(file), kind))
  } catch (error) {
    if (error instanceof Fault && error.code === 'picture.unreadable') return undefined
    throw error
  }
}
