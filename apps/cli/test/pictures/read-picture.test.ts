import { qrPng } from '@vaxcert/paper'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/pictures/read-picture.ts'
import { frameOf, jpegOf, pngOf, scan, slowJpeg, tiled } from './craft.ts'
import { asJpeg, asPng, asTransparentPng, changed, drawn, sideBySide } from './draw.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const text = `HC1:${Array.from({ length: 500 }, (_, at) => alphabet[(at * at + 7 * at) % 45]).join('')}`

const certificates = fc
  .string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 500 })
  .map((rest) => `HC1:${rest}`)

/** A finder pattern of QR codes, dark as zero, with one light module to its right and below. */
const finder = [0b00000001, 0b01111101, 0b01000101, 0b01000101, 0b01000101, 0b01111101, 0b00000001, 0xff]

function noise(size: number): Buffer {
  let state = 1
  const scanlines = Uint8Array.from({ length: (size / 8 + 1) * size }, (_, at) => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223
    return at % (size / 8 + 1) === 0 ? 0 : state >>> 24
  })
  return pngOf({ width: size, height: size, depth: 1, scanlines })
}

async function codeOf(bytes: Uint8Array, milliseconds?: number): Promise<string> {
  return readPicture(bytes, milliseconds).then(
    () => 'none',
    (error: { code: string }) => error.code,
  )
}

describe('readPicture reads', () => {
  it('what we draw, to the last space', async () => {
    await fc.assert(
      fc.asyncProperty(certificates, fc.integer({ min: 1, max: 8 }), async (certificate, scale) => {
        expect(await readPicture(qrPng(certificate, { scale }))).toBe(certificate)
      }),
      { numRuns: 40 },
    )
  })

  it('a picture that lies in the middle of other bytes', async () => {
    const png = qrPng(text)
    const around = new Uint8Array(png.length + 20)
    around.set(png, 10)
    expect(await readPicture(around.subarray(10, 10 + png.length))).toBe(text)
  })

  it('JPEG', async () => {
    expect(await readPicture(asJpeg(await drawn(text), 30))).toBe(text)
  })

  it('Aztec', async () => {
    expect(await readPicture(asPng(await drawn(text, 4, 'Aztec')))).toBe(text)
  })

  it('light on dark', async () => {
    expect(await readPicture(asPng(changed(await drawn(text), (value) => 255 - value)))).toBe(text)
  })

  it('black on nothing', async () => {
    expect(await readPicture(asTransparentPng(await drawn(text)))).toBe(text)
  })

  it('the certificate among several codes, wherever it stands', async () => {
    const [certificate, address] = await Promise.all([drawn(text), drawn('https://example.org/')])
    expect(await readPicture(asPng(sideBySide(certificate, address)))).toBe(text)
    expect(await readPicture(asPng(sideBySide(address, certificate)))).toBe(text)
  })

  it('the first of several codes where none is a certificate', async () => {
    const codes = await Promise.all([drawn('WIFI:S:a;;'), drawn('upi://pay')])
    expect(['WIFI:S:a;;', 'upi://pay']).toContain(await readPicture(asPng(sideBySide(...codes))))
  })

  it.each([
    'javascript:alert(1)',
    'https://example.org/?a=1&b=%20',
    'hc1:abc',
    ' HC1:A  B ',
    'line\r\nand line',
    'Nguyễn Văn An – 接種証明書',
    '0123456789',
    '\u001d(01)\u0000\u007f',
  ])('%j as it stands', async (content) => {
    expect(await readPicture(asPng(await drawn(content)))).toBe(content)
  })

  it('many at a time', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `HC1:${at}`)
    expect(await Promise.all(texts.map((each) => readPicture(qrPng(each))))).toEqual(texts)
  })
})

