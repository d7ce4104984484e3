import { productByCode } from '@vaxcert/core/dcc'
import { readDoseClass, readDoseNumber } from '../dose/dose-number.ts'

/** The steps of a dose, in their order. A step without a source is not measured; it is never 0. */
export type Step = 'given' | 'entered' | 'verified' | 'confirmed' | 'signed'
export const steps: readonly Step[] = ['given', 'entered', 'verified', 'confirmed', 'signed']

/** What is counted of doses: the steps, and among the entered ones those that wait on a list. */
export type Measure = Step | 'listed'
export const measures: readonly Measure[] = [...steps, 'listed']

/** Doses by measure; those that are not measured are absent. */
export type Counts = Readonly<Partial<Record<Measure, number>>>

/** A dose as the counts on paper tell doses apart. */
export type CountedClass = 'dose-1' | 'dose-2' | 'dose-3' | 'additional' | 'booster' | 'unknown'
export const countedClasses: readonly CountedClass[] = [
  ...(['dose-1', 'dose-2', 'dose-3', 'additional', 'booster', 'unknown'] as const),
]

const primary: readonly CountedClass[] = ['dose-1', 'dose-2', 'dose-3']

/**
 * The class of a row. A third dose of which only the number is told may be any of three: it is unknown. So is one of the
 * primary series without a number, or the third of a product (`mp`) whose series has two: a slip in one second dose of a
 * hundred would outnumber all third doses.
 */
export function classOf(doseClass: string, doseNumber: string, product: string): CountedClass {
  const told = readDoseClass(doseClass)
  if (told === 'additional' || told === 'booster') return told
  const number = readDoseNumber(doseNumber) ?? 0
  if (number > 2 && (told === undefined || (productByCode(product)?.primaryDoses ?? number) < number)) return 'unknown'
  return primary[number - 1] ?? 'unknown'
}
