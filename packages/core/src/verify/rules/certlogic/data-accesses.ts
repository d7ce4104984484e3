import { operatorForms } from './operators.ts'
import { validateCertLogic } from './validate.ts'

/**
 * Every path of data that a valid expression may ask for, sorted, each once. What the lambda of a `reduce` asks for is
 * not of the data. Empty for what is not CertLogic.
 */
export function dataAccesses(expr: unknown): readonly string[] {
  if (validateCertLogic(expr).length > 0) return []
  const paths = new Set<string>()
  gather(expr, paths)
  return [...paths].sort()
}

function gather(expr: unknown, paths: Set<string>): void {
  if (Array.isArray(expr)) for (const item of expr) gather(item, paths)
  else if (typeof expr === 'object') {
    for (const [operator, operands] of Object.entries(expr as object)) {
      if (operator === 'var') paths.add(operands)
      else gather(ofData(operator, operands), paths)
    }
  }
}

function ofData(operator: string, operands: readonly unknown[]): readonly unknown[] {
  if (operator === 'reduce') return [operands[0], operands[2]]
  return operands.slice(0, operatorForms.get(operator)?.expressions)
}
