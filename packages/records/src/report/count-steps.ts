import type { RecordSource } from '../read/source.ts'
import { type CleansedFiles, type EnteredDose, enteredDoses, refusedRows } from './cleansed-rows.ts'
import type { Gathered, GatherOptions } from './gathered.ts'
import { givenDoses } from './given-counts.ts'
import type { IdJoin } from './id-join.ts'
import { idsOf } from './ids-of.ts'
import { openLag } from './lag.ts'
import { classOf, type Measure } from './measures.ts'
import { namedRows } from './named-rows.ts'
import { openReasons } from './reasons.ts'
import type { Tally } from './tally.ts'

/** What is counted into. */
export interface Counting {
  readonly measured: Set<Measure>
  readonly tally: Tally
  /** Marks of a dose: its cell, `confirmed`, `signed`. */
  readonly doses: IdJoin
  /** Marks of a person: `entered`, `police`. */
  readonly people: IdJoin
  readonly options: GatherOptions
}

export async function countGiven(counts: RecordSource, { tally, measured }: Counting): Promise<void> {
  measured.add('given')
  for await (const { facility, doseClass, given } of givenDoses(counts)) {
    tally.add(tally.cellOf(facility, doseClass), 'given', given)
  }
}

/** An entered dose is a row that was not merged into another, whatever is open about it; one that cannot be read is too. */
export async function countEntered(
  files: CleansedFiles,
  counting: Counting,
): Promise<Pick<Gathered, 'rows' | 'lag' | 'blocking'>> {
  const { tally, options, measured } = counting
  for (const measure of ['entered', 'listed'] as const) measured.add(measure)
  const [lag, reasons] = [openLag(options.entryDelay), openReasons()]
  const counted = { clean: 0, listed: 0, doubles: 0, notGiven: 0 }
  for await (const dose of enteredDoses(files)) {
    counted[dose.isListed ? 'listed' : 'clean'] += 1
    if (dose.isDouble) counted.doubles += 1
    else {
      countDose(dose, counting)
      lag.add(dose.doseDate, dose.entryDate, dose.entryMode)
      if (dose.isListed) reasons.add(dose.rules)
      if (dose.isNotGiven) counted.notGiven += 1
    }
    options.progress?.(counted.clean + counted.listed)
  }
  const refused = await refusedRows(files)
  tally.add(tally.cellOf('', 'unknown'), 'entered', refused.rows - refused.headings)
  const rows = counted.clean + counted.listed + refused.rows
  return { rows: { rows, ...counted, refused: refused.rows }, lag: lag.lag(), blocking: reasons.blocking() }
}

function countDose(dose: EnteredDose, { tally, doses, people }: Counting): void {
  const cell = tally.cellOf(dose.facility, dose.doseClass)
  tally.add(cell, 'entered')
  if (dose.isListed) tally.add(cell, 'listed')
  if (dose.doseId !== '') doses.add(dose.doseId, `${cell}`)
  if (dose.personId !== '') people.add(dose.personId, 'entered')
}

export async function countVerified(right: RecordSource, { tally, measured }: Counting): Promise<void> {
  measured.add('verified')
  const columns = ['facility', 'dose_class', 'dose_number', 'product'] as const
  for await (const [facility, doseClass, doseNumber, product] of namedRows(right, columns, 'report.matched')) {
    tally.add(tally.cellOf(facility, classOf(doseClass, doseNumber, product)), 'verified')
  }
}

export async function countConfirmed(ids: AsyncIterable<string>, { doses, measured }: Counting): Promise<void> {
  measured.add('confirmed')
  for await (const id of ids) doses.add(id, 'confirmed')
}

export async function countSigned(signed: RecordSource, { doses, measured }: Counting): Promise<void> {
  measured.add('signed')
  for await (const id of idsOf(signed, 'dose_id', 'report.signed')) doses.add(id, 'signed')
}
