/** CBOR in any form the tests need, canonical or odd: numbers as integers, unless `float` says otherwise. */
export type Odd =
  | number
  | string
  | null
  | Uint8Array
  | readonly Odd[]
  | ReadonlyMap<number | string, Odd>
  | { readonly float: number }
  | { readonly tag: number; readonly value: Odd }

/** Writes one item byte by byte, so that no library decides its form. */
export function cborBytes(value: Odd): Uint8Array {
  if (value === null) return Uint8Array.of(0xf6)
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flat().map(cborBytes)])
  if ('float' in value) return float(value.float)
  if ('tag' in value) return Buffer.concat([head(6, value.tag), cborBytes(value.value)])
  return Buffer.concat([head(4, (value as readonly Odd[]).length), ...(value as readonly Odd[]).map(cborBytes)])
}

/** JSON as what `cborBytes` takes. */
export function odd(json: unknown): Odd {
  if (Array.isArray(json)) return json.map(odd)
  if (typeof json !== 'object' || json === null || json instanceof Uint8Array) return json as Odd
  if ('float' in json || 'tag' in json) return json as Odd
  return new Map(Object.entries(json).map(([name, member]) => [name, odd(member)]))
}

function head(major: number, argument: number): Uint8Array {
  if (argument < 24) return Uint8Array.of((major << 5) | argument)
  if (argument < 0x100) return Uint8Array.of((major << 5) | 24, argument)
  const bytes = Buffer.alloc(argument < 0x1_0000 ? 3 : 5)
  bytes[0] = (major << 5) | (argument < 0x1_0000 ? 25 : 26)
  if (bytes.length === 3) bytes.writeUInt16BE(argument, 1)
  else bytes.writeUInt32BE(argument, 1)
  return bytes
}

function float(value: number): Uint8Array {
  const bytes = Buffer.alloc(9)
  bytes[0] = 0xfb
  bytes.writeDoubleBE(value, 1)
  return bytes
}