describe('readPicture refuses', () => {
  it.each([
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'a text', bytes: new TextEncoder().encode(text) },
    { name: 'a GIF', bytes: new TextEncoder().encode('GIF89a\u0001\u0000\u0001\u0000') },
    { name: 'half a PNG', bytes: qrPng(text).subarray(0, 900) },
    { name: 'the head of a PNG', bytes: qrPng(text).subarray(0, 33) },
    { name: 'a PNG without an area', bytes: pngOf({ width: 0, height: 5 }) },
    { name: 'a PNG with too few pixels', bytes: pngOf({ width: 50, height: 50, scanlines: new Uint8Array(99) }) },
    { name: 'a JPEG without a picture', bytes: jpegOf() },
    { name: 'a JPEG of garbage', bytes: Buffer.concat([jpegOf(), Buffer.alloc(5000, 0x5a)]) },
  ])('$name', async ({ bytes }) => {
    expect(await codeOf(bytes)).toBe('picture.unreadable')
  })

  it.each([
    { name: 'a PNG that claims 60000 × 60000', bytes: pngOf({ width: 60_000, height: 60_000 }) },
    { name: 'a JPEG that claims 60000 × 60000', bytes: jpegOf(frameOf(60_000, 60_000), scan) },
    { name: '5000 × 5000 stripes in 9 KB', bytes: tiled(5000, [0xaa]) },
    { name: 'a column of 17 million pixels', bytes: pngOf({ width: 1, height: 2 ** 24 + 1, depth: 1 }) },
    {
      name: '4000 × 4000 pixels of eight bytes',
      bytes: pngOf({ width: 4000, height: 4000, depth: 16, colourType: 6 }),
    },
    { name: 'a bomb', bytes: pngOf({ width: 5, height: 5, scanlines: new Uint8Array(9_000_000) }) },
    { name: 'more than 20 MiB', bytes: Buffer.concat([qrPng(text), Buffer.alloc(20 * 2 ** 20)]) },
  ])('$name', async ({ bytes }) => {
    expect(await codeOf(bytes)).toBe('picture.too-large')
  })

  it.each([
    { name: 'a white page', value: 255 },
    { name: 'a grey page', value: 128 },
  ])('$name', async ({ value }) => {
    const page = { width: 300, height: 200, values: new Uint8ClampedArray(60_000).fill(value) }
    expect(await codeOf(asPng(page))).toBe('picture.no-code')
    expect(await codeOf(asJpeg(page, 60))).toBe('picture.no-code')
  })

  it.each([
    { name: 'a carpet of finder patterns', bytes: tiled(2000, finder) },
    { name: 'noise of 16 million pixels', bytes: noise(4000) },
    { name: 'a JPEG of 60 scans', bytes: slowJpeg(4000, 60) },
  ])('$name when its time is over, without harm to the next one', async ({ bytes }) => {
    const [outcome, next] = await Promise.all([codeOf(bytes, 100), readPicture(qrPng(text))])
    expect(outcome).toBe('picture.too-slow')
    expect(next).toBe(text)
  })

  it.each([
    { name: 'a small carpet of finder patterns', bytes: tiled(160, finder) },
    { name: 'a few stripes', bytes: tiled(320, [0xaa]) },
  ])('$name', async ({ bytes }) => {
    expect(await codeOf(bytes)).toBe('picture.no-code')
  })

  it('every damaged picture with a fault of its own that repeats nothing of it, or reads it', async () => {
    const [png, jpeg] = [qrPng(text), asJpeg(await drawn(text, 2), 40)]
    const damages = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(png, jpeg), damages, async (picture, changes) => {
        const damaged = Uint8Array.from(picture)
        for (const { at, byte } of changes) damaged[at % damaged.length] = byte
        const outcome = await readPicture(damaged).catch((error: Error & { code: string }) => {
          expect(error.code).toMatch(/^picture\.(unreadable|too-large|no-code)$/)
          expect(error.message).not.toContain('HC1')
          return text
        })
        expect(outcome).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('a bad picture without harm to the next one', async () => {
    await codeOf(pngOf({ width: 50, height: 50, scanlines: new Uint8Array(99) }))
    expect(await readPicture(qrPng(text))).toBe(text)
  })
})
