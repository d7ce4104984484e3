import { checkJpeg, isJpeg } from './jpeg-file.ts'
import { type PictureSize, tooLarge, unreadable } from './picture-kind.ts'
import { checkPng, isPng } from './png-file.ts'

/** Largest picture in bytes. */
const MAX_BYTES = 20 * 2 ** 20

/**
 * Tells what a picture is by its first bytes, whatever its name, and that it may be unpacked without harm.
 * @throws Fault `picture.unreadable` for what is not PNG or JPEG, `picture.too-large`
 */
export function checkPicture(bytes: Buffer): PictureSize {
  if (bytes.length > MAX_BYTES) throw tooLarge('too many bytes')
  if (isPng(bytes)) return checkPng(bytes)
  if (isJpeg(bytes)) return checkJpeg(bytes)
  throw unreadable('neither PNG nor JPEG')
}
