import { qrPng } from '@vaxcert/paper'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPicture } from '../../src/pictures/read-picture.ts'
import { frameOf, jpegOf, pngOf, scan } from './craft.ts'
import { asJpeg, asPng, asTransparentPng, changed, drawn, sideBySide } from './draw.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const text = `HC1:${Array.from({ length: 500 }, (_, at) => alphabet[(at * at + 7 * at) % 45]).join('')}`

const certificates = fc
  .string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 500 })
  .map((rest) => `HC1:${rest}`)

afterEach(() => vi.unstubAllGlobals())

async function codeOf(bytes: Uint8Array): Promise<string> {
  return readPicture(bytes).then(
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

  it('without a network', async () => {
    vi.resetModules()
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')))
    vi.stubGlobal('XMLHttpRequest', undefined)
    const { readPicture: readAfresh } = await import('../../src/pictures/read-picture.ts')
    expect(await readAfresh(qrPng(text))).toBe(text)
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
