import type { RuleId } from '@vaxcert/records'
import type { Dirt } from '../column-forms.ts'
import { writeDate } from '../date-forms.ts'
import { isoDay } from '../days.ts'
import { lastDay } from '../province.ts'
import type { Planted, SampleRow } from '../sample-row.ts'
import { isDelayed } from './column-dirt.ts'
import { isNewYear } from './dose-errors.ts'
import { isUntouched, type Surroundings } from './plant.ts'

/** A row that tells of a dose once more. */
export interface DoubleRow {
  readonly rule: RuleId
  readonly row: SampleRow
}

type Copying = (row: SampleRow, copy: SampleRow, surroundings: Surroundings) => boolean

/** The same in all cells: it was sent twice. */
const resent: Copying = () => true

/** Typed or uploaded once more, under a number of its own. */
const again: Copying = (_, { cells }, { random }) => {
  cells.dose_id = `${cells.dose_id}R${random.below(9)}`
  if (random.below(2) === 0) cells.address = ''
  return true
}

/** Told by a mobile team and by the station. */
const twoSites: Copying = (row, copy, { random, province, forms }) => {
  const at = random.below(province.facilities.length)
  const day = Math.min(lastDay, row.dose.day + random.below(4))
  if (at === row.dose.facility || row.dose.facility < 0 || !isUntouched(row, 'dose_date')) return false
  if (isNewYear(row) || !isUntouched(row, 'facility') || forms.legacy.facility_name !== undefined) return false
  copy.cells.dose_id += 'M'
  change(copy, 'facility', province.facilities[at]?.code ?? '')
  copy.cells.facility_name = province.facilities[at]?.name ?? ''
  change(copy, 'dose_date', writeDate(isoDay(day), forms.dates.dose_date))
  if (!isDelayed(copy, day)) withdraw(copy, 'PR-03')
  return true
}

/** Typed once more with one digit of the number wrong, or under the old number. */
const otherNumber: Copying = (row, copy, { random }) => {
  const { id_number: text } = row.cells
  if (!/^\d{12}$/.test(text) || !isUntouched(row, 'id_number')) return false
  const digit = String((Number(text.charAt(11)) + 1 + random.below(8)) % 10)
  copy.cells.dose_id += 'N'
  change(copy, 'id_number', text.slice(0, 11) + digit)
  return true
}

/** What no longer holds of the copy. */
function withdraw({ planted }: SampleRow, rule: RuleId): void {
  const at = planted.findIndex((error) => error.rule === rule)
  if (at >= 0) planted.splice(at, 1)
}

function change({ cells, planted }: SampleRow, field: 'facility' | 'dose_date' | 'id_number', text: string): void {
  if (cells[field] === text) return
  planted.push({ field, planted: text, right: cells[field], undetectable: 'part of a double' } satisfies Planted)
  cells[field] = text
}

const kinds: readonly { rule: RuleId; copying: Copying; rates: Readonly<Record<Dirt, number>> }[] = [
  { rule: 'DU-01', copying: resent, rates: { light: 500, real: 5_000, harsh: 15_000, strange: 6_000 } },
  { rule: 'DU-02', copying: again, rates: { light: 1_000, real: 10_000, harsh: 25_000, strange: 10_000 } },
  { rule: 'DU-03', copying: twoSites, rates: { light: 200, real: 2_000, harsh: 6_000, strange: 3_000 } },
  { rule: 'DU-05', copying: otherNumber, rates: { light: 500, real: 5_000, harsh: 12_000, strange: 6_000 } },
]

/** A double of a row, where there is to be one; never of one that is a double. */
export function doubleOf(row: SampleRow, dirt: Dirt, surroundings: Surroundings): DoubleRow | undefined {
  const { random } = surroundings
  const kind = kinds.find(({ rates }) => random.happens(rates[dirt]))
  if (kind === undefined) return undefined
  const copy = { ...row, cells: { ...row.cells }, planted: [...row.planted] }
  return kind.copying(row, copy, surroundings) ? { rule: kind.rule, row: copy } : undefined
}
