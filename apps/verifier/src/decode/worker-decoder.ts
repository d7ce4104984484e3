import type { FrameMessage, WorkerMessage } from './decode-messages.ts'
import { type Decoder, type Effort, NOTHING, type Reading } from './decoder.ts'
import { isGrey, type Picture } from './grey.ts'

/** How long a frame may take before its worker is taken for hung, in milliseconds: slow phones, not fast ones, set it. */
const DEADLINES: Readonly<Record<Effort, number>> = {
  plain: 2_000,
  aztec: 2_000,
  enhanced: 4_000,
  still: 15_000,
}

/** How long a worker may take to load its wasm. */
const START_DEADLINE = 20_000

/** The part of a worker that is used. */
export type DecodeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** What a decoder in a worker is made of. Tests hand in their own. */
export interface WorkerDecoderOptions {
  readonly startWorker?: () => DecodeWorker
  readonly deadlines?: Readonly<Record<Effort, number>>
  readonly startDeadline?: number
}

/** A decoder that also tells whether it can work at all. */
export interface WorkerDecoder extends Decoder {
  /** Resolves to false when no worker gets ready: no wasm here, or it cannot be fetched. */
  readonly ready: Promise<boolean>
  /** How many workers in a row have ended without an answer. */
  failures(): number
}

/**
 * Reads frames in a worker, one after another. A worker that breaks or misses a deadline is ended and another one
 * started; the frame it had answers `nothing`.
 */
export function workerDecoder(options: WorkerDecoderOptions = {}): WorkerDecoder {
  const { startWorker = startDecodeWorker, deadlines = DEADLINES, startDeadline = START_DEADLINE } = options
  let running = runWorker(startWorker, startDeadline)
  let last: Promise<unknown> = Promise.resolve()
  let closed = false
  let failures = 0

  async function read(frame: Picture, effort: Effort): Promise<Reading> {
    if (closed) return NOTHING
    if (running.isOver()) running = runWorker(startWorker, startDeadline)
    const reading = (await running.ready) ? await running.read(frame, effort, deadlines[effort]) : NOTHING
    failures = running.isOver() ? failures + 1 : 0
    return reading
  }

  return {
    ready: running.ready,
    failures: () => failures,
    decode: (frame, effort) => {
      const reading = last.then(() => read(frame, effort)).catch(() => NOTHING)
      // What comes next waits for it, and does not hold what was read.
      last = reading.then(() => undefined)
      return reading
    },
    close: () => {
      closed = true
      running.end()
    },
  }
}

/** One worker from its start to its end; it has one frame at a time. */
interface Running {
  readonly ready: Promise<boolean>
  read(frame: Picture, effort: Effort, deadline: number): Promise<Reading>
  end(): void
  isOver(): boolean
}

/** What stands for a worker that the browser refuses to start. */
const REFUSED: Running = {
  ready: Promise.resolve(false),
  read: async () => NOTHING,
  end: () => {},
  isOver: () => true,
}

function runWorker(start: () => DecodeWorker, startDeadline: number): Running {
  try {
    return run(start(), startDeadline)
  } catch {
    return REFUSED
  }
}

function run(worker: DecodeWorker, startDeadline: number): Running {
  let over = false
  let number = 0
  let settleReady: (isReady: boolean) => void = () => {}
  let settleReading: (reading: Reading) => void = () => {}

  function end(): void {
    over = true
    worker.terminate()
    settleReady(false)
    settleReading(NOTHING)
  }

  function hear({ data }: MessageEvent<WorkerMessage>): void {
    if (data.kind === 'ready') settleReady(true)
    else if (data.kind === 'broken') end()
    else if (data.number === number) settleReading(data.reading)
  }

  worker.addEventListener('message', (event) => hear(event as MessageEvent<WorkerMessage>))
  worker.addEventListener('error', end)
  const ready = withDeadline<boolean>(startDeadline, end, (settle) => {
    settleReady = settle
  })

  function read(frame: Picture, effort: Effort, deadline: number): Promise<Reading> {
    if (over) return Promise.resolve(NOTHING)
    number += 1
    const { width, height } = frame
    const bytes = bytesOf(frame)
    return withDeadline<Reading>(deadline, end, (settle) => {
      settleReading = (reading) => {
        settleReading = () => {}
        settle(reading)
      }
      const message: FrameMessage = { number, width, height, bytes, isGrey: isGrey(frame), effort }
      worker.postMessage(message, [bytes])
    })
  }

  return { ready, read, end, isOver: () => over }
}

/** The bytes to hand over; only those that begin where their buffer does can go without a copy. */
function bytesOf(frame: Picture): ArrayBuffer {
  const bytes = isGrey(frame) ? frame.levels : frame.data
  return (bytes.byteOffset === 0 ? bytes : bytes.slice()).buffer as ArrayBuffer
}

/** What is settled from outside; `late` is called when that takes too long, and must settle it. */
async function withDeadline<T>(
  milliseconds: number,
  late: () => void,
  hand: (settle: (value: T) => void) => void,
): Promise<T> {
  const timer = setTimeout(late, milliseconds)
  try {
    return await new Promise<T>(hand)
  } finally {
    clearTimeout(timer)
  }
}

function startDecodeWorker(): Worker {
  return new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
}
