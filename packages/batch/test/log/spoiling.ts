import { TILE_WIDTH } from '../../src/log/index.ts'
import type { LogContents } from './sample-log.ts'

/** Length of an entry in its bundle, with the two bytes before it. */
export const RECORD = 43

/** A log in which one file is another. */
export function withFile(files: LogContents, path: string, bytes: Uint8Array | undefined): LogContents {
  const changed = new Map(files)
  if (bytes === undefined) changed.delete(path)
  else changed.set(path, bytes)
  return changed
}

export function flip(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ mask
  return changed
}

/** Masks that change a byte, never the same way for long, and the same ones in each run. */
export function* masks(seed = 1): Generator<number, never> {
  for (let state = seed; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) yield 1 + ((state >>> 8) % 255)
}

/** A log whose bundles hold other entries, or others in number. The rest is as it was. */
export function withEntries(files: LogContents, records: readonly Uint8Array[]): LogContents {
  const changed = new Map(files)
  const bundles = [...files.keys()].filter((path) => path.startsWith('tile/entries/'))
  bundles.forEach((path, at) => {
    const isLast = at === bundles.length - 1
    changed.set(path, Buffer.concat(records.slice(at * TILE_WIDTH, isLast ? undefined : (at + 1) * TILE_WIDTH)))
  })
  return changed
}

/** The entries of a log as they stand in its bundles, each with its length. */
export function recordsOf(files: LogContents): readonly Uint8Array[] {
  const bundles = [...files].filter(([path]) => path.startsWith('tile/entries/')).map(([, bytes]) => bytes)
  return bundles.flatMap((bytes) =>
    Array.from({ length: bytes.length / RECORD }, (_, at) => bytes.subarray(at * RECORD, (at + 1) * RECORD)),
  )
}

export function swapped<T>(values: readonly T[], one: number, other: number): readonly T[] {
  const changed = [...values]
  const [first, second] = [values[one], values[other]]
  if (first === undefined || second === undefined) throw new TypeError('not places of values')
  changed[one] = second
  changed[other] = first
  return changed
}

export function without<T>(values: readonly T[], at: number): readonly T[] {
  return values.filter((_, place) => place !== at)
}
