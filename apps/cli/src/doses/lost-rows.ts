import type { DoseRow } from './dose-file.ts'
import type { Field } from './dose-row.ts'

/** What may stand between two cells, in CSV and in NDJSON. The text between two of these may be a cell. */
const pieces = /[^,;:"[\]{}\t\r\n]+/g

/**
 * Whom the rows may be about that cannot be given to anybody: lines that could not be cut into cells, and rows without
 * `person_id`. A person is named by such a row when it holds the `person_id` as a whole piece between commas,
 * quotes and the like, white space around it aside; an id that itself holds one of these signs goes by its longest
 * piece. Rather one too many is named than one too few: a lot that is also somebody's `person_id` names him.
 */
export function lostRowsName(rows: readonly DoseRow[], people: Iterable<string>, field: Field): Named {
  const known = new Set(Array.from(people, longestPiece))
  const named = new Set<string>()
  for (const row of rows.filter((each) => field(each, 'person_id') === '')) {
    for (const [piece] of whatIsLeft(row).matchAll(pieces)) if (known.has(piece.trim())) named.add(piece.trim())
  }
  return (person) => person !== '' && named.has(longestPiece(person))
}

/** Whether a person is named. */
export type Named = (person: string) => boolean

function whatIsLeft({ person, text, cells = [] }: DoseRow): string {
  return person ?? text ?? cells.join()
}

function longestPiece(text: string): string {
  const found = Array.from(text.matchAll(pieces), ([piece]) => piece.trim())
  return found.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
