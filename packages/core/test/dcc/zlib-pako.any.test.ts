import { Inflate } from 'pako'
import { describe, expect, it } from 'vitest'
import { MAX_INFLATED_BYTES } from '../../src/dcc/zlib.ts'
import { differences, mutantsOf, ours, seeds } from './zlib-mutants.ts'
import { readableStreams } from './zlib-readable.ts'
import { refusedStreams } from './zlib-refused.ts'

/** pako held to our rules: zlib only, one stream that ends with the last byte, at most 32 KiB. */
function byPako(stream: Uint8Array): Uint8Array | undefined {
  const inflater = new Inflate({ windowBits: 15, chunkSize: MAX_INFLATED_BYTES + 1 })
  inflater.push(stream.slice(0, -1), false)
  if (inflater.ended) return undefined
  inflater.push(stream.slice(-1), false)
  if (!inflater.ended || inflater.err !== 0) return undefined
  return inflater.result.length <= MAX_INFLATED_BYTES ? inflater.result : undefined
}

const small = [...readableStreams, ...refusedStreams].filter(({ bytes }) => bytes.length < 100_000)

describe('our inflate and pako', () => {
  it('agree on every stream of the corpus', () => {
    expect(
      differences(
        small.map(({ bytes }) => bytes),
        ours,
        byPako,
      ),
    ).toEqual([])
  })

  it.each(seeds)('agree on every mutant of a stream: %s', (_, stream) => {
    expect(byPako(stream)).toEqual(ours(stream))
    expect(differences(mutantsOf(stream), ours, byPako)).toEqual([])
  })

  it('agree on every mutant of the small streams of the corpus', () => {
    const tiny = small.filter(({ bytes }) => bytes.length < 40)
    expect(
      differences(
        tiny.flatMap(({ bytes }) => [...mutantsOf(bytes)]),
        ours,
        byPako,
      ),
    ).toEqual([])
  })
})
