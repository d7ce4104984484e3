import { type InflateRaw, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflateBlocks } from '../../src/dcc/inflate.ts'
import { inflate, MAX_INFLATED_BYTES } from '../../src/dcc/zlib.ts'
import { Fault } from '../../src/fault.ts'
import { differences, mutantsOf, ours, seeds } from './zlib-mutants.ts'
import { readableStreams } from './zlib-readable.ts'
import { refusedStreams } from './zlib-refused.ts'

const options: ZlibOptions = { maxOutputLength: MAX_INFLATED_BYTES, info: true }

interface Inflated {
  readonly buffer: Uint8Array
  readonly engine: InflateRaw
}

/** node:zlib held to our rules: nothing after the stream, at most 32 KiB. */
function byNode(stream: Uint8Array): Uint8Array | undefined {
  try {
    const { buffer, engine } = inflateSync(stream, options) as unknown as Inflated
    return engine.bytesWritten === stream.length ? Uint8Array.from(buffer) : undefined
  } catch {
    return undefined
  }
}

const output = new Uint8Array(MAX_INFLATED_BYTES)

/** Where DEFLATE data ends, in two bytes, and what it gives: no check value hides a difference. */
function blocksByUs(data: Uint8Array): Uint8Array | undefined {
  try {
    const { end, length } = inflateBlocks(data, 0, output)
    return Uint8Array.of(end, end >> 8, ...output.subarray(0, length))
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

function blocksByNode(data: Uint8Array): Uint8Array | undefined {
  try {
    const { buffer, engine } = inflateRawSync(data, options) as unknown as Inflated
    return Uint8Array.of(engine.bytesWritten, engine.bytesWritten >> 8, ...buffer)
  } catch {
    return undefined
  }
}

const corpus = [...readableStreams, ...refusedStreams].map(({ bytes }) => bytes)

describe('our inflate and node:zlib', () => {
  it('agree on every stream of the corpus', () => {
    expect(differences(corpus, ours, byNode)).toEqual([])
  })

  it.each(seeds)('agree on every mutant of a stream: %s', (_, stream) => {
    expect(byNode(stream)).toEqual(ours(stream))
    expect(differences(mutantsOf(stream), ours, byNode)).toEqual([])
  })

  it.each(seeds)('agree on every mutant of the blocks alone: %s', (_, stream) => {
    expect(differences(mutantsOf(stream.subarray(2)), blocksByUs, blocksByNode)).toEqual([])
  })

  it('agree on any bytes as blocks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (data) => {
        expect(differences([data], blocksByUs, blocksByNode)).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })
})

describe('refusing a stream', () => {
  it('leaves no memory behind', () => {
    const bomb = refusedStreams.find(({ about }) => about.startsWith('2.9 MB'))?.bytes ?? new Uint8Array(0)
    const [, cut = new Uint8Array(0)] = seeds[3] ?? []
    const before = process.memoryUsage()
    for (let i = 0; i < 2000; i++) {
      expect(() => inflate(bomb)).toThrow('text.too-large')
      expect(() => inflate(cut.subarray(0, -5))).toThrow('text.zlib')
    }
    const after = process.memoryUsage()
    expect(after.external - before.external).toBeLessThan(1_000_000)
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1_000_000)
  })
})
