import { hash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import {
  checkNoneInFuture,
  composeVaccination,
  contradiction,
  type Dose,
  type NameInput,
  type Person,
} from '@vaxcert/core/issue'
import { copyBatches, type Database } from '@vaxcert/records/database'
import { type Group, gathered } from '@vaxcert/records/sets'
import type { Says } from './staging.ts'

/** In whose country and name. */
export interface ComposeOptions {
  readonly country: string
  readonly issuer: string
  readonly at: Date
}

interface Staged {
  readonly line: string
  readonly key: string
  readonly person: string
  readonly wanted: boolean
  readonly source: string
  readonly dose_id: string
  readonly facility: string
  readonly entered: string
  readonly says: string
}

/** Nobody has so many. */
const MOST_ROWS = 50

const COLUMNS = ['line', 'key', 'code', 'source', 'dose_id', 'facility', 'entered', 'content', 'facts']

/** Makes what each certificate will say, from all doses that count of its person: into `composed`, or why it cannot be. */
export async function composeStaged(database: Database, options: ComposeOptions): Promise<void> {
  const rows = database.rows<Staged>(`
    select line::text, key, person, code is null as wanted, source, dose_id, facility, entered, says
    from staged where counts order by person, line`)
  await copyBatches(database, 'composed', COLUMNS, composedRows(rows, options))
  await database.script('analyze composed')
}

async function* composedRows(
  rows: AsyncIterable<Staged>,
  options: ComposeOptions,
): AsyncGenerator<readonly (string | null)[]> {
  for await (const group of gathered(rows, ({ person }) => person, MOST_ROWS)) {
    const doses = group.rows.map(readDose)
    const timeline = timelineOf(doses, group, options)
    for (const dose of doses) if (dose.row.wanted) yield composedRow(dose, timeline, options)
  }
}

/** A dose as it is composed: what was staged of it. */
interface ReadDose {
  readonly row: Staged
  readonly person: Person
  readonly dose: Dose
  readonly number: number
}

function readDose(row: Staged): ReadDose {
  const [fullName, familyName, givenNames, mrzName, birthDate, product, date, country, number] = JSON.parse(
    row.says,
  ) as Says
  const name: NameInput = fullName === '' ? { familyName, givenNames, mrzName } : { fullName, mrzName }
  return { row, person: { name, birthDate }, dose: { id: row.key, product, date, country }, number }
}

/** All doses of a person; a Fault where they tell of two, or are more than can be. */
function timelineOf(
  doses: readonly ReadDose[],
  { isPart }: Group<Staged>,
  { at }: ComposeOptions,
): readonly Dose[] | Fault {
  if (isPart) return new Fault('record.timeline', 'more doses than anybody has')
  // Of a dose in conflict it is known when it was given, and not to whom.
  const people = doses.filter(({ row }) => row.wanted).map(({ person }) => person)
  if (contradiction(people) !== undefined) return new Fault('record.timeline', 'two people')
  const timeline = doses.map(({ dose }) => dose)
  return faultOf(() => checkNoneInFuture(timeline, at)) ?? timeline
}

function composedRow(
  given: ReadDose,
  timeline: readonly Dose[] | Fault,
  options: ComposeOptions,
): readonly (string | null)[] {
  const { line, key, source, dose_id, facility, entered } = given.row
  const facts = timeline instanceof Fault ? timeline : composeFacts(given, timeline, options)
  const code = facts instanceof Fault ? facts.code : null
  const made = facts instanceof Fault ? [null, null] : [`\\x${contentOf(facts)}`, facts]
  return [line, key, code, source, dose_id, facility, entered, ...made]
}

/** Its identifier is given to a certificate when it is made. */
const NO_IDENTIFIER = 'X'

/** A payload as JSON, its ci empty, or why there is none. */
export function composeFacts(
  { person, dose, number }: Pick<ReadDose, 'person' | 'dose' | 'number'>,
  timeline: readonly Dose[],
  { country, issuer }: ComposeOptions,
): string | Fault {
  try {
    if (dose.country !== country) return new Fault('record.country', 'given in another country')
    const dcc = composeVaccination({ person, dose, timeline, uvci: NO_IDENTIFIER }, issuer)
    const [event] = dcc.v ?? []
    if (event?.dn !== number) return new Fault('record.timeline', 'doses of this person are missing')
    return JSON.stringify({ ...dcc, v: [{ ...event, ci: '' }] })
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** SHA-256 of facts, in hex. */
export function contentOf(facts: string): string {
  return hash('sha256', facts, 'hex')
}

function faultOf(check: () => void): Fault | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
