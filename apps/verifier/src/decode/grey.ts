/** A picture in shades of grey, row by row, one byte to a pixel. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly levels: Uint8Array
}

/** Pixels of a canvas, or of its message to a worker. */
export type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>

/** What a code is looked for in: as a canvas has it, or as a camera does. */
export type Picture = ImageData | Grey

export function isGrey(picture: Pixels | Grey): picture is Grey {
  return 'levels' in picture
}

export function greyOf(picture: Pixels | Grey): Grey {
  return isGrey(picture) ? picture : lumaOf(picture)
}

/** Luma of ITU-R BT.601 in integers; what shows through is taken as white paper. */
function lumaOf({ width, height, data }: Pixels): Grey {
  const levels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < levels.length; at += 1, from += 4) {
    const luma = (306 * (data[from] ?? 0) + 601 * (data[from + 1] ?? 0) + 117 * (data[from + 2] ?? 0) + 512) >>> 10
    const alpha = data[from + 3] ?? 255
    levels[at] = alpha === 255 ? luma : (luma * alpha + 255 * (255 - alpha)) / 255
  }
  return { width, height, levels }
}

/** The picture as a binary PGM file, which the engine takes without a detour through colours. */
export function pgmOf({ width, height, levels }: Grey): Uint8Array {
  const header = new TextEncoder().encode(`P5 ${width} ${height} 255\n`)
  const file = new Uint8Array(header.length + levels.length)
  file.set(header)
  file.set(levels, header.length)
  return file
}

/** The picture as a canvas and a detector take it. */
export function imageIn(picture: Picture): ImageData {
  if (!isGrey(picture)) return picture
  const { width, height, levels } = picture
  const image = new ImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  for (let at = 0; at < levels.length; at += 1) pixels[at] = 0xff000000 | ((levels[at] ?? 0) * 0x010101)
  return image
}
