import { Fault } from '../fault.ts'

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
