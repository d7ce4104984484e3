import { type Budget, spend } from './bounds.ts'
import type { Value } from './value.ts'

/** An expression that is ready to be evaluated. */
export type Operation = (data: Value, budget: Budget) => Value

/** Makes an operation of its operands and the constants behind them, whose number and kind are validated. */
export type Build = (operands: readonly Operation[], constants: readonly unknown[]) => Operation

/** Stands for an operand that validation has seen to be there. */
export const nothing: Operation = () => null

/** An operator that evaluates all its operands, from left to right, before it looks at any. */
export function eager(
  apply: (values: readonly Value[], constants: readonly unknown[], budget: Budget) => Value,
): Build {
  return (operands, constants) => (data, budget) => {
    spend(budget, 1)
    const values = operands.map((operand) => operand(data, budget))
    return apply(values, constants, budget)
  }
}
