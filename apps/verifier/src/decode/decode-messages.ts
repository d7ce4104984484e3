import type { Effort, Reading } from './decoder.ts'

/** To the worker: one frame. Its pixels, or levels of grey, are handed over, not copied. */
export interface FrameMessage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly bytes: ArrayBuffer
  readonly isGrey: boolean
  readonly effort: Effort
}

/** From the worker. After `broken`, its memory is not to be trusted. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'read'; readonly number: number; readonly reading: Reading }
