import { beforeAll, describe, expect, it } from 'vitest'
import type { Pixels } from '../../src/decode/grey.ts'
import { readFrame } from '../../src/decode/zxing-engine.ts'
import { canvas, draw } from './draw.ts'
import { prepareEngine } from './engine.ts'

beforeAll(prepareEngine)

describe('stills', () => {
  it('of two codes the certificate is meant', async () => {
    const picture = canvas(900, 420)
    draw(picture, 'HTTPS://EXAMPLE.TEST/MORE', { left: 20, top: 20, scale: 6 })
    draw(picture, 'HC1:NCFOXN', { left: 520, top: 20, scale: 6 })
    expect(await readFrame(picture, 'still')).toEqual({ kind: 'text', text: 'HC1:NCFOXN', symbol: 'qr' })
  })

  it('light on dark is read', async () => {
    const picture = canvas(300, 300)
    draw(picture, 'HC1:ABC', { left: 20, top: 20, scale: 6 })
    const inverted = { ...picture, data: picture.data.map((level, at) => (at % 4 === 3 ? 255 : 255 - level)) }
    expect(await readFrame(inverted, 'still')).toMatchObject({ text: 'HC1:ABC' })
  })

  it('black on nothing is read', async () => {
    const picture = canvas(300, 300)
    draw(picture, 'HC1:ABC', { left: 20, top: 20, scale: 6 })
    const data = picture.data.map((level, at) => (at % 4 === 3 && picture.data[at - 1] === 255 ? 0 : level))
    expect(await readFrame({ ...picture, data }, 'still')).toMatchObject({ text: 'HC1:ABC' })
  })

  it.each([
    [1, 1],
    [1, 4000],
    [4000, 1],
    [3, 3],
  ])('%i by %i pixels hold nothing', async (width, height) => {
    expect(await readFrame(canvas(width, height), 'still')).toEqual({ kind: 'nothing' })
    expect(await readFrame(canvas(width, height), 'enhanced')).toEqual({ kind: 'nothing' })
  })

  it('noise holds nothing', async () => {
    const data = new Uint8ClampedArray(400 * 400 * 4).map((_, at) => Math.imul(at, 0x9e3779b1) >>> 24)
    const noise: Pixels = { width: 400, height: 400, data }
    for (const effort of ['plain', 'enhanced', 'still'] as const) {
      expect((await readFrame(noise, effort)).kind).not.toBe('text')
    }
  })
})
