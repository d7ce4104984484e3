import { type CborMap, CborTag, type CborValue } from '../cose/cbor-value.ts'
import { Fault } from '../fault.ts'
import type { Shape } from './schema-fields.ts'
import type { Profile } from './types.ts'

/**
 * A map of a certificate as plain data. It inherits nothing, so that keys like `__proto__` and
 * `constructor` are data too.
 */
export type DataRecord = { [name: string]: unknown }

/** Makes an empty record. V8 keeps it as quick as a literal; Object.create(null) would be a hash table. */
const EmptyRecord = function EmptyRecord() {} as unknown as new () => DataRecord
EmptyRecord.prototype = Object.freeze(Object.create(null))

/** How deep fields unknown to the schema may nest. The strict CBOR reader allows no more anyway. */
const MAX_DEPTH = 16
const NOTHING_KNOWN: Shape = { fields: [], names: new Set() }

/**
 * Makes plain data of a CBOR map, the schema's fields first and in its order, unknown ones kept behind them.
 * `eu` trims texts and leaves out null and undefined; `strict` changes nothing, but makes null of
 * undefined, so that the schema check sees it.
 * @throws Fault `dcc.schema` for a key that is no text, a tag, or nesting beyond bounds
 */
export function toRecord(map: CborMap, shape: Shape, profile: Profile, depth = 0): DataRecord {
  if (depth > MAX_DEPTH) throw new Fault('dcc.schema', 'too deep')
  const record = new EmptyRecord()
  let known = 0
  for (const { name, shape: inner } of shape.fields) {
    const value = map.get(name)
    if (value !== undefined || map.has(name)) {
      known += 1
      put(record, name, value, inner, profile, depth)
    }
  }
  if (known < map.size) putUnknown(record, map, shape, profile, depth)
  return record
}

function putUnknown(record: DataRecord, map: CborMap, { names }: Shape, profile: Profile, depth: number): void {
  for (const [name, value] of map) {
    if (typeof name !== 'string') throw new Fault('dcc.schema', 'a key is no text')
    if (!names.has(name)) put(record, name, value, undefined, profile, depth)
  }
}

function put(
  record: DataRecord,
  name: string,
  value: CborValue,
  inner: Shape | undefined,
  profile: Profile,
  depth: number,
): void {
  if (value !== null && value !== undefined) record[name] = toData(value, inner, profile, depth)
  else if (profile === 'strict') record[name] = null
}

function toData(value: CborValue, shape: Shape | undefined, profile: Profile, depth: number): unknown {
  if (typeof value === 'string') return profile === 'eu' ? value.trim() : value
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (value instanceof CborTag) throw new Fault('dcc.schema', 'a tag')
  if (value instanceof Map) return toRecord(value, shape ?? NOTHING_KNOWN, profile, depth + 1)
  return toList(value as readonly CborValue[], shape, profile, depth + 1)
}

function toList(list: readonly CborValue[], shape: Shape | undefined, profile: Profile, depth: number): unknown[] {
  if (depth > MAX_DEPTH) throw new Fault('dcc.schema', 'too deep')
  return list.map((item) => toData(item, shape, profile, depth))
}
