import { Fault } from '../../../fault.ts'
import { type Budget, spend } from './bounds.ts'

/** JSON, or a date-time, which only `plusTime` and `dccDateOfBirth` make. */
export type Value = null | boolean | number | string | Date | readonly Value[] | DataObject

/** An object of JSON. Nothing is read of it that is not its own. */
export interface DataObject {
  readonly [name: string]: Value | undefined
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether a value is an object of JSON: neither a list nor a date-time. */
export function isDataObject(value: unknown): value is DataObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date || ArrayBuffer.isView(value))
}

/** Beyond 2⁵³ numbers are not what they seem. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/**
 * CertLogic §"Truthy and falsy values". What is neither, a date-time among it, decides nothing.
 * @throws Fault `rules.unreadable` for what is neither, and when no steps are left to look through an object
 */
export function isTruthy(value: Value, budget: Budget): boolean {
  if (value === null || value === false) return false
  if (value === true) return true
  if (typeof value === 'string') return value !== ''
  if (isInteger(value)) return value !== 0
  if (isList(value)) return value.length > 0
  if (isDataObject(value)) return countNames(value, budget) > 0
  throw new Fault('rules.unreadable', 'neither truthy nor falsy')
}

function countNames(value: DataObject, budget: Budget): number {
  const { length } = Object.keys(value)
  spend(budget, length)
  return length
}
