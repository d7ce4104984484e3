/** Kinds of picture that every browser draws. */
export type PictureType = 'png' | 'jpeg' | 'webp' | 'gif'

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
    return pngSize(view) ?? jpegSize(view) ?? webpSize(view) ?? gifSize(view)
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
