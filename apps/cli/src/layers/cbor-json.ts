import { type CborMap, CborTag, type CborValue } from '@vaxcert/core/cose'

/**
 * CBOR as JSON for people: maps as objects, byte strings as `h'…'` (RFC 8949 §8), tags as `{ tag, value }`. A text
 * key that looks like a number is put in quotes, so that it is not taken for the number.
 */
export function cborJson(value: CborValue): unknown {
  if (value instanceof Uint8Array) return `h'${Buffer.from(value).toString('hex')}'`
  if (value instanceof CborTag) return { tag: value.tag, value: cborJson(value.value) }
  if (value instanceof Map) return mapJson(value)
  if (Array.isArray(value)) return value.map(cborJson)
  return value ?? null
}

/** Object.fromEntries makes own members of all keys, `__proto__` too. */
function mapJson(map: CborMap): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Array.from(map, ([key, value]) => [keyText(key), cborJson(value)]))
}

function keyText(key: number | string): string {
  return typeof key === 'string' && /^"*-?\d/.test(key) ? JSON.stringify(key) : String(key)
}
