import { describe, expect, it } from 'vitest'
import { compatDecoder } from '../../src/decode/compat-decoder.ts'
import { drawSample, SAMPLE_TEXT } from '../../src/decode/sample-code.ts'

describe('the compatibility decoder', () => {
  it.each(['plain', 'enhanced', 'still'] as const)('reads the sample: %s', async (effort) => {
    const decoder = compatDecoder()
    expect(await decoder.decode(drawSample() as ImageData, effort)).toEqual({
      kind: 'text',
      text: SAMPLE_TEXT,
      symbol: 'qr',
    })
  })

  it('finds nothing on white', async () => {
    const decoder = compatDecoder()
    const white = new ImageData(new Uint8ClampedArray(300 * 300 * 4).fill(255), 300)
    expect(await decoder.decode(white, 'still')).toEqual({ kind: 'nothing' })
  })

  it('reads nothing when its chunk cannot be loaded', async () => {
    const decoder = compatDecoder(() => Promise.reject(new Error('offline')))
    expect(await decoder.decode(drawSample() as ImageData, 'plain')).toEqual({ kind: 'nothing' })
  })

  it('reads nothing once closed', async () => {
    const decoder = compatDecoder()
    decoder.close()
    expect(await decoder.decode(drawSample() as ImageData, 'plain')).toEqual({ kind: 'nothing' })
  })
})
