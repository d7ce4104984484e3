/** A picture of a PDF as it lies in the file (ISO 32000-1 §8.9.5). */
export interface PdfImage {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** In the order in which they have to be undone. */
  readonly filters: readonly string[]
  /** 1 for none, 10 to 15 for those of PNG (ISO 32000-1 §7.4.4.4). */
  readonly predictor: number
  /** Whether levels are places in a palette. */
  readonly isIndexed: boolean
  readonly data: Uint8Array<ArrayBuffer>
}

const LONGEST_DICTIONARY = 4_096

/** Mentions of a picture that are looked at, whether or not one is there. */
const MOST_MENTIONS = 1_000

/** A page at 300 dots to the inch; a larger picture is an attack on memory. */
const MOST_PIXELS = 9_000_000

/**
 * The pictures of a PDF in the order of the file, found by their dictionaries without following its cross references:
 * objects with streams always lie open in the file (ISO 32000-1 §7.5.7).
 */
export function findImages(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): { readonly images: readonly PdfImage[]; readonly isEncrypted: boolean } {
  const text = new TextDecoder('latin1').decode(bytes)
  const images: PdfImage[] = []
  let mentions = 0
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    mentions += 1
    const image = imageAround(text, bytes, index)
    if (image !== undefined) images.push(image)
    if (images.length === most || mentions === MOST_MENTIONS) break
  }
  return { images, isEncrypted: /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text) }
}

function imageAround(text: string, bytes: Uint8Array<ArrayBuffer>, at: number): PdfImage | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_DICTIONARY), at)
  const after = text.slice(at, at + LONGEST_DICTIONARY)
  const [begin, end] = [before.lastIndexOf('obj'), after.indexOf('stream')]
  if (begin < 0 || end < 0) return undefined
  const dictionary = before.slice(begin + 3) + after.slice(0, end)
  const [width, height] = [numberOf(dictionary, 'Width'), numberOf(dictionary, 'Height')]
  if (width === undefined || height === undefined || !(width * height > 0 && width * height <= MOST_PIXELS))
    return undefined
  return {
    width,
    height,
    bits: numberOf(dictionary, 'BitsPerComponent') ?? 1,
    filters: filtersOf(dictionary),
    predictor: numberOf(dictionary, 'Predictor') ?? 1,
    isIndexed: /\/Indexed\b|\/I\b/.test(dictionary),
    data: dataAfter(text, bytes, at + end + 'stream'.length, numberOf(dictionary, 'Length')),
  }
}

/** A direct number; one that lies in another object is as if it were not there. */
function numberOf(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name}\\s+(\\d{1,9})(?!\\s+\\d+\\s+R)\\b`).exec(dictionary)?.[1]
  return found === undefined ? undefined : Number(found)
}

function filtersOf(dictionary: string): readonly string[] {
  const written = /\/Filter\s*(\/\w+|\[[^\]]{0,200}\])/.exec(dictionary)?.[1] ?? ''
  return Array.from(written.matchAll(/\/(\w+)/g), ([, name = '']) => name)
}

/** The stream's bytes; where its length is not written beside it, up to the next end of a stream. */
function dataAfter(text: string, bytes: Uint8Array<ArrayBuffer>, at: number, length: number | undefined) {
  const start = at + (/^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0)
  const isLength = length !== undefined && /^\s*endstream/.test(text.slice(start + length, start + length + 12))
  const next = text.indexOf('endstream', start)
  return bytes.subarray(start, isLength ? start + length : next < 0 ? bytes.length : next)
}
