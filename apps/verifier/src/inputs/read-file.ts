import type { Decoder } from '../decode/decoder.ts'
import { isPdf, readPdf } from './pdf.ts'
import { readPicture } from './picture.ts'

/**
 * The text of the code in a picture or a PDF, told apart by their bytes; undefined without one.
 * @throws Fault with an `InputCode`
 */
export async function readFile(file: Blob, decoder: Decoder): Promise<string | undefined> {
  return (await isPdf(file)) ? readPdf(file, decoder) : readPicture(file, decoder)
}
