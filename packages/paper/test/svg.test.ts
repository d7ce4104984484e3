import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrSvg } from '../src/index.ts'
import { pixelsOf, readCode } from './read-code.ts'
import { textOf, texts } from './texts.ts'

/** Draws the strokes of an SVG of ours on a square of modules, quiet zone included. */
function rasterised(svg: string): { side: number; modules: Uint8Array } {
  const side = Number(svg.match(/viewBox="0 0 (\d+) \1"/)?.[1])
  const modules = new Uint8Array(side * side)
  let [x, y] = [0, 0]
  for (const [, command, first, second] of strokes(svg).matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    const number = Number(first)
    if (command === 'M') [x, y] = [number, Number(second) - 0.5]
    if (command === 'h') modules.fill(1, y * side + x, y * side + x + number)
    if (command !== 'M') x += number
  }
  return { side, modules }
}

function strokes(svg: string): string {
  return svg.match(/stroke="#000" d="([^"]*)"/)?.[1] ?? ''
}

function withQuietZone(text: string): { side: number; modules: Uint8Array } {
  const { size, modules } = qrMatrix(text)
  const side = size + 8
  const framed = new Uint8Array(side * side)
  for (let y = 0; y < size; y += 1) framed.set(modules.subarray(y * size, (y + 1) * size), (y + 4) * side + 4)
  return { side, modules: framed }
}

describe('qrSvg', () => {
  it('strokes exactly the dark modules, four modules from the edge', () => {
    fc.assert(
      fc.property(texts(800), (text) => {
        expect(rasterised(qrSvg(text))).toEqual(withQuietZone(text))
      }),
      { numRuns: 60 },
    )
  })

  it.each([1, 16, 17, 610, 2420, 4296])('is read back by another reader with %i characters', async (length) => {
    const { side, modules } = rasterised(qrSvg(textOf(length)))
    expect(await readCode(pixelsOf(modules, side, 3))).toMatchObject({ text: textOf(length) })
  })

  it('is made of nothing but numbers in one fixed frame', () => {
    const frame = [
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" shape-rendering="crispEdges">/,
      /<path fill="#fff" d="M0 0h\d+v\d+H0z"\/><path stroke="#000" d="[Mmh\d. ]+"\/><\/svg>$/,
    ]
    const whole = new RegExp(frame.map((part) => part.source).join(''))
    fc.assert(fc.property(texts(300), (text) => whole.test(qrSvg(text))))
  })

  it('stays small: under three characters to a module', () => {
    const { size } = qrMatrix(textOf(610))
    expect(qrSvg(textOf(610)).length).toBeLessThan(3 * size * size)
  })

  it('takes the level and refuses what qrMatrix refuses', () => {
    expect(qrSvg('HC1:ABC', { level: 'L' })).not.toBe(qrSvg('HC1:ABC', { level: 'H' }))
    expect(() => qrSvg('<script>')).toThrow(TypeError)
  })
})
