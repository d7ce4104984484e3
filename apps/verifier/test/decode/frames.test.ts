import { beforeAll, describe, expect, it } from 'vitest'
import { type ConditionName, conditions } from '../../frames/conditions.ts'
import { emptyFrameOf, type Frame, frameOf } from '../../frames/frame.ts'
import { centreSquare, pixelsOf } from '../../frames/plane.ts'
import type { Effort, Reading } from '../../src/decode/decoder.ts'
import { readFrame } from '../../src/decode/zxing-engine.ts'
import { prepareEngine } from './engine.ts'

beforeAll(prepareEngine)

function read({ plane }: Frame, effort: Effort): Promise<Reading> {
  return readFrame(pixelsOf(centreSquare(plane)), effort)
}

describe('frames of a camera', () => {
  it.each(Object.keys(conditions) as ConditionName[])('%s: read', async (name) => {
    const frame = frameOf(name, 0)
    expect(await read(frame, 'enhanced')).toEqual({ kind: 'text', text: frame.text, symbol: 'qr' })
  })

  it('hard ones need the second look, and get it', async () => {
    const frames = [1, 3, 4, 5].map((number) => frameOf('hard', number))
    const readings = await Promise.all(frames.map((frame) => read(frame, 'enhanced')))
    expect(readings.map((reading) => reading.kind === 'text' && reading.text)).toEqual(frames.map(({ text }) => text))
    const plain = await Promise.all(frames.map((frame) => read(frame, 'plain')))
    expect(plain).toContainEqual({ kind: 'nothing' })
  })

  it.each([0, 1, 2, 3])('without a whole code nothing is read: %i', async (number) => {
    const frame = emptyFrameOf(number)
    for (const effort of ['enhanced', 'still'] as const) expect((await read(frame, effort)).kind).not.toBe('text')
  })

  it('the same number makes the same frame', () => {
    const [first, again] = [frameOf('rot', 7), frameOf('rot', 7)]
    expect(again.text).toBe(first.text)
    expect(first.plane.levels.every((level, at) => level === again.plane.levels[at])).toBe(true)
    expect(frameOf('rot', 8).text).not.toBe(first.text)
  })
})
