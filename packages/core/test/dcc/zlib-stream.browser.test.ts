import { describe, expect, it } from 'vitest'
import { deflate } from '../../src/dcc/deflate.ts'
import { MAX_INFLATED_BYTES } from '../../src/dcc/zlib.ts'
import { mutantsOf, ours, seeds } from './zlib-mutants.ts'
import { readableStreams } from './zlib-readable.ts'
import { refusedStreams } from './zlib-refused.ts'

/** The browser's own zlib, held to at most 32 KiB. */
async function byBrowser(stream: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const inflated = new Blob([stream]).stream().pipeThrough(new DecompressionStream('deflate'))
  const bytes = await new Response(inflated).bytes().catch(() => undefined)
  return bytes !== undefined && bytes.length <= MAX_INFLATED_BYTES ? bytes : undefined
}

const corpus = [...readableStreams, ...refusedStreams].filter(({ bytes }) => bytes.length < 100_000)

describe('our inflate and the browser', () => {
  it.each(corpus)('make the same of it: $about', async ({ bytes }) => {
    expect(await byBrowser(Uint8Array.from(bytes))).toEqual(ours(bytes))
  })

  it.each(seeds)('make the same of every seventh mutant of a stream: %s', async (_, stream) => {
    const mutants = [...mutantsOf(stream)].filter((_, i) => i % 7 === 0)
    for (const mutant of mutants) expect(await byBrowser(Uint8Array.from(mutant))).toEqual(ours(mutant))
  })

  it('read what we deflate', async () => {
    const plain = Uint8Array.from({ length: 400 }, (_, i) => (i % 50) + (i >> 4))
    expect(await byBrowser(Uint8Array.from(deflate(plain)))).toEqual(plain)
  })
})
