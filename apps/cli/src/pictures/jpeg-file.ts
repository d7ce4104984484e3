import { checkArea, type PictureSize, tooLarge, unreadable } from './picture-kind.ts'

/** Most scans of a progressive picture: each goes over all its blocks. Real ones have about ten. */
const MAX_SCANS = 64

const START_OF_IMAGE = 0xd8
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/** By its first bytes. */
export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === START_OF_IMAGE && bytes[2] === 0xff
}

/**
 * Checks the size of a JPEG (ITU-T T.81) and how often its pixels are gone over.
 * @throws Fault `picture.unreadable`, `picture.too-large`
 */
export function checkJpeg(bytes: Buffer): PictureSize {
  let size: PictureSize | undefined
  let scans = 0
  for (const { marker, segment } of segmentsOf(bytes)) {
    if (marker === START_OF_SCAN) scans += 1
    if (scans > MAX_SCANS) throw tooLarge('too many scans')
    if (isFrame(marker)) size ??= frameSize(segment)
  }
  if (size === undefined || scans === 0) throw unreadable('a JPEG without a picture')
  return size
}

/** Baseline, extended and progressive frames of Huffman coding: SOF0 to SOF2 (table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2
}

/** Precision, height, width (§B.2.2). */
function frameSize(segment: Buffer): PictureSize {
  if (segment.length < 5) throw unreadable('a JPEG without a size')
  const size: PictureSize = { kind: 'jpeg', width: segment.readUInt16BE(3), height: segment.readUInt16BE(1) }
  checkArea(size)
  return size
}

/** The marker segments up to the end of the picture; whatever lies between them is passed over. */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; segment: Buffer }> {
  for (let at = 2; at < bytes.length; ) {
    at = bytes.indexOf(0xff, at)
    const marker = at < 0 ? END_OF_IMAGE : (bytes[at + 1] ?? END_OF_IMAGE)
    if (marker === END_OF_IMAGE) return
    if (!hasSegment(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0
    yield { marker, segment: bytes.subarray(at + 4, at + 2 + length) }
    at += 2 + length
  }
}

/** Not so: a stuffed byte, a fill byte, TEM, a restart marker, the start of an image (§B.1.1). */
function hasSegment(marker: number): boolean {
  return marker > 0x01 && marker < 0xff && !(marker >= 0xd0 && marker <= START_OF_IMAGE)
}
