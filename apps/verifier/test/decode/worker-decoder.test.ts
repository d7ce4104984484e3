import { describe, expect, it, vi } from 'vitest'
import type { FrameMessage, WorkerMessage } from '../../src/decode/decode-messages.ts'
import { type DecodeWorker, workerDecoder } from '../../src/decode/worker-decoder.ts'

const DEADLINES = { plain: 20, aztec: 20, enhanced: 20, still: 20 }

/** A worker that does what it is told to, and notes how often it was ended. */
function fakeWorker(
  answer: (message: FrameMessage) => WorkerMessage | undefined,
  first: WorkerMessage['kind'] = 'ready',
) {
  const listeners: ((event: { data: WorkerMessage }) => void)[] = []
  const tell = (data: WorkerMessage) =>
    setTimeout(() => {
      for (const listener of listeners) listener({ data })
    })
  const terminate = vi.fn()
  const worker = {
    postMessage: (message: FrameMessage) => {
      const data = answer(message)
      if (data) tell(data)
    },
    terminate,
    addEventListener: (type: string, listener: (event: { data: WorkerMessage }) => void) => {
      if (type !== 'message') return
      listeners.push(listener)
      if (first === 'ready' || first === 'broken') tell({ kind: first })
    },
  }
  return { worker: worker as unknown as DecodeWorker, terminate }
}

function frame(): ImageData {
  return { width: 1, height: 1, data: new Uint8ClampedArray(4), colorSpace: 'srgb' } as ImageData
}

const reads = ({ number }: FrameMessage): WorkerMessage => ({
  kind: 'read',
  number,
  reading: { kind: 'text', text: `HC1:${number}`, symbol: 'qr' },
})

/** Starts one worker after another, the last again and again. */
function starting(...workers: readonly { readonly worker: DecodeWorker }[]) {
  let next = 0
  return vi.fn(() => (workers[Math.min(next++, workers.length - 1)] as { worker: DecodeWorker }).worker)
}

describe('a decoder in a worker', () => {
  it('tells whether it can work', async () => {
    const able = workerDecoder({ startWorker: starting(fakeWorker(reads)) })
    expect(await able.ready).toBe(true)
    const unable = workerDecoder({ startWorker: starting(fakeWorker(reads, 'broken')) })
    expect(await unable.ready).toBe(false)
    const silent = workerDecoder({ startWorker: starting(fakeWorker(reads, 'read')), startDeadline: 10 })
    expect(await silent.ready).toBe(false)
  })

  it.each([
    ['hangs', () => undefined],
    ['breaks', (): WorkerMessage => ({ kind: 'broken' })],
  ])('a worker that %s is ended, and another one reads the next frame', async (_, answer) => {
    const bad = fakeWorker(answer)
    const startWorker = starting(bad, fakeWorker(reads))
    const decoder = workerDecoder({ startWorker, deadlines: DEADLINES })
    expect(await decoder.decode(frame(), 'plain')).toEqual({ kind: 'nothing' })
    expect(bad.terminate).toHaveBeenCalledOnce()
    expect(await decoder.decode(frame(), 'plain')).toMatchObject({ kind: 'text' })
    expect(startWorker).toHaveBeenCalledTimes(2)
    expect(decoder.failures()).toBe(0)
  })

  it('counts workers that end without an answer, one after another', async () => {
    const decoder = workerDecoder({ startWorker: () => fakeWorker(() => ({ kind: 'broken' })).worker })
    for (let failed = 1; failed <= 3; failed += 1) {
      await decoder.decode(frame(), 'plain')
      expect(decoder.failures()).toBe(failed)
    }
  })

  it('an answer to an older frame is not taken for this one', async () => {
    const late = fakeWorker(({ number }) => ({ kind: 'read', number: number - 1, reading: { kind: 'located' } }))
    const decoder = workerDecoder({ startWorker: starting(late), deadlines: DEADLINES })
    expect(await decoder.decode(frame(), 'plain')).toEqual({ kind: 'nothing' })
  })

  it('a browser that refuses workers is not able, and nothing is thrown', async () => {
    const startWorker = () => {
      throw new DOMException('', 'SecurityError')
    }
    const decoder = workerDecoder({ startWorker })
    expect(await decoder.ready).toBe(false)
    expect(await decoder.decode(frame(), 'plain')).toEqual({ kind: 'nothing' })
  })

  it('a frame that cannot be handed over stops no other', async () => {
    let isFirst = true
    const picky = fakeWorker((message) => {
      if (!isFirst) return reads(message)
      isFirst = false
      throw new DOMException('', 'DataCloneError')
    })
    const decoder = workerDecoder({ startWorker: starting(picky) })
    expect(await decoder.decode(frame(), 'plain')).toEqual({ kind: 'nothing' })
    expect(await decoder.decode(frame(), 'plain')).toMatchObject({ kind: 'text' })
  })

  it('hands over one frame at a time', async () => {
    let busy = 0
    let most = 0
    const worker = fakeWorker((message) => {
      busy += 1
      most = Math.max(most, busy)
      busy -= 1
      return reads(message)
    })
    const decoder = workerDecoder({ startWorker: starting(worker) })
    const readings = await Promise.all(Array.from({ length: 5 }, () => decoder.decode(frame(), 'plain')))
    expect(readings.map((reading) => reading.kind === 'text' && reading.text)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `HC1:${n}`),
    )
    expect(most).toBe(1)
  })

  it('closing ends it and what it has under way', async () => {
    const hanging = fakeWorker(() => undefined)
    const startWorker = starting(hanging)
    const decoder = workerDecoder({ startWorker })
    await decoder.ready
    const reading = decoder.decode(frame(), 'still')
    await Promise.resolve()
    decoder.close()
    expect(await reading).toEqual({ kind: 'nothing' })
    expect(await decoder.decode(frame(), 'plain')).toEqual({ kind: 'nothing' })
    expect(startWorker).toHaveBeenCalledOnce()
  })
})
