import {
  type Bits,
  code,
  concat,
  dynamicCodes,
  dynamicHead,
  fixedBlock,
  header,
  lengthsOf,
  number,
  pack,
  repeat,
  stored,
  zlib,
} from './zlib-builder.ts'

/** One stream with the bytes it must give. */
export interface ReadableStream {
  readonly about: string
  readonly bytes: Uint8Array
  readonly plain: Uint8Array
}

function readable(about: string, blocks: Bits | Uint8Array, plain: Uint8Array, head = header()): ReadableStream {
  return { about, bytes: zlib(blocks, plain, head), plain }
}

const none = new Uint8Array(0)
const ascii = (text: string) => new TextEncoder().encode(text)
const letters = (count: number) => new Uint8Array(count).fill(65)
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const literalsOnly = (last: boolean) => dynamicCodes(last, lengthsOf({ 65: 1, 256: 1 }), [0])

/** Codes of 1, 2, 3 … 15 and 15 bits for A … O and the end. */
const longCodes = lengthsOf({ ...Object.fromEntries(Array.from({ length: 15 }, (_, i) => [65 + i, i + 1])), 256: 15 })
const longLetters = Array.from({ length: 15 }, (_, i) => `${'1'.repeat(i)}0`).join('')
const longEnd = '1'.repeat(15)

/** Two bits for each of the code lengths 2 (00), 16 (01), 17 (10) and 18 (11). */
const runsHead = dynamicHead(true, 257, 4, { 2: 2, 16: 2, 17: 2, 18: 2 })
const zerosTo65 = `11${number(65 - 11, 7)}`
const zerosTo256 = `11${number(127, 7)}11${number(40 - 11, 7)}10${number(10 - 3, 3)}`
const runs = `${runsHead}${zerosTo65}000000${zerosTo256}0001${number(0, 2)}00`

const blocks: readonly ReadableStream[] = [
  readable('an empty fixed block', fixedBlock(true), none),
  readable('an empty stored block', stored(true, none), none),
  readable('a stored block of every byte', stored(true, everyByte), everyByte),
  readable('a stored block that fills 32 KiB', stored(true, letters(32768)), letters(32768)),
  readable('fixed literals of every byte', fixedBlock(true, ...everyByte), everyByte),
  readable('a match that overlaps itself', fixedBlock(true, 65, 258, '00000'), letters(5)),
  readable('length 258 by its own symbol', fixedBlock(true, 65, 285, '00000'), letters(259)),
  readable('length 258 as 227 and 31 more', fixedBlock(true, 65, 284, '1111100000'), letters(259)),
  readable(
    'a match into an earlier block',
    concat(stored(false, letters(1)), pack(fixedBlock(true, 258, '00000'))),
    letters(5),
  ),
  readable('fixed literals up to 32 KiB', fixedBlock(true, ...letters(32768)), letters(32768)),
  readable('a match up to 32 KiB', fixedBlock(true, ...letters(32510), 285, '00000'), letters(32768)),
]

const dynamicBlocks: readonly ReadableStream[] = [
  readable(
    'two distance codes',
    `${dynamicCodes(true, lengthsOf({ 65: 1, 256: 2, 258: 2 }), [1, 1])}011010`,
    letters(5),
  ),
  readable(
    'one distance code of one bit',
    `${dynamicCodes(true, lengthsOf({ 65: 1, 256: 2, 258: 2 }), [1])}011010`,
    letters(5),
  ),
  readable('no distance code', `${literalsOnly(true)}00001`, letters(4)),
  readable('an end and nothing else, of one bit', `${dynamicCodes(true, lengthsOf({ 256: 1 }), [0])}0`, none),
  readable(
    'codes of every length',
    dynamicCodes(true, longCodes, [0]) + longLetters + longEnd,
    ascii('ABCDEFGHIJKLMNO'),
  ),
  readable('code lengths in runs, across both codes', `${runs}00011011`, ascii('ABC')),
]

const floods: readonly ReadableStream[] = [
  readable('500 empty stored blocks', concat(repeat(500, stored(false, none)), pack(fixedBlock(true))), none),
  readable('500 empty fixed blocks', fixedBlock(false).repeat(500) + fixedBlock(true), none),
  readable(
    '50 empty dynamic blocks',
    (dynamicCodes(false, longCodes, [0]) + longEnd).repeat(50) + fixedBlock(true),
    none,
  ),
  readable(
    'dynamic blocks that lend nothing to each other',
    `${literalsOnly(false)}01${fixedBlock(true, 66)}`,
    ascii('AB'),
  ),
]

const methods = Array.from({ length: 8 }, (_, window) => (window << 4) | 8)
const headers: readonly ReadableStream[] = [
  ...methods.map((method) => readable(`method byte ${method}`, fixedBlock(true, 65), letters(1), header(method))),
  ...[0x00, 0x40, 0x80, 0xc0].map((flags) => {
    return readable(`level flags ${flags}`, fixedBlock(true, 65), letters(1), header(0x78, flags))
  }),
  readable(
    'a distance beyond the window that the header names, as zlib does',
    concat(stored(false, letters(300)), pack(fixedBlock(true, 257, code(16, 5) + number(300 - 257, 7)))),
    letters(303),
    header(0x08),
  ),
]

export const readableStreams: readonly ReadableStream[] = [...blocks, ...dynamicBlocks, ...floods, ...headers]
