import { Fault } from '../../../../src/fault.ts'
import { compileCertLogic, type Value } from '../../../../src/verify/rules/certlogic/index.ts'

/** What an expression comes to on data, or the code of its Fault. */
export function evaluate(expr: unknown, data: Value = null): unknown {
  try {
    return compileCertLogic(expr)(data)
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

export const UNREADABLE = 'rules.unreadable'
