import { Fault } from '@vaxcert/core/fault'
import { readDate } from '../dates/read-date.ts'
import type { Limits } from './limits.ts'

type Check = (value: unknown) => boolean

const shape: Readonly<Record<keyof Limits, Check>> = {
  version: (value) => typeof value === 'string' && /^[\w.-]{1,40}$/.test(value),
  campaignStart: isDay,
  oldestAge: isCount,
  youngestAge: isCount,
  ageGroups: (value) => Array.isArray(value) && value.every(isAgeGroup) && inOrder(value),
  hardInterval: isCount,
  intervalGrace: isCount,
  mostDoses: isCount,
  entryDelay: (value) => hasExactly(value, { soon: isCount, late: isCount }),
  twoSites: isCount,
  sameDoseNumber: isCount,
  sameName: (value) => typeof value === 'number' && value > 0 && value <= 1,
  newYearShare: (value) => typeof value === 'number' && value >= 1 && value <= 365,
  verifyWithin: isCount,
  validMonths: isCount,
}

/**
 * The limits of a configuration file: one JSON object with every field of `Limits`, and no other. A forgotten one is an
 * error, never a default.
 * @throws Fault `record.limits`
 */
export function readLimits(json: string): Limits {
  const limits = parse(json)
  if (!isObject(limits)) throw new Fault('record.limits', 'not a JSON object')
  if (!hasExactly(limits, shape)) throw new Fault('record.limits', 'a limit is missing, unknown or out of its range')
  return limits as unknown as Limits
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Fault('record.limits', 'not JSON')
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasExactly(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (!isObject(value)) return false
  const isWhole = Object.entries(checks).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]))
  return isWhole && Object.keys(value).every((name) => Object.hasOwn(checks, name))
}

function isAgeGroup(value: unknown): boolean {
  return hasExactly(value, { since: isDay, from: isCount })
}

function inOrder(groups: readonly { readonly since: string }[]): boolean {
  return groups.every(({ since }, at) => at === 0 || (groups[at - 1]?.since ?? '') < since)
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && readDate(value, 'unknown')?.iso === value && value.length === 10
}
