/** Kinds of picture that every browser draws, and `heic`, which few do (AVIF among them). */
export type PictureType = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'heic'

export interface PictureSize {
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** How much of a file has to be at hand: JPEGs carry previews before they tell their size. */
export const HEADER_BYTES = 512 * 1024

/** What a picture says of itself, by its bytes and not its name. Undefined when it is none, or cut short. */
export function pictureSize(header: Uint8Array): PictureSize | undefined {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  try {
    return pngSize(view) ?? jpegSize(view) ?? webpSize(view) ?? gifSize(view) ?? bmpSize(view) ?? heicSize(view)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** ISO/IEC 15948 §11.2.2. */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** ITU-T T.81 §B.2.2: the first frame header among the marker segments. */
function jpegSize(view: DataView): PictureSize | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrameHeader(marker))
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** SOF0 to SOF15 without the tables among them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** RFC 9649 §2.4 to §2.7: lossy, lossless or extended. */
function webpSize(view: DataView): PictureSize | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined
  const chunk = view.getUint32(12)
  if (chunk === 0x56503820) return webp(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return webp((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  if (chunk !== 0x56503858) return undefined
  return webp((view.getUint32(24, true) & 0xffffff) + 1, (view.getUint32(26, true) >>> 8) + 1)
}

function webp(width: number, height: number): PictureSize {
  return { type: 'webp', width, height }
}

/** GIF89a §18. */
function gifSize(view: DataView): PictureSize | undefined {
  if (view.getUint32(0) !== 0x47494638) return undefined
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** A file header of 14 bytes, then one of 40 or more, whose height is below zero when its rows run downwards. */
function bmpSize(view: DataView): PictureSize | undefined {
  if (view.getUint16(0) !== 0x424d || view.getUint32(14, true) < 40 || view.getUint32(14, true) > 124) return undefined
  return { type: 'bmp', width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

/** ISO/IEC 23008-12: brand of the file, then the largest of the sizes (`ispe`) of its parts. */
function heicSize(view: DataView): PictureSize | undefined {
  const brand = textAt(view, 8)
  if (textAt(view, 4) !== 'ftyp' || !/^(?:hei|hev|mif1|msf1|avi[fs])/.test(brand)) return undefined
  let [width, height] = [0, 0]
  for (let at = 12; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue
    width = Math.max(width, view.getUint32(at + 8))
    height = Math.max(height, view.getUint32(at + 12))
  }
  return { type: 'heic', width, height }
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
}
