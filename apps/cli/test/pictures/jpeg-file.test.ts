import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { checkJpeg } from '../../src/pictures/jpeg-file.ts'
import { frameOf, jpegOf, scan } from './craft.ts'

const unreadable = expect.objectContaining({ code: 'picture.unreadable' })
const tooLarge = expect.objectContaining({ code: 'picture.too-large' })
const application = (data: readonly number[]): [number, readonly number[]] => [0xe1, data]

describe('checkJpeg', () => {
  it('tells the size of a picture', () => {
    const { data } = jpeg.encode({ width: 30, height: 20, data: Buffer.alloc(2400) }, 50)
    expect(checkJpeg(data)).toEqual({ kind: 'jpeg', width: 30, height: 20 })
  })

  it('tells the size of the picture, not of the preview within it', () => {
    const preview = jpegOf(frameOf(9, 9), scan, 0xff, 0xd9)
    expect(checkJpeg(jpegOf(application([...preview]), frameOf(30, 20), scan))).toMatchObject({ width: 30, height: 20 })
  })

  it('goes by the first frame, as readers do', () => {
    const both = jpegOf(frameOf(30, 20), frameOf(60_000, 60_000), scan)
    expect(checkJpeg(both)).toMatchObject({ width: 30, height: 20 })
  })

  it.each([
    { name: 'loose bytes', gap: [1, 2, 3] },
    { name: 'fill bytes', gap: [0xff, 0xff] },
    { name: 'restart markers and stuffed bytes', gap: [0xff, 0xd0, 0xff, 0x00, 0xff, 0x01] },
  ])('passes over $name between segments', ({ gap }) => {
    expect(() => checkJpeg(jpegOf(...gap, frameOf(60_000, 60_000), ...gap, scan))).toThrow(tooLarge)
  })

  it('refuses more scans than any real picture has', () => {
    const scans = (count: number) => Array.from({ length: count }, () => scan)
    expect(checkJpeg(jpegOf(frameOf(8, 8), ...scans(64)))).toMatchObject({ width: 8 })
    expect(() => checkJpeg(jpegOf(frameOf(8, 8), ...scans(65)))).toThrow(tooLarge)
  })

  it('counts no scans after the end of the picture', () => {
    const scans = Array.from({ length: 100 }, () => scan)
    expect(checkJpeg(jpegOf(frameOf(8, 8), scan, 0xff, 0xd9, ...scans))).toMatchObject({ width: 8 })
  })

  it.each([
    { name: 'nothing after its first marker', bytes: jpegOf() },
    { name: 'no frame', bytes: jpegOf(scan) },
    { name: 'no scan', bytes: jpegOf(frameOf(8, 8)) },
    { name: 'no height', bytes: jpegOf(frameOf(8, 0), scan) },
    { name: 'a frame of another coding', bytes: jpegOf([0xc3, frameOf(8, 8)[1]], scan) },
    { name: 'a frame without a size', bytes: jpegOf([0xc0, [8]], scan) },
    { name: 'a segment cut off', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0]) },
    { name: 'a segment of no length', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9]) },
  ])('refuses a picture with $name', ({ bytes }) => {
    expect(() => checkJpeg(bytes)).toThrow(unreadable)
  })
})
