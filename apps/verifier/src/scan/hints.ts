import type { Reading } from '../decode/decoder.ts'
import { brightness, movement, type View } from './view.ts'

/** What would help a camera that reads nothing: come closer, hold still, more light. */
export type ScanHint = 'closer' | 'still' | 'light' | undefined

/** After how long without a text a hint is given, in milliseconds. */
const PATIENCE = 3_000
/** For how long a code that was seen and not read counts, in milliseconds. */
const RECENT = 2_000
const DARK = 45
const SHAKY = 14

/** Watches frame after frame. */
export interface HintWatch {
  /** What would help, given one more frame that was read at a time (milliseconds). */
  watch(reading: Reading, view: View, now: number): ScanHint
  reset(now: number): void
}

/** Light comes first: a dark frame is also a shaken one. A code in sight that stands still is too small. */
export function createHintWatch(): HintWatch {
  let since: number | undefined
  let located = Number.NEGATIVE_INFINITY
  let before: View = new Uint8Array()

  function reset(now: number): void {
    since = now
    located = Number.NEGATIVE_INFINITY
  }

  function watch(reading: Reading, view: View, now: number): ScanHint {
    since ??= now
    const moved = movement(before, view)
    before = view
    if (reading.kind === 'text') reset(now)
    if (reading.kind === 'located') located = now
    if (now - since < PATIENCE) return undefined
    if (brightness(view) < DARK) return 'light'
    if (now - located > RECENT) return undefined
    return moved > SHAKY ? 'still' : 'closer'
  }

  return { watch, reset }
}
