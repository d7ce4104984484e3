import { describe, expect, it, vi } from 'vitest'
import type { Decoder } from '../../src/decode/decoder.ts'
import { openDecoder } from '../../src/decode/open-decoder.ts'
import type { WorkerDecoder } from '../../src/decode/worker-decoder.ts'

function decoder(): Decoder {
  return { decode: vi.fn<Decoder['decode']>(async () => ({ kind: 'nothing' })), close: vi.fn() }
}

const workerThat = (ready: boolean): WorkerDecoder => ({
  ...decoder(),
  ready: Promise.resolve(ready),
  failures: () => 0,
})

describe('the decoder', () => {
  it('is the worker, with the help the browser has', async () => {
    const [worker, helped] = [workerThat(true), decoder()]
    const addNative = vi.fn(async (_proven: Decoder) => helped)
    expect(await openDecoder({ canUseWorkers: () => true, openWorker: () => worker, addNative })).toBe(helped)
    await addNative.mock.lastCall?.[0].decode({ width: 0, height: 0, levels: new Uint8Array() }, 'plain')
    expect(worker.decode).toHaveBeenCalledOnce()
  })

  it('is the compatible one where workers or WebAssembly are missing', async () => {
    const compat = decoder()
    const openWorker = vi.fn(() => workerThat(true))
    expect(await openDecoder({ canUseWorkers: () => false, openWorker, openCompat: () => compat })).toBe(compat)
    expect(openWorker).not.toHaveBeenCalled()
  })

  it('is the compatible one where the worker never gets ready, which is then closed', async () => {
    const [worker, compat] = [workerThat(false), decoder()]
    expect(await openDecoder({ canUseWorkers: () => true, openWorker: () => worker, openCompat: () => compat })).toBe(
      compat,
    )
    expect(worker.close).toHaveBeenCalled()
  })
})
