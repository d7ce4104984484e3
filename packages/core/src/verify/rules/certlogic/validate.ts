import { isPath } from './access.ts'
import { MAX_DEPTH, MAX_EXPRESSIONS, MAX_TEXT } from './bounds.ts'
import { type OperatorForm, operatorForms } from './operators.ts'
import { isInteger } from './value.ts'

/** What is wrong with an expression, for the author of a rule. */
export interface Issue {
  /** The part that is wrong, as it was handed in. */
  readonly expr: unknown
  /** In the words of the reference implementation, which its test suite compares. */
  readonly message: string
}

const MALFORMED = 'operation not of the form { "<operator>": [ <values...> ] }'

interface Walk {
  readonly issues: Issue[]
  expressions: number
}

/** Everything that is wrong with the form of an expression; nothing when it is CertLogic that this engine evaluates. */
export function validateCertLogic(expr: unknown): readonly Issue[] {
  const walk: Walk = { issues: [], expressions: 0 }
  validate(expr, walk, 0)
  return walk.issues
}

function validate(expr: unknown, walk: Walk, depth: number): void {
  walk.expressions += 1
  if (walk.expressions > MAX_EXPRESSIONS) {
    if (walk.expressions === MAX_EXPRESSIONS + 1) complain(walk, expr, 'more expressions than any rule has')
  } else if (depth > MAX_DEPTH) complain(walk, expr, 'nested deeper than any rule')
  else if (Array.isArray(expr)) for (const item of expr) validate(item, walk, depth + 1)
  else if (typeof expr === 'object' && expr !== null) validateOperation(expr, walk, depth)
  else validateLiteral(expr, walk)
}

function validateLiteral(expr: unknown, walk: Walk): void {
  if (typeof expr === 'boolean' || isInteger(expr)) return
  if (typeof expr === 'number') {
    complain(walk, expr, Number.isInteger(expr) ? `${expr} is too large` : `${expr} is a non-integer number`)
  } else if (typeof expr !== 'string') complain(walk, expr, 'invalid CertLogic expression')
  else if (expr.length > MAX_TEXT) complain(walk, expr, 'longer than any text of a rule')
}

function validateOperation(expr: object, walk: Walk, depth: number): void {
  const entries = Object.entries(expr)
  const [[operator, values] = []] = entries as readonly (readonly [string, unknown])[]
  const form = operatorForms.get(operator ?? '')
  if (entries.length !== 1) {
    complain(walk, expr, `expression object must have exactly one key, but it has ${entries.length}`)
  } else if (operator === 'var') validateVar(expr, values, walk)
  else if (!Array.isArray(values)) complain(walk, expr, MALFORMED)
  else if (form === undefined) complain(walk, expr, `unrecognised operator: "${operator}"`)
  else validateOperands(expr, form, values, walk, depth)
}

function validateVar(expr: object, path: unknown, walk: Walk): void {
  if (typeof path !== 'string') complain(walk, expr, 'not of the form { "var": "<path>" }')
  else if (!isPath(path)) complain(walk, expr, `data access path doesn't have a valid format: ${path}`)
  else if (path.length > MAX_TEXT) complain(walk, expr, 'longer than any path')
}

function validateOperands(
  expr: object,
  { least, most, demand, expressions, constants }: OperatorForm,
  values: readonly unknown[],
  walk: Walk,
  depth: number,
): void {
  const count = values.length
  if (count < least || count > most) complain(walk, expr, `${demand}, but it has ${count}`)
  for (const operand of values.slice(0, expressions)) validate(operand, walk, depth + 1)
  for (const [index, constant] of constants.entries()) {
    const value = values[expressions + index]
    if (value === undefined || constant.allows(value)) continue
    complain(walk, expr, `${constant.demand}, but it is: ${shown(value)}`)
  }
}

/** As JavaScript shows it in a text, but without asking the value itself. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? '[object Array]' : '[object Object]'
}

function complain({ issues }: Walk, expr: unknown, message: string): void {
  issues.push({ expr, message })
}
