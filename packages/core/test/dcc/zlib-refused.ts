import {
  type Bits,
  check,
  code,
  concat,
  dynamicCodes,
  dynamicHead,
  fixed,
  fixedBlock,
  header,
  lengthsOf,
  pack,
  repeat,
  start,
  stored,
  zlib,
} from './zlib-builder.ts'

/** One stream with the code with which it must be refused. */
export interface RefusedStream {
  readonly about: string
  readonly bytes: Uint8Array
  readonly code: 'text.zlib' | 'text.too-large'
}

const none = new Uint8Array(0)
const letters = (count: number) => new Uint8Array(count).fill(65)
const one = zlib(fixedBlock(true, 65), letters(1))
const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

function broken(about: string, ...parts: readonly Uint8Array[]): RefusedStream {
  return { about, bytes: concat(...parts), code: 'text.zlib' }
}

function brokenBlocks(about: string, blocks: Bits | Uint8Array, plain: Uint8Array = none): RefusedStream {
  return broken(about, zlib(blocks, plain))
}

const containers: readonly RefusedStream[] = [
  broken('nothing'),
  broken('half a header', hex('78')),
  broken('a header alone', header()),
  broken('bare DEFLATE', pack(fixedBlock(true, 65))),
  broken('gzip', hex('1f8b0800000000000003'), pack(fixedBlock(true, 65)), hex('8bd9d9d301000000')),
  broken('COSE that nobody compressed', hex('d28443a10126a0')),
  broken('method 7', zlib(fixedBlock(true), none, header(0x77))),
  broken('method 15', zlib(fixedBlock(true), none, header(0x7f))),
  broken('a window of 64 KiB', zlib(fixedBlock(true), none, header(0x88))),
  broken('a wrong header check', hex('789d'), pack(fixedBlock(true)), check(none)),
  broken('a preset dictionary', header(0x78, 0x20), hex('00000001'), pack(fixedBlock(true)), check(none)),
  broken('a preset dictionary that is not named', zlib(fixedBlock(true), none, header(0x78, 0x20))),
  broken('a zero byte after the stream', one, hex('00')),
  broken('a newline after the stream', one, hex('0a')),
  broken('two streams', one, one),
  broken('a byte before the stream', hex('00'), one),
  broken('no check value', one.slice(0, -4)),
  broken('a check value of zero', one.slice(0, -4), hex('00000000')),
  broken('a check value back to front', one.slice(0, -4), one.slice(-4).reverse()),
  ...Array.from({ length: 32 }, (_, bit) => {
    const flipped = one.map((byte, i) => (i === one.length - 4 + (bit >> 3) ? byte ^ (1 << (bit & 7)) : byte))
    return broken(`a check value with bit ${bit} flipped`, flipped)
  }),
]

const blocks: readonly RefusedStream[] = [
  brokenBlocks('a reserved block type', start(true, 3)),
  brokenBlocks('a reserved block type after a good block', fixedBlock(false) + start(true, 3)),
  brokenBlocks('no last block', fixedBlock(false)),
  brokenBlocks('a stored length that its complement denies', stored(true, none, 1, 0xffff)),
  brokenBlocks('a stored complement one bit off', stored(true, none, 0, 0xfffe)),
  brokenBlocks('a stored block longer than the input', stored(true, none, 65535)),
  broken('a stored block without its length', header(), hex('01')),
  ...[286, 287].map((symbol) => brokenBlocks(`length symbol ${symbol}`, fixedBlock(true, 65, symbol, '00000'))),
  ...[30, 31].map((symbol) => brokenBlocks(`distance symbol ${symbol}`, fixedBlock(true, 65, 257, code(symbol, 5)))),
  brokenBlocks('a match before any byte', fixedBlock(true, 257, '00000')),
  brokenBlocks('a distance of 2 after one byte', fixedBlock(true, 65, 257, '00001')),
  brokenBlocks('a distance of 32768 after one byte', fixedBlock(true, 65, 257, code(29, 5) + '1'.repeat(13))),
  brokenBlocks('200,000 empty stored blocks and no end', repeat(200_000, stored(false, none))),
]

