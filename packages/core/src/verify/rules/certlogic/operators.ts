import { timeUnits } from './date-times.ts'
import { isInteger } from './value.ts'

/** What an operation other than `var` is made of. */
export interface OperatorForm {
  readonly least: number
  readonly most: number
  /** How many operands are expected, in the words of the reference implementation. */
  readonly demand: string
  /** Behind so many expressions come constants. */
  readonly expressions: number
  readonly constants: readonly ConstantForm[]
}

/** An operand that is no expression, but must stand there as it is. */
export interface ConstantForm {
  /** In the words of the reference implementation. */
  readonly demand: string
  allows(value: unknown): boolean
}

function form(least: number, most: number, demand: string, constants: readonly ConstantForm[] = []): OperatorForm {
  return { least, most, demand, expressions: most - constants.length, constants }
}

function infix(operator: string): OperatorForm {
  return form(2, 2, `an operation with operator "${operator}" must have 2 operands`)
}

function comparison(operator: string): OperatorForm {
  return form(2, 3, `an operation with operator "${operator}" must have 2 or 3 operands`)
}

function exactly(operator: string, count: number, constants: readonly ConstantForm[] = []): OperatorForm {
  const operands = count === 1 ? '1 value/operand' : `${count} values/operands`
  return form(count, count, `${operator} must have exactly ${operands}`, constants)
}

const amount: ConstantForm = { demand: '"amount" argument (#2) of "plusTime" must be an integer', allows: isInteger }
const unit: ConstantForm = {
  demand: `"unit" argument (#3) of "plusTime" must be a string equal to one of ${timeUnits.join(', ')}`,
  allows: (value) => timeUnits.some((name) => name === value),
}
const index: ConstantForm = {
  demand: '"index" argument (#2) of "extractFromUVCI" must be an integer',
  allows: isInteger,
}

/** Every operator but `var`. */
export const operatorForms: ReadonlyMap<string, OperatorForm> = new Map([
  ['if', exactly('an "if"-operation', 3)],
  ['and', form(2, Number.POSITIVE_INFINITY, 'an "and" operation must have at least 2 operands')],
  ...['===', 'in', '+'].map((name) => [name, infix(name)] as const),
  ...['<', '>', '<=', '>=', 'after', 'before', 'not-after', 'not-before'].map(
    (name) => [name, comparison(name)] as const,
  ),
  ['!', form(1, 1, 'a !-operation (logical not/negation) must have exactly 1 operand')],
  ['plusTime', exactly('a "plusTime"-operation', 3, [amount, unit])],
  ['reduce', exactly('a "reduce"-operation', 3)],
  ['extractFromUVCI', exactly('an "extractFromUVCI"-operation', 2, [index])],
  ['dccDateOfBirth', exactly('a "dccDateOfBirth"-operation', 1)],
])
