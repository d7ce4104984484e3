import { afterAll, describe, expect, it } from 'vitest'
import { drawSample, SAMPLE_TEXT } from '../../src/decode/sample-code.ts'
import { workerDecoder } from '../../src/decode/worker-decoder.ts'

const decoder = workerDecoder()
afterAll(() => decoder.close())

function sample(): ImageData {
  const drawn = drawSample()
  if (drawn === undefined) throw new Error('no canvas')
  return drawn
}

describe('zxing in a worker', () => {
  it('gets ready with the wasm of our own build', async () => {
    expect(await decoder.ready).toBe(true)
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
    expect(new Set(asked)).toEqual(new Set([location.origin]))
  })

  it.each(['plain', 'enhanced', 'still'] as const)('reads the sample: %s', async (effort) => {
    expect(await decoder.decode(sample(), effort)).toEqual({ kind: 'text', text: SAMPLE_TEXT, symbol: 'qr' })
  })

  it.each(['plain', 'enhanced', 'still'] as const)('finds nothing on white: %s', async (effort) => {
    const white = new ImageData(new Uint8ClampedArray(720 * 720 * 4).fill(255), 720)
    expect(await decoder.decode(white, effort)).toEqual({ kind: 'nothing' })
  })

  it('reads frames that are handed over at once, in their order', async () => {
    const white = new ImageData(new Uint8ClampedArray(64 * 64 * 4).fill(255), 64)
    const readings = await Promise.all([decoder.decode(sample(), 'plain'), decoder.decode(white, 'plain')])
    expect(readings.map(({ kind }) => kind)).toEqual(['text', 'nothing'])
  })

  it('answers nothing once it is closed', async () => {
    const other = workerDecoder()
    const reading = other.decode(sample(), 'plain')
    other.close()
    expect(await reading).toEqual({ kind: 'nothing' })
  })
})
