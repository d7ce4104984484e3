import { afterAll, describe, expect, it } from 'vitest'
import { workerDecoder } from '../../src/decode/worker-decoder.ts'
import { onFiles } from '../../src/inputs/files.ts'
import { readFile } from '../../src/inputs/read-file.ts'
import { drawCode } from './draw-code.ts'
import { pdfWith } from './pdf-with.ts'

const decoder = workerDecoder()
afterAll(() => decoder.close())

const TEXT = 'HC1:6BFOXN%TS3DH0YOJ58S'

function drawn(text = TEXT, scale = 4): HTMLCanvasElement {
  return drawCode(text, { scale, width: 400, height: 300 })
}

function fileOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type),
  )
}

function grey(canvas: HTMLCanvasElement): { width: number; height: number; levels: Uint8Array<ArrayBuffer> } {
  const { width, height, data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return { width, height, levels: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) }
}

describe('a picture', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])('is read: %s', async (type) => {
    expect(await readFile(await fileOf(drawn(), type), decoder)).toBe(TEXT)
  })

  it('is known by its bytes, whatever its name says', async () => {
    const file = new Blob([await fileOf(drawn(), 'image/jpeg')], { type: 'image/png' })
    expect(await readFile(file, decoder)).toBe(TEXT)
  })

  it('without a code gives nothing', async () => {
    const white = document.createElement('canvas')
    expect(await readFile(await fileOf(white, 'image/png'), decoder)).toBeUndefined()
  })

  it('whose modules are single pixels is read', async () => {
    const small = drawCode(TEXT, { scale: 1, width: 45, height: 45 })
    expect(await readFile(await fileOf(small, 'image/png'), decoder)).toBe(TEXT)
  })

  it.each([
    ['nothing', new Blob([]), 'input.type'],
    ['a text', new Blob(['HC1:NCFOXN']), 'input.type'],
    ['an SVG', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }), 'input.type'],
    ['a PNG of 4 thousand million pixels', new Blob([pngHeader(65_535, 65_535)]), 'input.size'],
    ['a PNG cut short', new Blob([pngHeader(100, 100)]), 'input.broken'],
    ['a file of 31 MB', new Blob([new Uint8Array(31_000_000)]), 'input.size'],
  ])('%s is refused with its reason', async (_, file, code) => {
    await expect(readFile(file, decoder)).rejects.toMatchObject({ code })
  })
})

function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(40)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

describe('a PDF', () => {
  it.each([8, 1])('with a Flate picture of %i bits is read', async (bits) => {
    expect(await readFile(await pdfWith(grey(drawn()), { bits }), decoder)).toBe(TEXT)
  })

  it('with filtered rows, its length in another object, is read', async () => {
    const file = await pdfWith(grey(drawn()), { bits: 8, filtered: true, indirectLength: true })
    expect(await readFile(file, decoder)).toBe(TEXT)
  })

  it('with a JPEG is read', async () => {
    const jpeg = await (await fileOf(drawn(), 'image/jpeg')).bytes()
    const head = `%PDF-1.4\n1 0 obj<</Subtype/Image/Width 400/Height 300/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`
    expect(await readFile(new Blob([head, jpeg, '\nendstream endobj']), decoder)).toBe(TEXT)
  })

  it.each([
    ['drawn with lines', '%PDF-1.4\n1 0 obj<</Length 5>>stream\n0 0 m\nendstream', 'input.drawn'],
    ['encrypted', '%PDF-1.4\ntrailer<</Encrypt 5 0 R>>', 'input.encrypted'],
    [
      'with a picture in a compression we do not read',
      '%PDF-1.4\n1 0 obj<</Subtype/Image/Width 9/Height 9/Filter/JBIG2Decode>>stream\nx\nendstream',
      'input.drawn',
    ],
    [
      'with a picture that is cut short',
      '%PDF-1.4\n1 0 obj<</Subtype/Image/Width 9/Height 9/Filter/FlateDecode>>stream\nx',
      'input.drawn',
    ],
    [
      'with a picture of a thousand million pixels',
      '%PDF-1.4\n1 0 obj<</Subtype/Image/Width 99999/Height 99999/Filter/FlateDecode>>stream\nx',
      'input.drawn',
    ],
  ])('%s is refused with its reason', async (_, text, code) => {
    await expect(readFile(new Blob([text]), decoder)).rejects.toMatchObject({ code })
  })
})

describe('files from elsewhere', () => {
  function transfer(): DataTransfer {
    const brought = new DataTransfer()
    brought.items.add(new File(['x'], 'a.png'))
    return brought
  }

  it('are taken when dropped or pasted, until the end', () => {
    const names: string[] = []
    const end = onFiles(document, ({ name }) => names.push(name))
    const drop = new DragEvent('drop', { dataTransfer: transfer(), cancelable: true })
    document.dispatchEvent(drop)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer() }))
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer() }))
    end()
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer() }))
    expect(names).toEqual(['a.png', 'a.png'])
    expect(drop.defaultPrevented).toBe(true)
  })
})
