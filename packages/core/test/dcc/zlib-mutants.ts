import * as pako from 'pako'
import { deflate } from '../../src/dcc/deflate.ts'
import { inflate } from '../../src/dcc/zlib.ts'
import { Fault } from '../../src/fault.ts'

/** What an inflater makes of a stream: its bytes, or undefined where it refuses it. */
export type Inflater = (stream: Uint8Array) => Uint8Array | undefined

/** Ours. Any error but a Fault is a failure. */
export function ours(stream: Uint8Array): Uint8Array | undefined {
  try {
    return inflate(stream)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** As long and as mixed as a COSE message: text that repeats itself, then noise. */
const message = Uint8Array.from({ length: 380 }, (_, i) => {
  const noise = (Math.imul(i + 1, 0x9e3779b1) >>> 11) & 255
  return i < 250 ? (noise & 15) + (i % 9 < 4 ? 97 : 48) : noise
})

/** One stream of each kind of block. */
export const seeds: readonly (readonly [string, Uint8Array])[] = [
  ['ours', deflate(message)],
  ['stored', pako.deflate(message, { level: 0 })],
  ['fixed', pako.deflate(message, { strategy: pako.Z_FIXED })],
  ['dynamic', pako.deflate(message.map((byte) => byte & 31))],
  ['runs', pako.deflate(message.map((_, i) => i >> 6))],
]

/** Every stream that lacks an end, a byte, or has a bit flipped, and some with bytes swapped or doubled. */
export function* mutantsOf(stream: Uint8Array): Generator<Uint8Array> {
  for (let i = 0; i < stream.length; i++) {
    yield stream.slice(0, i)
    yield Uint8Array.of(...stream.subarray(0, i), ...stream.subarray(i + 1))
    yield Uint8Array.of(...stream.subarray(0, i), ...stream.subarray(i >> 1))
    for (let bit = 0; bit < 8; bit++) yield stream.with(i, (stream[i] ?? 0) ^ (1 << bit))
    yield stream.with(i, stream[(i * 7) % stream.length] ?? 0)
  }
}

/** A line for each stream of which two inflaters make different things. */
export function differences(streams: Iterable<Uint8Array>, one: Inflater, other: Inflater): string[] {
  const found: string[] = []
  for (const stream of streams) {
    const [a, b] = [one(stream), other(stream)]
    if (!same(a, b)) found.push(hex(stream))
  }
  return found
}

/** Whether both were refused, or both give the same bytes. */
export function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one?.length === other?.length && (one?.every((byte, i) => byte === other?.[i]) ?? true)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
