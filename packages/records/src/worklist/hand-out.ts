import { join } from 'node:path'
import { WITHDRAWN } from '../dose/status.ts'
import { type OfficeList, type Offices, openOffices } from './by-office.ts'
import { doseOf } from './dose.ts'
import { listedRows, rowsOf } from './listed-rows.ts'
import type { MatchOutput } from './match-output.ts'
import { communeOf, type Office, type OfficeKind, officeOfDose } from './office.ts'
import { type CleansedOutput, type OpenRow, openRows } from './open-rows.ts'
import { personKey, personOf } from './person.ts'
import { type KnownRow, openTimelines, type Timelines } from './timelines.ts'

/** What became of the rows that somebody has to look at: each is in one of `onLists` to `elsewhere`. */
export interface RowCounts {
  listed: number
  /** Rows that are on a list; a row is on two where both the person and the dose are in question. */
  onLists: number
  /** Rows whose identity the register has found right since. */
  settled: number
  /** Doubles: another row stands for them, and nobody has to look. */
  merged: number
  /** Rows that an office withdrew. */
  withdrawn: number
  /** Rows of which nothing is open: there should be none. */
  elsewhere: number
  /** Rows on the lists of each kind of office. */
  readonly byOffice: Record<OfficeKind, number>
}

export function noRows(): RowCounts {
  const byOffice = { commune: 0, facility: 0, department: 0 }
  return { listed: 0, onLists: 0, settled: 0, merged: 0, withdrawn: 0, elsewhere: 0, byOffice }
}

interface Desk {
  readonly offices: Offices
  readonly timelines: Timelines
  readonly counts: RowCounts
}

/**
 * What every office is asked: the commune about people, whoever gave a dose about the dose and about foreigners. Files of
 * `folder` are removed at the end.
 */
export async function* officeLists(
  output: CleansedOutput,
  match: MatchOutput | undefined,
  folder: string,
  counts: RowCounts,
): AsyncGenerator<OfficeList> {
  const offices = openOffices(folder)
  const timelines = openTimelines(join(folder, 'timelines'))
  try {
    for await (const row of openRows(output, match)) handOut(row, { offices, timelines, counts })
    for await (const dose of timelines.listed(dosesOf(output)))
      offices.add(officeOfDose(dose), `dose ${dose.row}`, dose)
    timelines.remove()
    yield* offices.lists()
  } finally {
    offices.remove()
  }
}

function handOut(row: OpenRow, desk: Desk): void {
  const { counts } = desk
  counts.listed += 1
  if (row.isSettled) counts.settled += 1
  else if (row.isMerged) counts.merged += 1
  else if (row.values.status === WITHDRAWN) counts.withdrawn += 1
  else {
    const asked = [askPerson(row, desk), askDose(row, desk)].filter((kind) => kind !== undefined)
    if (asked.length > 0) counts.onLists += 1
    else counts.elsewhere += 1
    for (const kind of new Set(asked)) counts.byOffice[kind] += 1
  }
}

function askPerson(row: OpenRow, { offices }: Desk): OfficeKind | undefined {
  const person = personOf(row)
  if (person === undefined) return undefined
  const office: Office = person.kind === 'foreign' ? officeOfDose(row) : communeOf(row.values)
  offices.add(office, personKey(person, row.values.person_id), person)
  return office.kind
}

function askDose(row: OpenRow, { timelines }: Desk): OfficeKind | undefined {
  const asked = doseOf(row)
  if (asked === undefined) return undefined
  timelines.ask(asked)
  return officeOfDose(asked).kind
}

/** Every row that may count as a dose: neither doubles nor what was withdrawn. */
async function* dosesOf(output: CleansedOutput): AsyncGenerator<KnownRow> {
  yield* rowsOf(output.clean, false)
  for await (const row of listedRows(output)) {
    if (row.isMerged !== true && row.values.status !== WITHDRAWN) yield row
  }
}
