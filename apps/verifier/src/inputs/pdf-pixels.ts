import type { PdfImage } from './pdf-images.ts'

/**
 * The pixels of a picture that is compressed by Flate alone, in grey; undefined for others, and for one that is cut short.
 * How many colours a pixel has is told by the amount of data, as its colour space may lie anywhere in the file.
 */
export async function pixelsOfImage(image: PdfImage): Promise<ImageData | undefined> {
  const { width, height, bits, filters, predictor } = image
  if (filters.join() !== 'FlateDecode' || ![1, 2, 4, 8].includes(bits) || (predictor > 1 && predictor < 10))
    return undefined
  const tag = predictor >= 10 ? 1 : 0
  const rowOf = (colours: number) => Math.ceil((width * colours * bits) / 8)
  const data = await inflate(image.data, (rowOf(4) + tag) * height)
  const colours = [4, 3, 1].find((each) => (rowOf(each) + tag) * height <= data.length)
  if (colours === undefined) return undefined
  const row = rowOf(colours)
  const rows = tag === 0 ? data : withoutFilters(data, row, height, Math.max(1, (colours * bits) >> 3))
  return greyPixels(rows, row, colours, image)
}

/** As much of a zlib stream as is there and wanted: never more. */
async function inflate(data: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const inflated = new Uint8Array(most)
  let length = 0
  try {
    for (let read = await reader.read(); !read.done && length < most; read = await reader.read()) {
      const piece = read.value.subarray(0, most - length)
      inflated.set(piece, length)
      length += piece.length
    }
  } catch {
    // Cut short, or with something behind it: what came before stands.
  }
  reader.cancel().catch(() => {})
  return inflated.subarray(0, length)
}

/** Undoes the filters of PNG, row by row (ISO/IEC 15948 §9). */
function withoutFilters(data: Uint8Array, row: number, height: number, step: number): Uint8Array {
  const plain = new Uint8Array(row * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)] ?? 0
    for (let x = 0, at = y * row; x < row; x += 1, at += 1) {
      const left = x < step ? 0 : (plain[at - step] ?? 0)
      const above = y === 0 ? 0 : (plain[at - row] ?? 0)
      const corner = x < step || y === 0 ? 0 : (plain[at - row - step] ?? 0)
      plain[at] = (data[y * (row + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return plain
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

/** Places in a palette become levels as they stand: of two colours, whichever is which, a code remains. */
function greyPixels(
  rows: Uint8Array,
  row: number,
  colours: number,
  { width, height, bits, isIndexed }: PdfImage,
): ImageData {
  const image = new ImageData(width, height)
  const full = isIndexed ? highest(rows, row * height, bits) : 2 ** bits - 1
  const sample = (y: number, index: number) => {
    const byte = rows[y * row + ((index * bits) >> 3)] ?? 0
    return (((byte >>> (8 - bits - ((index * bits) & 7))) & (2 ** bits - 1)) * 255) / full
  }
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      image.data.fill(
        levelOf(colours, (colour) => sample(y, x * colours + colour)),
        at,
        at + 3,
      )
      image.data[at + 3] = 255
    }
  }
  return image
}

function highest(rows: Uint8Array, length: number, bits: number): number {
  if (bits < 8) return 2 ** bits - 1
  return Math.max(
    1,
    rows.subarray(0, length).reduce((most, place) => Math.max(most, place), 0),
  )
}

/** Of grey, of red, green and blue, or of four inks. */
function levelOf(colours: number, sample: (colour: number) => number): number {
  if (colours === 1) return sample(0)
  if (colours === 3) return (sample(0) + 2 * sample(1) + sample(2)) / 4
  return ((255 - (sample(0) + 2 * sample(1) + sample(2)) / 4) * (255 - sample(3))) / 255
}
