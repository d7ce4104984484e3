import { describe, expect, it, vi } from 'vitest'
import type { BarcodeDetector } from '../../src/decode/barcode-detector.ts'
import type { Decoder, Reading } from '../../src/decode/decoder.ts'
import { withNativeDetector } from '../../src/decode/native-decoder.ts'
import { SAMPLE_TEXT } from '../../src/decode/sample-code.ts'

const picture = (width: number) => ({ width, height: 1, data: new Uint8ClampedArray(4 * width) }) as ImageData
const SAMPLE = picture(1)
const FRAME = picture(2)

/** Reads the sample, and of other frames what it is told to. */
function detector(ofFrames: () => Promise<string | undefined>): BarcodeDetector {
  return {
    detect: async (source) => {
      const rawValue = source === SAMPLE ? SAMPLE_TEXT : await ofFrames()
      return rawValue === undefined ? [] : [{ rawValue, format: 'qr_code' }]
    },
  }
}

function provenThat(reads: Reading) {
  const decode = vi.fn<Decoder['decode']>(async () => reads)
  return { decode, close: vi.fn() }
}

const text = (value: string): Reading => ({ kind: 'text', text: value, symbol: 'qr' })

async function open(proven: Decoder, ofFrames: () => Promise<string | undefined>): Promise<Decoder> {
  const find = async () => detector(ofFrames)
  return withNativeDetector(proven, { find, drawSample: () => SAMPLE, deadline: 20 })
}

describe("the browser's own detector", () => {
  it('is not asked where there is none, or where it cannot read the sample', async () => {
    const proven = provenThat(text('HC1:A'))
    expect(await withNativeDetector(proven, { find: async () => undefined })).toBe(proven)
    const blind: BarcodeDetector = { detect: async () => [] }
    expect(await withNativeDetector(proven, { find: async () => blind, drawSample: () => SAMPLE })).toBe(proven)
  })

  it('takes over after five frames on which both agree', async () => {
    const proven = provenThat(text('HC1:A'))
    const decoder = await open(proven, async () => 'HC1:A')
    for (let frame = 0; frame < 8; frame += 1) expect(await decoder.decode(FRAME, 'plain')).toEqual(text('HC1:A'))
    expect(proven.decode).toHaveBeenCalledTimes(5)
  })

  it.each([
    ['reads another text', async () => 'HC1:B'],
    ['misses a code', async () => undefined],
    ['fails', async () => Promise.reject(new Error('no service'))],
    ['never answers', () => new Promise<undefined>(() => {})],
  ])('is dropped for good when it %s in the trial', async (_, ofFrames) => {
    const proven = provenThat(text('HC1:A'))
    const detect = vi.fn(ofFrames)
    const decoder = await open(proven, detect)
    for (let frame = 0; frame < 8; frame += 1) expect(await decoder.decode(FRAME, 'plain')).toEqual(text('HC1:A'))
    expect(proven.decode).toHaveBeenCalledTimes(8)
    expect(detect).toHaveBeenCalledOnce()
  })

  it('is dropped when it fails in service, and the frame is read all the same', async () => {
    const proven = provenThat(text('HC1:A'))
    const detect = vi.fn(async () => 'HC1:A')
    const decoder = await open(proven, detect)
    for (let frame = 0; frame < 5; frame += 1) await decoder.decode(FRAME, 'plain')
    detect.mockRejectedValue(new Error('service gone'))
    for (let frame = 0; frame < 3; frame += 1) expect(await decoder.decode(FRAME, 'plain')).toEqual(text('HC1:A'))
    expect(detect).toHaveBeenCalledTimes(6)
  })

  it('leaves greater efforts to the engine that is proven', async () => {
    const proven = provenThat({ kind: 'located' })
    const detect = vi.fn(async () => 'HC1:A')
    const decoder = await open(proven, detect)
    expect(await decoder.decode(FRAME, 'enhanced')).toEqual({ kind: 'located' })
    expect(await decoder.decode(FRAME, 'still')).toEqual({ kind: 'located' })
    expect(detect).not.toHaveBeenCalled()
  })

  it('frames without a code prove nothing', async () => {
    const proven = provenThat({ kind: 'nothing' })
    const decoder = await open(proven, async () => undefined)
    for (let frame = 0; frame < 12; frame += 1) await decoder.decode(FRAME, 'plain')
    expect(proven.decode).toHaveBeenCalledTimes(12)
  })
})
