import { join } from 'node:path'
import { fileSource, tableRows } from '@vaxcert/records/read'

/** A correction that could not be done. `kept`: the dose into which the one that is meant was merged. */
export interface OpenCorrection {
  readonly dose: string
  readonly code: string
  readonly kept?: string
}

/** Names, of doses that are not there since a cleansing merged them, those that were kept; "row 12" for one without a name. */
export async function namedKept(open: readonly OpenCorrection[], cleansed: string): Promise<OpenCorrection[]> {
  const unknown = open.filter(({ code }) => code === 'correct.unknown-dose').map(({ dose }) => dose)
  const kept = await keptDoses(cleansed, new Set(unknown))
  return open.map((one) => {
    const dose = kept.get(one.dose)
    return dose === undefined ? one : { dose: one.dose, code: 'correct.merged', kept: dose }
  })
}

/** Memory: the doubles of the cleansing, where any dose is asked for. */
async function keptDoses(folder: string, doses: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (doses.size === 0) return found
  const keptOf = new Map<string, string>()
  for await (const [row = '', kept = ''] of cellsOf(folder, 'doubles.csv', ['row', 'kept'])) keptOf.set(row, kept)
  for await (const [row = '', dose = ''] of cellsOf(folder, 'listed.csv', ['row', 'dose_id'])) {
    const kept = doses.has(dose) ? lastKept(row, keptOf) : undefined
    if (kept !== undefined) found.set(dose, kept)
  }
  const names = await namesOf(folder, new Set(found.values()))
  return new Map([...found].map(([dose, row]) => [dose, names.get(row) || `row ${row}`]))
}

/** The row at the end: what was kept of two may have been merged into a third. */
function lastKept(row: string, keptOf: ReadonlyMap<string, string>): string | undefined {
  const kept = keptOf.get(row)
  const next = keptOf.get(kept ?? '')
  return next === undefined || next === row ? kept : lastKept(kept ?? '', keptOf)
}

async function namesOf(folder: string, rows: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const file of rows.size === 0 ? [] : ['clean.csv', 'listed.csv']) {
    for await (const [row = '', dose = ''] of cellsOf(folder, file, ['row', 'dose_id']))
      if (rows.has(row)) names.set(row, dose)
  }
  return names
}

async function* cellsOf(folder: string, name: string, columns: readonly string[]): AsyncGenerator<readonly string[]> {
  let places: readonly number[] | undefined
  for await (const batch of tableRows(fileSource(join(folder, name)), 'row')) {
    for (const { cells = [] } of batch) {
      if (places === undefined) places = columns.map((column) => cells.indexOf(column))
      else yield places.map((place) => cells[place] ?? '')
    }
  }
}