const good = lengthsOf({ 65: 1, 256: 1 })
const matching = lengthsOf({ 65: 1, 256: 2, 258: 2 })
const twoBits = { 0: 2, 1: 2, 16: 2, 18: 2 }
const fourBits = Object.fromEntries(Array.from({ length: 16 }, (_, symbol) => [symbol, 4]))

const codes: readonly RefusedStream[] = [
  ...[287, 288].map((count) =>
    brokenBlocks(`${count} literals`, dynamicHead(true, count, 1, fourBits) + '0001'.repeat(400)),
  ),
  ...[31, 32].map((count) =>
    brokenBlocks(`${count} distances`, dynamicHead(true, 257, count, fourBits) + '0001'.repeat(400)),
  ),
  brokenBlocks('an empty code of code lengths', dynamicHead(true, 257, 1, {}) + '0'.repeat(400)),
  brokenBlocks('a code of code lengths with one symbol', dynamicHead(true, 257, 1, { 8: 1 }) + '0'.repeat(400)),
  brokenBlocks(
    'an incomplete code of code lengths',
    dynamicHead(true, 257, 1, { 0: 2, 1: 2, 18: 2 }) + '0'.repeat(400),
  ),
  brokenBlocks(
    'an over-subscribed code of code lengths',
    dynamicHead(true, 257, 1, { 0: 1, 1: 1, 18: 1 }) + '0'.repeat(400),
  ),
  brokenBlocks('a repeat of nothing', `${dynamicHead(true, 257, 1, twoBits)}10${'0'.repeat(400)}`),
  brokenBlocks('a run of zeros past both codes', dynamicHead(true, 257, 1, twoBits) + '111111111'.repeat(3)),
  brokenBlocks('no code for the end', `${dynamicCodes(true, lengthsOf({ 65: 1, 66: 1 }), [0])}01`),
  brokenBlocks('over-subscribed literals', `${dynamicCodes(true, lengthsOf({ 65: 1, 66: 1, 256: 1 }), [0])}0`),
  brokenBlocks('incomplete literals', `${dynamicCodes(true, lengthsOf({ 65: 2, 66: 2, 256: 2 }), [0])}10`),
  brokenBlocks('one literal of two bits', `${dynamicCodes(true, lengthsOf({ 256: 2 }), [0])}00`),
  brokenBlocks('over-subscribed distances', `${dynamicCodes(true, good, [1, 1, 1])}1`),
  brokenBlocks('incomplete distances', `${dynamicCodes(true, good, [2, 2])}1`),
  brokenBlocks('one distance of two bits', `${dynamicCodes(true, good, [2])}1`),
  brokenBlocks('the missing half of a lone literal', `${dynamicCodes(true, lengthsOf({ 256: 1 }), [0])}1`),
  brokenBlocks('the missing half of a lone distance', `${dynamicCodes(true, matching, [1])}011110`),
  brokenBlocks('a match where there is no distance', `${dynamicCodes(true, matching, [0])}011010`),
]

/** One bit for a match of 258 bytes and one for the distance 1; two for an 'A' and for the end. */
const bombHead = `${dynamicCodes(true, lengthsOf({ 65: 2, 256: 2, 285: 1 }), [1])}10`
const bomb = (size: number) => concat(header(), pack(bombHead), new Uint8Array(size))
const large = (about: string, bytes: Uint8Array): RefusedStream => ({ about, bytes, code: 'text.too-large' })

const bombs: readonly RefusedStream[] = [
  large('one stored byte above 32 KiB', zlib(stored(true, letters(32769)), letters(32769))),
  large(
    'one fixed literal above 32 KiB',
    zlib(concat(stored(false, letters(32768)), pack(fixedBlock(true, 65))), letters(32769)),
  ),
  large(
    'a match across 32 KiB',
    zlib(concat(stored(false, letters(32766)), pack(fixedBlock(true, 257, '00000'))), letters(32769)),
  ),
  large('a whole bomb of 41 KB', zlib(`${bombHead}${'00'.repeat(160)}11`, letters(1 + 160 * 258))),
  large('2.9 MB out of one QR code', bomb(2800)),
  large('1 GiB out of 1 MB', bomb(1_040_500)),
  large('40,000 literals and a broken end', concat(header(), pack(start(true, 1) + fixed(65).repeat(40_000)))),
]

export const refusedStreams: readonly RefusedStream[] = [...containers, ...blocks, ...codes, ...bombs]
