/** What the reader makes of one CBOR data item (RFC 8949). Integers outside ±(2^53 − 1) are refused, so a number is exact. */
export type CborValue =
  | null
  | undefined
  | boolean
  | number
  | string
  | Uint8Array
  | readonly CborValue[]
  | CborMap
  | CborTag

/** Keys are integers or text; `1` and `"1"` stay two keys. */
export type CborMap = ReadonlyMap<number | string, CborValue>

/** A tag the caller asked to see (18 COSE_Sign1, 61 CWT). Tag 0 is read as its text. */
export class CborTag {
  readonly tag: number
  readonly value: CborValue

  constructor(tag: number, value: CborValue) {
    this.tag = tag
    this.value = value
  }
}

/** What the writing side hands over: JSON-like values, bytes, and Maps with integer or text keys. */
export type CborWritable =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly CborWritable[]
  | ReadonlyMap<number | string, CborWritable>
  | { readonly [key: string]: CborWritable }
