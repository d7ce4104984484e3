import { afterAll, describe, expect, it, vi } from 'vitest'
import { workerDecoder } from '../../src/decode/worker-decoder.ts'
import { readFile } from '../../src/inputs/read-file.ts'
import { drawCode } from './draw-code.ts'
import { bmpOf, fileOf, gifOf, photograph, turnedJpeg } from './photo.ts'

const decoder = workerDecoder()
afterAll(() => decoder.close())

/** As long as a certificate. */
const TEXT = `HC1:${'6BFOXN%TS3DH0YOJ58S'.repeat(29)}`

function page(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  return { canvas, context }
}

describe('A small code in a large photograph is read', () => {
  it.each([
    ['sharp, of 12 megapixels', { width: 4032, height: 3024, scale: 3, blur: 1 }],
    ['a little blurred, of 12 megapixels', { width: 4032, height: 3024, scale: 4, blur: 2 }],
    ['upright, of 12 megapixels', { width: 3024, height: 4032, scale: 3, blur: 1.5 }],
    ['of 48 megapixels', { width: 8000, height: 6000, scale: 4, blur: 2 }],
  ])('%s', async (_, photo) => {
    expect(await readFile(await fileOf(photograph(TEXT, photo), 'image/jpeg'), decoder)).toBe(TEXT)
  })
})

describe('A picture is read', () => {
  const code = () => drawCode(TEXT, { scale: 4, width: 480, height: 460 })

  it.each([2, 3, 4, 5, 6, 7, 8])('that a phone turned: orientation %i', async (orientation) => {
    expect(await readFile(await turnedJpeg(code(), orientation), decoder)).toBe(TEXT)
  })

  it('that is a GIF or a BMP', async () => {
    expect(await readFile(gifOf(code()), decoder)).toBe(TEXT)
    expect(await readFile(bmpOf(code()), decoder)).toBe(TEXT)
  })

  it('light on dark, as a dark screen shows it', async () => {
    const { canvas, context } = page(600, 900)
    context.filter = 'invert(1)'
    context.drawImage(code(), 60, 200)
    expect(await readFile(await fileOf(canvas), decoder)).toBe(TEXT)
  })

  it('through which the page shows', async () => {
    const { canvas, context } = page(480, 460)
    context.clearRect(0, 0, 480, 460)
    context.globalCompositeOperation = 'multiply'
    context.drawImage(code(), 0, 0)
    expect(await readFile(await fileOf(canvas), decoder)).toBe(TEXT)
  })

  it('with several codes: the certificate is meant, even where another is easier to read', async () => {
    const { canvas, context } = page(1400, 700)
    context.drawImage(drawCode('HTTPS://EXAMPLE.VN/TIEM', { scale: 9, width: 400, height: 400 }), 20, 20)
    context.filter = 'blur(2px)'
    context.drawImage(code(), 700, 100)
    expect(await readFile(await fileOf(canvas), decoder)).toBe(TEXT)
  })

  it('with another code alone: its text comes', async () => {
    const { canvas, context } = page(700, 700)
    context.drawImage(drawCode('HTTPS://EXAMPLE.VN', { scale: 9, width: 400, height: 400 }), 20, 20)
    expect(await readFile(await fileOf(canvas), decoder)).toBe('HTTPS://EXAMPLE.VN')
  })
})

describe('A picture that this browser does not draw', () => {
  const box = (size: number, type: string, ...rest: readonly (number | string)[]) =>
    [0, 0, size >> 8, size & 255, type, ...rest].flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part],
    )
  const heic = (brand: string, width: readonly number[]) =>
    new Blob([
      Uint8Array.from([...box(16, 'ftyp', brand, 0, 0, 0, 0), ...box(20, 'ispe', 0, 0, 0, 0, ...width, 0, 0, 4, 0)]),
    ])

  it.each(['heic', 'heix', 'mif1', 'hevc'])('says so: %s', async (brand) => {
    await expect(readFile(heic(brand, [0, 0, 4, 0]), decoder)).rejects.toMatchObject({ code: 'input.heic' })
  })

  it('is not tried when it hides its size', async () => {
    const draw = vi.spyOn(globalThis, 'createImageBitmap')
    const hidden = new Blob([Uint8Array.from(box(16, 'ftyp', 'avif', 0, 0, 0, 0))])
    await expect(readFile(hidden, decoder)).rejects.toMatchObject({ code: 'input.heic' })
    const flat = new Blob(['GIF89a', new Uint8Array(32)])
    await expect(readFile(flat, decoder)).rejects.toMatchObject({ code: 'input.broken' })
    expect(draw).not.toHaveBeenCalled()
    draw.mockRestore()
  })

  it('is too large when it says so, and no picture when it is another film', async () => {
    await expect(readFile(heic('heic', [0, 255, 4, 0]), decoder)).rejects.toMatchObject({ code: 'input.size' })
    await expect(readFile(heic('isom', [0, 0, 4, 0]), decoder)).rejects.toMatchObject({ code: 'input.type' })
  })
})
