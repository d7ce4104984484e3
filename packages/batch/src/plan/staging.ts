import { hash } from 'node:crypto'
import type { Database } from '@vaxcert/records/database'
import type { CheckedConfirmations } from '../gates/facility-confirmed.ts'
import { rowGate } from '../gates/row-gate.ts'
import { doseKey } from './dose-key.ts'
import type { PlannedDose } from './planned-dose.ts'

/** Tables of this session alone: gone with it, whatever becomes of the plan. */
const TABLES = `
  drop table if exists staged, composed;
  create temporary table staged (
    line bigint not null,
    key uuid not null,                  -- of the dose's first certificate
    content text collate "C" not null,  -- digest of all that the row says
    place text collate "C" not null,    -- digest of what counts in the series
    person text collate "C" not null,
    code text,                          -- why it is held back
    counts boolean not null,            -- in the series of its person
    source text not null,
    dose_id text not null,
    facility text not null,
    entered text not null,
    says text not null
  );
  create temporary table composed (
    line bigint not null,
    key uuid not null,
    code text,
    source text not null,
    dose_id text not null,
    facility text collate "C" not null,
    entered text collate "C" not null,
    content bytea,
    facts text
  )`

const COLUMNS = [
  ...['line', 'key', 'content', 'place', 'person', 'code', 'counts'],
  ...['source', 'dose_id', 'facility', 'entered', 'says'],
]

/** What a staged row says: what its certificate is made of, as JSON. */
export type Says = readonly [
  fullName: string,
  familyName: string,
  givenNames: string,
  mrzName: string,
  birthDate: string,
  product: string,
  date: string,
  country: string,
  number: number,
]

/** Puts the doses into `staged`, each with what it alone decides; its line is its place among them, from 1. */
export async function stage(
  database: Database,
  doses: AsyncIterable<PlannedDose>,
  checked: CheckedConfirmations,
): Promise<number> {
  await database.script(TABLES)
  const lines = await database.copyIn('staged', COLUMNS, rowsOf(doses, checked))
  await database.script('analyze staged')
  return lines
}

async function* rowsOf(
  doses: AsyncIterable<PlannedDose>,
  checked: CheckedConfirmations,
): AsyncGenerator<readonly (string | null)[]> {
  let line = 0
  for await (const dose of doses) {
    line += 1
    yield rowOf(dose, line, rowGate(dose, checked) ?? null)
  }
}

function rowOf(given: PlannedDose, line: number, code: string | null): readonly (string | null)[] {
  const { source, doseId, personId, facility, dose, entered } = given
  const says = JSON.stringify(sayingOf(given))
  const whose = JSON.stringify([personId, facility])
  const key = doseKey({ source, doseId, version: 1, renewal: 0 })
  const digests = [digest(says + whose), digest(`${personId}/${dose.product}/${dose.date}`)]
  const counts = code === null ? 't' : 'f'
  const day = entered === '' ? dose.date : entered
  return [`${line}`, key, ...digests, personId, code, counts, source, doseId, facility, day, says]
}

function sayingOf({ person, dose, number = 0 }: PlannedDose): Says {
  const { mrzName = '', ...name } = person.name
  const { fullName = '', familyName = '', givenNames = '' } = name as Readonly<Record<string, string | undefined>>
  return [fullName, familyName, givenNames, mrzName, person.birthDate, dose.product, dose.date, dose.country, number]
}

/** 128 bits of it. */
function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}
