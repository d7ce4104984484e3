import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { modulesPng } from '../../../generate/bytes/png.ts'
import { alphanumericPicture, blankPicture, brokenPicture, bytePicture } from '../../../generate/bytes/qr.ts'
import { readPicture } from '../../../src/pictures/read-picture.ts'

const text = `HC1:${'6BFOXN*TS0BI'.repeat(30)}`

describe('A picture of modules', () => {
  it('is two pixels to a module, with a quiet zone of four', () => {
    const { width, height, data } = PNG.sync.read(Buffer.from(modulesPng({ size: 1, data: Uint8Array.of(1) })))
    expect([width, height]).toEqual([18, 18])
    const dark = Array.from({ length: 18 * 18 }, (_, pixel) => pixel).filter((pixel) => data[4 * pixel] === 0)
    expect(dark).toEqual([8 * 18 + 8, 8 * 18 + 9, 9 * 18 + 8, 9 * 18 + 9])
  })

  it('is the same at each run', () => {
    expect(bytePicture(text)).toEqual(bytePicture(text))
  })
})

describe('A QR code', () => {
  it('is read in either mode', async () => {
    expect(await readPicture(alphanumericPicture(text))).toBe(text)
    expect(await readPicture(bytePicture(text))).toBe(text)
    expect(await readPicture(bytePicture(text.toLowerCase()))).toBe(text.toLowerCase())
  })

  it('needs more modules in byte mode', () => {
    expect(bytePicture(text).length).toBeGreaterThan(alphanumericPicture(text).length)
  })

  it.each([
    ['a broken one', brokenPicture(text)],
    ['none', blankPicture()],
  ])('is not found in %s', async (_, picture) => {
    await expect(readPicture(picture)).rejects.toMatchObject({ code: 'picture.no-code' })
  })
})
