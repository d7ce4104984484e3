import { adler32 } from '../../src/dcc/adler32.ts'

/** Bits in the order in which they arrive, as '0' and '1'. */
export type Bits = string

/** A number: lowest bit first (RFC 1951 §3.1.1). */
export function number(value: number, count: number): Bits {
  return [...code(value, count)].reverse().join('')
}

/** A Huffman code: highest bit first. */
export function code(value: number, count: number): Bits {
  return value.toString(2).padStart(count, '0')
}

/** Pads with zero bits to whole bytes. */
export function pack(bits: Bits): Uint8Array {
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) =>
    Number.parseInt([...byte.padEnd(8, '0')].reverse().join(''), 2),
  )
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export function repeat(count: number, part: Uint8Array): Uint8Array {
  const whole = new Uint8Array(count * part.length)
  for (let i = 0; i < count; i++) whole.set(part, i * part.length)
  return whole
}

/** The two header bytes (RFC 1950 §2.2) with a right check. */
export function header(method = 0x78, flags = 0): Uint8Array {
  const check = (31 - (((method << 8) | flags) % 31)) % 31
  return Uint8Array.of(method, flags | check)
}

export function check(plain: Uint8Array): Uint8Array {
  const value = adler32(plain)
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** One zlib stream around the bits of its blocks. */
export function zlib(blocks: Bits | Uint8Array, plain: Uint8Array = new Uint8Array(0), head = header()): Uint8Array {
  return concat(head, typeof blocks === 'string' ? pack(blocks) : blocks, check(plain))
}

/** What every block begins with: whether it is the last one, and its type. */
export function start(last: boolean, type: number): Bits {
  return (last ? '1' : '0') + number(type, 2)
}

/** A stored block on a byte boundary. */
export function stored(last: boolean, plain: Uint8Array, size = plain.length, complement = ~size & 0xffff): Uint8Array {
  return concat(pack(start(last, 0)), Uint8Array.of(size, size >> 8, complement, complement >> 8), plain)
}

/** A symbol of the fixed literal/length code (RFC 1951 §3.2.6). */
export function fixed(symbol: number): Bits {
  if (symbol < 144) return code(0x30 + symbol, 8)
  if (symbol < 256) return code(0x190 + symbol - 144, 9)
  return symbol < 280 ? code(symbol - 256, 7) : code(0xc0 + symbol - 280, 8)
}

/** A fixed block of these symbols, and its end. */
export function fixedBlock(last: boolean, ...symbols: readonly (number | Bits)[]): Bits {
  const body = symbols.map((symbol) => (typeof symbol === 'string' ? symbol : fixed(symbol)))
  return start(last, 1) + body.join('') + fixed(256)
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The head of a dynamic block (§3.2.7) with any code of code lengths, given by symbol, and any counts. */
export function dynamicHead(
  last: boolean,
  literals: number,
  distances: number,
  lengthCode: Record<number, number>,
): Bits {
  const lengths = lengthOrder.map((symbol) => number(lengthCode[symbol] ?? 0, 3))
  return start(last, 2) + number(literals - 257, 5) + number(distances - 1, 5) + number(15, 4) + lengths.join('')
}

/** A dynamic block's head that gives these code lengths, each written in four bits. */
export function dynamicCodes(last: boolean, literals: readonly number[], distances: readonly number[]): Bits {
  const fourBitsEach = Object.fromEntries(Array.from({ length: 16 }, (_, symbol) => [symbol, 4]))
  const lengths = [...literals, ...distances].map((length) => code(length, 4))
  return dynamicHead(last, literals.length, distances.length, fourBitsEach) + lengths.join('')
}

/** Code lengths by symbol, `{ 65: 1, 256: 1 }`, as the list of the literal/length code's. */
export function lengthsOf(lengths: Readonly<Record<number, number>>): number[] {
  const count = Math.max(257, ...Object.keys(lengths).map((symbol) => Number(symbol) + 1))
  return Array.from({ length: count }, (_, symbol) => lengths[symbol] ?? 0)
}
