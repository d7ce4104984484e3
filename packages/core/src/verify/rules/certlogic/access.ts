import { isDataObject, isList, type Value } from './value.ts'

/** Whether a path of `var` has the form "payload.v.0.dt"; the empty one means all data. */
export function isPath(path: string): boolean {
  return path === '' || path.split('.').every((fragment) => fragment !== '')
}

/** One step of a path: the index of a list, or the name of a member. */
export type Fragment = number | string

/** The steps of a path that `isPath`. */
export function fragmentsOf(path: string): readonly Fragment[] {
  if (path === '') return []
  return path.split('.').map((fragment) => (/^\d+$/.test(fragment) ? Number(fragment) : fragment))
}

/**
 * CertLogic §"Data access": null for everything that is not there. An index is one of a list, a name is a member's
 * own; neither texts nor lists have members, so `length` and `constructor` are nothing.
 */
export function access(data: Value, fragments: readonly Fragment[]): Value {
  let value: Value = data
  for (const fragment of fragments) value = member(value, fragment)
  return value
}

function member(value: Value, fragment: Fragment): Value {
  if (typeof fragment === 'number') return isList(value) ? (value[fragment] ?? null) : null
  return isDataObject(value) && Object.hasOwn(value, fragment) ? (value[fragment] ?? null) : null
}
