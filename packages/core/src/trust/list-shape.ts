import { Fault } from '../fault.ts'
import { readBase64 } from './base64.ts'

/**
 * Demands something of a list that JSON.parse has made.
 * @throws Fault `list.shape` with a detail that must not quote the list
 */
export function demand(condition: boolean, detail: string): asserts condition {
  if (!condition) throw new Fault('list.shape', detail)
}

/** An object that has exactly these members. */
export function demandRecord<N extends string>(value: unknown, names: readonly N[]): Readonly<Record<N, unknown>> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'not an object')
  const present = Object.keys(value)
  demand(present.length === names.length && names.every((name) => present.includes(name)), 'members of an object')
  return value as Record<N, unknown>
}

/** An array of at most so many entries. */
export function demandArray(value: unknown, maxLength: number): readonly unknown[] {
  demand(Array.isArray(value) && value.length <= maxLength, 'not an array, or too long')
  return value
}

/** A text of this form. Fixed or bounded forms only: the length is capped before the form is tried. */
export function demandText(value: unknown, form: RegExp, maxLength: number): string {
  demand(typeof value === 'string' && value.length <= maxLength && form.test(value), 'not a text of the right form')
  return value
}

/** A CBOR map that has exactly these members, in this order. */
export function demandMap<N extends string>(value: unknown, names: readonly N[]): Readonly<Record<N, unknown>> {
  demand(value instanceof Map, 'not a map')
  const present = [...value.keys()]
  demand(present.length === names.length && names.every((name, at) => present[at] === name), 'members of a map')
  return Object.fromEntries(value) as Record<N, unknown>
}

/** A whole number from 0 to 2^53 − 1. */
export function demandWhole(value: unknown): number {
  demand(Number.isSafeInteger(value) && (value as number) >= 0, 'not a whole number')
  return value as number
}

/** Bytes, so many where a length is given. */
export function demandBytes(value: unknown, length?: number): Uint8Array {
  demand(value instanceof Uint8Array && value.length === (length ?? value.length), 'not bytes of the right length')
  return value
}

/** So many bytes, in canonical base64. */
export function demandBase64(value: unknown, length: number): Uint8Array {
  const bytes = readBase64(demandText(value, /./, Math.ceil(length / 3) * 4))
  demand(bytes?.length === length, 'not so many bytes in base64')
  return bytes
}
