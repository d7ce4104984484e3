import type { Finding } from '@vaxcert/records'
import type { SurveyedFile } from './surveyed-files.ts'

/** Spellings of vaccines that were not known, and how often each was met. */
export interface Spellings {
  add(finding: Finding): void
  /** All that is known, to go on with. */
  saved(): SavedSpellings
  list(): readonly { readonly key: string; readonly value: string; readonly rows: number }[]
}

export type SavedSpellings = readonly (readonly [string, { readonly value: string; readonly rows: number }])[]

/** Different spellings that are told apart; a column of anything else is no list for a person. */
const ROOM = 5_000

export function openSpellings(saved: SavedSpellings = []): Spellings {
  const met = new Map(saved.map(([text, seen]) => [text, { ...seen }]))
  return {
    add({ rule, before, after = '' }) {
      if (rule !== 'DS-06' || before === '') return
      const known = met.get(before)
      if (known !== undefined) known.rows += 1
      else if (met.size < ROOM) met.set(before, { value: after, rows: 1 })
    },
    saved: () => [...met],
    list: () =>
      [...met]
        .map(([text, { value, rows }]) => ({ key: `product|${text}`, value, rows }))
        .toSorted((one, other) => other.rows - one.rows),
  }
}

/** columns.json: what was seen of each file, and what a person must confirm before it counts (a decisions file). */
export function columnsReport(files: readonly SurveyedFile[], spellings: Spellings): object {
  return { files: files.map(fileReport), confirm: [...files.flatMap(letteringsOf), ...spellings.list()] }
}

function fileReport({ file, survey, rows }: SurveyedFile): object {
  const { name, format, encoding, source, layout, otherSheets } = file
  const { lettering, dateOrder, hasDiacritics, newYearFacilities } = survey
  return {
    ...{ name, format, encoding, source, rows, headings: layout.headings, columns: layout.columns },
    ...{ extra: layout.extra, otherSheets, lettering, dateOrder, hasDiacritics },
    newYearFacilities: [...newYearFacilities],
  }
}

/** Letters of an old font count once a person has looked at some cells. */
function letteringsOf({ file, survey }: SurveyedFile): readonly object[] {
  return Object.entries(survey.letteringProof ?? {}).map(([field, proof]) => ({
    ...{ key: `lettering|${field}`, value: survey.lettering[field as keyof typeof survey.lettering] },
    ...{ file: file.name, ...proof },
  }))
}
