import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrPng } from '../src/index.ts'
import { readCode } from './read-code.ts'
import { readPng } from './read-png.ts'
import { textOf, texts } from './texts.ts'

/** Each module of the matrix as `scale` × `scale` pixels, with its quiet zone; 1 = light. */
function expectedPixels(text: string, scale: number): Uint8Array {
  const { size, modules } = qrMatrix(text)
  const width = (size + 8) * scale
  return Uint8Array.from({ length: width * width }, (_, pixel) => {
    const x = Math.floor((pixel % width) / scale) - 4
    const y = Math.floor(pixel / width / scale) - 4
    const inside = x >= 0 && y >= 0 && x < size && y < size
    return inside && modules[y * size + x] === 1 ? 0 : 1
  })
}

function expectPixels(text: string, scale: number): void {
  const { pixels } = readPng(qrPng(text, scale === 4 ? {} : { scale }))
  expect(Buffer.compare(pixels, expectedPixels(text, scale))).toBe(0)
}

describe('qrPng', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 16, 33])('paints every module at %i pixels a side', (scale) => {
    for (const length of [3, 25, 40]) expectPixels(textOf(length), scale)
  })

  it('paints four pixels to a module when not told otherwise', () => {
    fc.assert(
      fc.property(texts(600), (text) => expectPixels(text, 4)),
      { numRuns: 20 },
    )
  })

  it('is a greyscale picture of one bit a pixel in three chunks', () => {
    const { types, header } = readPng(qrPng('HC1:', { scale: 2 }))
    expect(types).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect(header).toEqual([58, 58, 1, 0, 0, 0, 0])
  })

  it.each([1, 16, 17, 85, 610, 742, 2420, 4296])(
    'is read back by another reader with %i characters',
    async (length) => {
      expect(await readCode(qrPng(textOf(length)))).toMatchObject({ text: textOf(length) })
    },
  )

  it.each([2, 3, 8])('is read back by another reader at scale %i', async (scale) => {
    expect(await readCode(qrPng(textOf(610), { scale }))).toMatchObject({ text: textOf(610), level: 'Q' })
  })

  it('takes under three kilobytes for a certificate', () => {
    expect(qrPng(textOf(610)).length).toBeLessThan(3000)
  })

  it.each([0, -1, 1.5, 65, Number.NaN, Number.POSITIVE_INFINITY])('refuses a scale of %d', (scale) => {
    expect(() => qrPng('HC1:', { scale })).toThrow(TypeError)
  })

  it('refuses what qrMatrix refuses', () => {
    expect(() => qrPng('')).toThrow(TypeError)
  })
})
