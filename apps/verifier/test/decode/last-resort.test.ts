import { describe, expect, it, vi } from 'vitest'
import type { Decoder, Reading } from '../../src/decode/decoder.ts'
import { withLastResort } from '../../src/decode/last-resort.ts'

const reads = (text: string): Reading => ({ kind: 'text', text, symbol: 'qr' })
const FRAME = { width: 1, height: 1, levels: new Uint8Array(1) }

function decoderThat(reading: Reading) {
  return { decode: vi.fn<Decoder['decode']>(async () => reading), close: vi.fn() }
}

describe('the last resort', () => {
  it('is not taken while workers answer now and then', async () => {
    const openCompat = vi.fn(() => decoderThat(reads('B')))
    const worker = { ...decoderThat(reads('A')), ready: Promise.resolve(true), failures: () => 2 }
    const decoder = withLastResort(worker, openCompat)
    expect(await decoder.decode(FRAME, 'plain')).toEqual(reads('A'))
    expect(openCompat).not.toHaveBeenCalled()
    decoder.close()
    expect(worker.close).toHaveBeenCalledOnce()
  })

  it('is taken for good after three workers that ended without an answer', async () => {
    let failures = 3
    const compat = decoderThat(reads('B'))
    const openCompat = vi.fn(() => compat)
    const worker = { ...decoderThat(reads('A')), ready: Promise.resolve(true), failures: () => failures }
    const decoder = withLastResort(worker, openCompat)
    expect(await decoder.decode(FRAME, 'plain')).toEqual(reads('B'))
    failures = 0
    expect(await decoder.decode(FRAME, 'still')).toEqual(reads('B'))
    expect([worker.close, openCompat].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    decoder.close()
    expect(compat.close).toHaveBeenCalledOnce()
  })
})
