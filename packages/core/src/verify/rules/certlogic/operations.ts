import { Fault } from '../../../fault.ts'
import { type Budget, spend } from './bounds.ts'
import { dateOfBirth, plusTime, type TimeUnit } from './date-times.ts'
import { type Build, eager, nothing } from './operation.ts'
import { isInteger, isList, isTruthy, type Value } from './value.ts'

const choose: Build = ([guard = nothing, then = nothing, otherwise = nothing]) => {
  return (data, budget) => {
    spend(budget, 1)
    return isTruthy(guard(data, budget), budget) ? then(data, budget) : otherwise(data, budget)
  }
}

/** Gives the first operand that is falsy, else the last one. What stands behind a falsy one is not evaluated. */
const and: Build = (operands) => (data, budget) => {
  spend(budget, 1)
  let value: Value = true
  for (const operand of operands) {
    value = operand(data, budget)
    if (!isTruthy(value, budget)) break
  }
  return value
}

/** A left-fold. Its lambda sees `accumulator` and `current`, and nothing of the data around it. */
const reduce: Build = ([list = nothing, lambda = nothing, initial = nothing]) => {
  return (data, budget) => {
    spend(budget, 1)
    const items = list(data, budget)
    const start = initial(data, budget)
    if (items === null) return start
    if (!isList(items)) throw unreadable('no list to reduce')
    spend(budget, items.length)
    return items.reduce((accumulator, current) => lambda({ accumulator, current }, budget), start)
  }
}

/** Two operands, or three of which each pair of neighbours must hold. All are of one kind, whatever the first pair says. */
function comparison(numberOf: (value: Value) => number, holds: (left: number, right: number) => boolean): Build {
  return eager((values) => {
    const [first = 0, ...rest] = values.map(numberOf)
    let left = first
    return rest.every((right) => {
      const held = holds(left, right)
      left = right
      return held
    })
  })
}

const less = (left: number, right: number): boolean => left < right
const more = (left: number, right: number): boolean => left > right
const notMore = (left: number, right: number): boolean => left <= right
const notLess = (left: number, right: number): boolean => left >= right

/** Every operator but `var`. */
export const operations: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['if', choose],
  ['and', and],
  ['!', eager(([operand = null], _, budget) => !isTruthy(operand, budget))],
  ['===', eager(([left, right]) => left === right)],
  ['in', eager(([value = null, list = null], _, budget) => isIn(value, list, budget))],
  ['+', eager(([left = null, right = null]) => integerOf(integerOf(left) + integerOf(right)))],
  ['<', comparison(integerOf, less)],
  ['>', comparison(integerOf, more)],
  ['<=', comparison(integerOf, notMore)],
  ['>=', comparison(integerOf, notLess)],
  ['before', comparison(instantOf, less)],
  ['after', comparison(instantOf, more)],
  ['not-after', comparison(instantOf, notMore)],
  ['not-before', comparison(instantOf, notLess)],
  ['plusTime', eager(([start = null], [amount, unit]) => plusTime(textOf(start), amount as number, unit as TimeUnit))],
  ['dccDateOfBirth', eager(([date = null]) => dateOfBirth(textOf(date)))],
  ['extractFromUVCI', eager(([uvci = null], [index], budget) => fragmentOf(uvci, index as number, budget))],
  ['reduce', reduce],
])

function isIn(value: Value, list: Value, budget: Budget): boolean {
  if (!isList(list)) throw unreadable('no list to look in')
  spend(budget, list.length)
  return list.includes(value)
}

const UVCI_PREFIX = 'URN:UVCI:'

/** The part with this index, between "/", "#" and ":"; null when there is none. */
function fragmentOf(uvci: Value, index: number, budget: Budget): Value {
  if (uvci === null) return null
  const text = textOf(uvci)
  spend(budget, text.length)
  const bare = text.startsWith(UVCI_PREFIX) ? text.slice(UVCI_PREFIX.length) : text
  return bare.split(/[/#:]/)[index] ?? null
}

function integerOf(value: Value): number {
  if (isInteger(value)) return value
  throw unreadable('no integer')
}

function instantOf(value: Value): number {
  if (value instanceof Date) return value.getTime()
  throw unreadable('no date-time')
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value
  throw unreadable('no text')
}

function unreadable(detail: string): Fault {
  return new Fault('rules.unreadable', detail)
}
