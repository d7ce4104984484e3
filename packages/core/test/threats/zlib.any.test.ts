import { beforeAll, describe, expect, it } from 'vitest'
import { adler32 } from '../../src/dcc/adler32.ts'
import { encodeBase45 } from '../../src/dcc/base45.ts'
import { readText } from '../../src/dcc/text.ts'
import { inflate } from '../../src/dcc/zlib.ts'
import { bytes } from '../cose/hex.ts'
import { forge, judge } from './forge.ts'
import { payloadWith } from './forged-payload.ts'

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const judgeZlib = (compressed: Uint8Array): Promise<string> => judge(`HC1:${encodeBase45(compressed)}`)

/** What the platform's own compressor makes: `deflate` is zlib, `deflate-raw` bare, `gzip` gzip. */
async function compress(plain: Uint8Array, format: CompressionFormat): Promise<Uint8Array> {
  const stream = new Blob([plain as BlobPart]).stream().pipeThrough(new CompressionStream(format))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A zlib stream around blocks that are written by hand. */
function stream(blocks: Uint8Array, plain: Uint8Array): Uint8Array {
  const check = new Uint8Array(4)
  new DataView(check.buffer).setUint32(0, adler32(plain))
  return join(Uint8Array.of(0x78, 0x01), blocks, check)
}

let cose: Uint8Array
let good: Uint8Array

beforeAll(async () => {
  ;({ cose, compressed: good } = readText(await forge({ payload: payloadWith() })))
})

describe('Z1, Z9: bombs', () => {
  it.each([32 * 1024 + 1, 1_000_000, 2_900_000])('%i bytes in one QR code are refused', async (size) => {
    const bomb = await compress(new Uint8Array(size), 'deflate')
    expect(bomb.length).toBeLessThan(2862)
    expect(await judgeZlib(bomb)).toBe('text.too-large')
  })

  it('32 KiB inflate, and then are no message', async () => {
    expect(await judgeZlib(await compress(new Uint8Array(32 * 1024), 'deflate'))).toBe('cose.shape')
  })

  it('a bomb longer than a QR code is not inflated at all', async () => {
    expect(await judgeZlib(await compress(new Uint8Array(10_000_000), 'deflate'))).toBe('text.too-large')
  })
})

describe('Z2: one stream and nothing behind it', () => {
  it('refuses bytes behind it, a second stream, and a byte before it', async () => {
    expect(await judgeZlib(good)).toBe('accepted')
    for (const tail of [Uint8Array.of(0), new Uint8Array(4), Uint8Array.of(0xff, 0xff), good]) {
      expect(await judgeZlib(join(good, tail))).toBe('text.zlib')
    }
    expect(await judgeZlib(join(Uint8Array.of(0), good))).toBe('text.zlib')
  })
})

describe('Z3, Z7: nothing but zlib', () => {
  it.each(['gzip', 'deflate-raw'] as const)('refuses %s of a good message', async (format) => {
    expect(await judgeZlib(await compress(cose, format))).toBe('text.zlib')
  })

  it('refuses two gzip members, and the bare message (EU test Z2)', async () => {
    const member = await compress(cose, 'gzip')
    expect(await judgeZlib(join(member, member))).toBe('text.zlib')
    expect(await judgeZlib(cose)).toBe('text.zlib')
    expect(await judgeZlib(join(bytes('789c'), cose))).toBe('text.zlib')
  })

  it('accepts what another compressor makes of the message', async () => {
    expect(await judgeZlib(await compress(cose, 'deflate'))).toBe('accepted')
  })
})

describe('Z4: the header', () => {
  it('is method 8, a window up to 32 KiB, no dictionary and a right check: 32 headers of 65,536', async () => {
    const accepted: number[] = []
    for (let header = 0; header < 0x10000; header++) {
      const [method, flags] = [header >> 8, header & 0xff]
      const right = (method & 15) === 8 && method >> 4 <= 7 && header % 31 === 0 && (flags & 0x20) === 0
      if (!right && header % 97 !== 0) continue // of the wrong ones every 97th
      const outcome = await judgeZlib(join(Uint8Array.of(method, flags), good.subarray(2)))
      expect(outcome, header.toString(16)).toBe(right ? 'accepted' : 'text.zlib')
      if (right) accepted.push(header)
    }
    expect(accepted).toHaveLength(32)
  })

  it.each([
    ['a dictionary', '78bb'],
    ['a dictionary, named', '78bb 00000001'],
    ['method 15', '7f11'],
    ['a window of 64 KiB', '881c'],
    ['a wrong check', '789d'],
  ])('is refused with %s', async (_, header) => {
    expect(await judgeZlib(join(bytes(header), good.subarray(2)))).toBe('text.zlib')
  })
})

describe('Z5: cut or damaged', () => {
  it('refuses every prefix of a certificate, as bytes and as text', async () => {
    const text = `HC1:${encodeBase45(good)}`
    for (let end = 0; end < good.length; end++) expect(await judgeZlib(good.subarray(0, end))).toBe('text.zlib')
    for (let end = 0; end < text.length; end++)
      expect(await judge(text.slice(0, end))).toMatch(/^text\.(prefix|base45|zlib)$/)
  })

  it('refuses every wrong bit of the check value', async () => {
    for (let bit = 0; bit < 32; bit++) {
      const wrong = good.slice()
      const at = good.length - 1 - (bit >> 3)
      wrong[at] = (wrong[at] ?? 0) ^ (1 << (bit & 7))
      expect(await judgeZlib(wrong)).toBe('text.zlib')
    }
  })

  it('refuses every wrong bit of the data, but for padding, which says nothing', async () => {
    let padding = 0
    for (let bit = 16; bit < 8 * (good.length - 4); bit++) {
      const wrong = good.slice()
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const outcome = await judgeZlib(wrong)
      if (outcome === 'accepted') {
        expect(inflate(wrong)).toEqual(cose)
        padding++
      } else expect(outcome, String(bit)).toMatch(/^text\.(zlib|too-large)$/)
    }
    expect(padding).toBeLessThanOrEqual(7)
  })
})

describe('Z6: blocks made to cost or to confuse', () => {
  const empty = bytes('00 0000 ffff')
  const last = bytes('01 0000 ffff')

  it('reads any number of empty blocks that a QR code holds, and more it does not see', async () => {
    const blocks = (count: number) => join(...Array.from({ length: count }, () => empty), last)
    expect(await judgeZlib(stream(blocks(560), new Uint8Array()))).toBe('cose.shape')
    expect(await judgeZlib(stream(blocks(100_000), new Uint8Array()))).toBe('text.too-large')
  })

  it.each([
    ['a block of type 3', '07'],
    ['a stored length that does not match its complement', '01 0100 ffff 00'],
    ['a stored length beyond the end', '01 ffff 0000'],
    ['a distance beyond the start', '63001200'],
    ['the length symbol 286', '63180300'],
    ['the distance symbol 30', '63003e00'],
    ['more symbols than there are', 'fdffffffffffffffffff'],
    ['more codes of one bit than there are', '05e09324499224499200'],
    ['a dynamic block cut off', '05'],
    ['no last block', '00 0000 ffff'],
  ])('refuses %s', async (_, blocks) => {
    expect(await judgeZlib(stream(bytes(blocks), new Uint8Array()))).toBe('text.zlib')
  })
})
