import { byteOrderMark, guardedCsvRow } from '../read/csv/csv-writer.ts'
import { type Measure, type Step, steps } from './measures.ts'
import { percentOf } from './percent.ts'
import type { Report } from './report.ts'
import type { ShownCount, ShownUnit } from './shown-unit.ts'
import { levels } from './units.ts'

const shares: readonly (readonly [part: Step, whole: Step])[] = [
  ['entered', 'given'],
  ['verified', 'entered'],
  ['confirmed', 'entered'],
  ['signed', 'entered'],
  ['signed', 'given'],
]
const headings = [
  ...['level', 'code', 'name', 'province', 'district', 'commune', 'dose_class', ...steps, 'listed'],
  ...shares.map(([part, whole]) => `${part}_of_${whole}_percent`),
]

/** One row for all doses, each class and each unit, for a spreadsheet. What is not measured is empty. */
export function reportCsv({ doses, byClass, units }: Report): string {
  const rows = [
    line({ level: 'all' }, doses),
    ...byClass.map((one) => line({ level: 'all', doseClass: one.doseClass }, one.doses)),
    ...levels.flatMap((level) => units[level].map((unit) => line({ level, unit }, unit.doses))),
  ]
  return byteOrderMark + [headings, ...rows].map(guardedCsvRow).join('')
}

interface Subject {
  readonly level: string
  readonly unit?: ShownUnit
  readonly doseClass?: string
}

function line({ level, unit, doseClass = '' }: Subject, doses: ShownUnit['doses']): readonly string[] {
  const within = unit?.within ?? {}
  const place = [unit?.code ?? '', unit?.name ?? '', within.province ?? '', within.district ?? '', within.commune ?? '']
  const counts = [...steps, 'listed' as const].map((measure: Measure) => `${doses[measure] ?? ''}`)
  return [
    level,
    ...place,
    doseClass,
    ...counts,
    ...shares.map(([part, whole]) => percentText(doses[part], doses[whole])),
  ]
}

function percentText(part: ShownCount | undefined, whole: ShownCount | undefined): string {
  if (typeof part !== 'number' || typeof whole !== 'number') return ''
  return percentOf(part, whole)?.rounded ?? ''
}
