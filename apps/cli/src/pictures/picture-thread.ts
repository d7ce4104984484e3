import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type PictureKind, tooLarge, tooSlow, unreadable } from './picture-kind.ts'

/** Pixels of a picture, row by row: red, green, blue and alpha of each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * What a picture is taken apart with, in a thread of its own, which takes hold of all that it is handed.
 * Throws Fault `picture.unreadable`, `picture.too-large` (memory), `picture.too-slow`.
 */
export interface PictureThread {
  /** The texts of all QR and Aztec codes in a PNG or JPEG, or in pixels: Aztec where no QR code is a certificate. */
  codes: (picture: Uint8Array<ArrayBuffer> | ImageData) => Promise<readonly string[]>
  pixels: (file: Uint8Array<ArrayBuffer>, kind: PictureKind) => Promise<Pixels>
}

type Answer = { readonly result: unknown } | { readonly failed: true }

/** Started once, and anew after one was stopped. */
let started: Promise<Worker> | undefined
let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * Does some work with the thread once all that came before is done. At the deadline the thread is stopped, whatever
 * it is at, and the next work gets another.
 */
export function inPictureThread<T>(milliseconds: number, work: (thread: PictureThread) => Promise<T>): Promise<T> {
  const turn = lastTurn.then(() => untilDeadline(milliseconds, work))
  lastTurn = turn.catch(() => undefined)
  return turn
}

async function untilDeadline<T>(milliseconds: number, work: (thread: PictureThread) => Promise<T>): Promise<T> {
  started ??= start()
  const worker = await started
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), milliseconds)
  const ask = (task: object, used: ArrayBufferLike) => answerOf(worker, task, used, deadline.signal)
  try {
    return await work({
      codes: async (picture) => (await ask({ name: 'codes', picture }, bufferOf(picture))) as readonly string[],
      pixels: async (file, kind) => (await ask({ name: 'pixels', file, kind }, file.buffer)) as Pixels,
    })
  } finally {
    clearTimeout(timer)
  }
}

/** It keeps no process alive: while one waits for an answer, the timer does. */
async function start(): Promise<Worker> {
  const worker = new Worker(new URL('../../threads/picture-thread.js', import.meta.url), { execArgv: [] })
  worker.once('exit', () => {
    started = undefined
  })
  await once(worker, 'message')
  worker.on('error', () => undefined).unref()
  return worker
}

async function answerOf(worker: Worker, task: object, used: ArrayBufferLike, signal: AbortSignal): Promise<unknown> {
  const answers = once(worker, 'message', { signal })
  worker.postMessage(task, [used as ArrayBuffer])
  const [answer] = (await answers.catch((error: unknown) => stop(worker, error))) as [Answer]
  if ('failed' in answer) throw unreadable('it cannot be unpacked')
  return answer.result
}

/** After the deadline, or when it has run out of memory. */
async function stop(worker: Worker, error: unknown): Promise<never> {
  await worker.terminate()
  throw (error as Error).name === 'AbortError' ? tooSlow() : tooLarge('it takes too much memory', error)
}

function bufferOf(picture: Uint8Array<ArrayBuffer> | ImageData): ArrayBufferLike {
  return 'buffer' in picture ? picture.buffer : picture.data.buffer
}
