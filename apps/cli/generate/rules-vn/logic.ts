/** CertLogic in the words of the sample rules. */

type Expression = object | string | number | boolean

type Unit = 'month' | 'day' | 'hour'

export const clock: object = { plusTime: [{ var: 'external.validationClock' }, 0, 'day'] }

export function field(path: string): object {
  return { var: `payload.${path}` }
}

/** A date-time of the certificate, moved. */
export function moved(path: string, amount: number, unit: Unit = 'day'): object {
  return { plusTime: [field(path), amount, unit] }
}

export function when(guard: Expression, then: Expression, otherwise: Expression): object {
  return { if: [guard, then, otherwise] }
}

export function all(...operands: readonly Expression[]): object {
  return { and: operands }
}

/** True when one of them is; CertLogic has no `or`. */
export function either(first: Expression, second: Expression): object {
  return when(first, true, second)
}

export function same(left: Expression, right: Expression): object {
  return { '===': [left, right] }
}

export function oneOf(value: Expression, list: readonly string[]): object {
  return { in: [value, list] }
}

export function atLeast(left: Expression, right: Expression): object {
  return { '>=': [left, right] }
}
