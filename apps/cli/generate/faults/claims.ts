import { type Entries, type Item, int, json, map, text } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import type { Change, Layers } from '../layers.ts'

/** Labels of the claims (RFC 8392 §4, hcert §3.3). */
export const ISS = 1
export const EXP = 4
export const NBF = 5
export const IAT = 6
export const HCERT = -260

function claims(make: (right: Entries, below: Layers) => Entries): Change {
  return { layer: 'claims', make }
}

function isLabel(key: Item, label: number): boolean {
  return Buffer.compare(key, int(label)) === 0
}

/** One claim with another value, encoded. */
export function claim(label: number, value: Item): Change {
  return claims((right) => right.map(([key, old]) => (isLabel(key, label) ? [key, value] : [key, old])))
}

export function without(...labels: readonly number[]): Change {
  return claims((right) => right.filter(([key]) => !labels.some((label) => isLabel(key, label))))
}

/** One more entry after the others. */
export function added(key: Item, value: Item): Change {
  return claims((right) => [...right, [key, value]])
}

/** One more entry before the others. */
export function addedFirst(key: Item, value: Item): Change {
  return claims((right) => [[key, value], ...right])
}

export const reversed: Change = claims((right) => right.toReversed())

/** The certificate under another key than the integer 1, version 1. */
export function hcertUnder(label: Item): Change {
  return claims((right, { item }) =>
    right.map(([key, value]) => (isLabel(key, HCERT) ? [key, map([[label, item]])] : [key, value])),
  )
}

/** Other bytes in the place of the payload. */
export function payload(make: (right: Uint8Array, below: Layers) => Uint8Array): Change {
  return { layer: 'payload', make }
}

/** The map of the claims with indefinite length (RFC 8949 §3.2.2). */
export const openMap: Change = payload((_, below) => joinBytes([0xbf], ...below.claims.flat(), [0xff]))

/** Fewer bytes than the map needs. */
export const cut: Change = payload((right) => right.subarray(0, -1))
export const trailingByte: Change = payload((right) => joinBytes(right, [0]))

/** The certificate with some of its values encoded otherwise: by the path of the member, "v.0.dn". */
export function encoded(items: Readonly<Record<string, Item>>): Change {
  return { layer: 'item', make: (_, { dcc }) => json(withItems(dcc, items, '')) }
}

/** The certificate with one more entry at its end, encoded. */
export function entry(key: Item, value: Item): Change {
  return {
    layer: 'item',
    make: (_, { dcc }) =>
      map([...Object.entries(dcc ?? {}).map(([name, member]) => [text(name), json(member)] as const), [key, value]]),
  }
}

type Tree = Parameters<typeof json>[0]

function withItems(value: Tree, items: Readonly<Record<string, Item>>, path: string): Tree {
  const item = items[path]
  if (item !== undefined) return item
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((member, index) => withItems(member, items, joined(path, index)))
  const members = Object.entries(value as Readonly<Record<string, Tree>>)
  return Object.fromEntries(members.map(([name, member]) => [name, withItems(member, items, joined(path, name))]))
}

function joined(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`
}
