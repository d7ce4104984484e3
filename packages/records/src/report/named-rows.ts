import { Fault } from '@vaxcert/core/fault'
import { withoutGuard } from '../read/csv/formula-guard.ts'
import type { RecordSource } from '../read/source.ts'
import { tableRows } from '../read/table-rows.ts'

/** One text for each name, in their order. */
type Cells<Names extends readonly string[]> = { readonly [At in keyof Names]: string }

/**
 * The rows of a table of ours, as the cells of the named columns, in whatever order they stand; other columns are left
 * aside. Cells come without their guard. The first column of the table is that of the first name where the file is not
 * cut by commas.
 * @throws Fault of the code where a column is missing or there twice, or a row cannot be read
 */
export async function* namedRows<const Names extends readonly string[]>(
  source: RecordSource,
  names: Names,
  fault: string,
): AsyncGenerator<Cells<Names>> {
  let places: readonly number[] | undefined
  let width = 0
  for await (const batch of tableRows(source, names[0] ?? '')) {
    for (const { cells } of batch) {
      if (cells === undefined) throw new Fault(fault, 'a row of a file cannot be read')
      if (places === undefined) {
        places = placesOf(names, cells, fault)
        width = cells.length
      } else {
        if (cells.length !== width) throw new Fault(fault, 'a row of a file has too many cells or too few')
        yield places.map((place) => withoutGuard(cells[place] ?? '')) as Cells<Names>
      }
    }
  }
  if (places === undefined) throw new Fault(fault, 'a file is empty')
}

function placesOf(names: readonly string[], headings: readonly string[], fault: string): readonly number[] {
  const places = names.map((name) => headings.indexOf(name))
  const isOnce = names.every((name, at) => headings.indexOf(name, (places[at] ?? 0) + 1) === -1)
  if (places.includes(-1) || !isOnce) throw new Fault(fault, 'a column of a file is missing, or there twice')
  return places
}
