import { Fault } from '../../../fault.ts'
import { access, fragmentsOf } from './access.ts'
import { MAX_STEPS, spend } from './bounds.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { operatorForms } from './operators.ts'
import { validateCertLogic } from './validate.ts'
import type { Value } from './value.ts'

/**
 * Evaluates an expression on data: plain JSON, of which only own members are seen. The same data give the same value.
 * @throws Fault `rules.unreadable` when an operand is of a kind that its operator does not take, or it takes too long
 */
export type CertLogic = (data: Value) => Value

/**
 * Makes a CertLogic expression ready (specification 1.3.2). Nothing of it is ever evaluated as JavaScript.
 * @throws Fault `rules.unreadable` where `validateCertLogic` finds an issue
 */
export function compileCertLogic(expr: unknown): CertLogic {
  if (validateCertLogic(expr).length > 0) throw new Fault('rules.unreadable', 'not CertLogic')
  const operation = compile(expr)
  return (data) => operation(data, { left: MAX_STEPS })
}

function compile(expr: unknown): Operation {
  if (Array.isArray(expr)) return listOf(expr.map(compile))
  if (typeof expr !== 'object') return () => expr as Value
  const [[operator, operands]] = Object.entries(expr as object) as [[string, string | readonly unknown[]]]
  return typeof operands === 'string' ? variable(operands) : build(operator, operands)
}

function build(operator: string, operands: readonly unknown[]): Operation {
  const [make, form] = [operations.get(operator), operatorForms.get(operator)]
  if (make === undefined || form === undefined) throw new TypeError('an expression that was not validated')
  return make(operands.slice(0, form.expressions).map(compile), operands.slice(form.expressions))
}

/** A list is evaluated item by item. */
function listOf(items: readonly Operation[]): Operation {
  return (data, budget) => {
    spend(budget, items.length)
    return items.map((item) => item(data, budget))
  }
}

function variable(path: string): Operation {
  const fragments = fragmentsOf(path)
  return (data, budget) => {
    spend(budget, 1 + fragments.length)
    return access(data, fragments)
  }
}
