import { joinBytes, readHex } from './hex.ts'

/** One encoded data item. Written by hand here, so that the vectors share no encoder with the library. */
export type Item = Uint8Array

/** The encoded keys and values of a map, in the order in which they are written; a key may stand there twice. */
export type Entries = readonly (readonly [key: Item, value: Item])[]

/** JSON that may hold items already encoded, where a value is to be written in another way than `json` does. */
export type Encodable =
  | null
  | boolean
  | number
  | string
  | Item
  | readonly Encodable[]
  | { readonly [name: string]: Encodable }

/** Initial byte and argument in shortest form (RFC 8949 §3). */
function head(major: number, argument: number): Item {
  if (argument < 24) return Uint8Array.of((major << 5) | argument)
  if (argument < 0x100) return Uint8Array.of((major << 5) | 24, argument)
  if (argument < 0x1_0000) return Uint8Array.of((major << 5) | 25, argument >> 8, argument)
  if (argument < 0x1_0000_0000) return wideHead(major, argument, 4)
  return wideHead(major, argument, 8)
}

/** Initial byte and argument in so many bytes, even where fewer would do. */
export function wideHead(major: number, argument: number, bytes: 1 | 2 | 4 | 8): Item {
  const info = 24 + Math.log2(bytes)
  return joinBytes(
    [(major << 5) | info],
    readHex(
      BigInt(argument)
        .toString(16)
        .padStart(2 * bytes, '0'),
    ),
  )
}

export function int(value: number): Item {
  return value < 0 ? head(1, -1 - value) : head(0, value)
}

export function bytes(value: Uint8Array): Item {
  return joinBytes(head(2, value.length), value)
}

export function text(value: string): Item {
  const utf8 = new TextEncoder().encode(value)
  return joinBytes(head(3, utf8.length), utf8)
}

export function array(...items: readonly Item[]): Item {
  return joinBytes(head(4, items.length), ...items)
}

export function map(entries: Entries): Item {
  return joinBytes(head(5, entries.length), ...entries.flat())
}

export function tag(number: number, item: Item): Item {
  return joinBytes(head(6, number), item)
}

/** IEEE 754 binary64. */
export function float64(value: number): Item {
  const view = new DataView(new ArrayBuffer(9))
  view.setUint8(0, 0xfb)
  view.setFloat64(1, value)
  return new Uint8Array(view.buffer)
}

/** An item given as hex, as RFC 8949 shows its examples. */
export function hexItem(hex: string): Item {
  return readHex(hex)
}

/** JSON as CBOR: shortest integers, texts, arrays, and maps in the order of their members. */
export function json(value: Encodable): Item {
  if (value === null) return Uint8Array.of(0xf6)
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xf5 : 0xf4)
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : float64(value)
  if (typeof value === 'string') return text(value)
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return array(...value.map(json))
  return map(Object.entries(value).map(([name, member]) => [text(name), json(member)]))
}
