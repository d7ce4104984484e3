import type { Column } from './columns.ts'
import type { Problem, SheetCode } from './problem.ts'
import { formOfColumns, personForm, type SheetForm } from './sheet-form.ts'

/** A line of a returned sheet that can be read. */
export interface SheetLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** Where the table of a returned sheet stands. */
export interface FoundTable {
  readonly form: SheetForm
  /** Index of the line with the names of the columns; beyond all lines where there is none. */
  readonly line: number
  /** Column of the row keys, and of the marks around the table. */
  readonly key: number
  readonly places: ReadonlyMap<Column, number>
  /** The columns that are ours. */
  readonly taken: ReadonlySet<number>
  readonly problems: readonly Problem<SheetCode>[]
}

/** Finds the table by the names of its columns, in whatever order they stand now, and whatever was put between them. */
export function findTable(lines: readonly SheetLine[]): FoundTable {
  const line = lines.findIndex(({ cells }) => cells.includes('row_key'))
  const names = lines[line]?.cells
  if (names === undefined) {
    const nothing = { line: lines.length, key: 0, places: new Map(), taken: new Set<number>() }
    return { ...nothing, form: personForm, problems: [{ code: 'worklist.columns' }] }
  }
  const form = formOfColumns(names)
  const { columns } = form
  const places = new Map(columns.map((column) => [column, names.indexOf(column)]))
  const wrong = columns.filter((column) => {
    const place = names.indexOf(column)
    return place < 0 || names.includes(column, place + 1)
  })
  return {
    form,
    line,
    key: names.indexOf('row_key'),
    places,
    taken: new Set(places.values()),
    problems: wrong.map((column) => ({ code: 'worklist.columns', line: lines[line]?.line ?? 0, column })),
  }
}
