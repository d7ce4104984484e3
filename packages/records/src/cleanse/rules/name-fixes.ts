import { readNationality } from '../../identity/nationality.ts'
import { latinLetters, tidyText } from '../../names/canonical.ts'
import { isNoName, isNote } from '../../names/notes.ts'
import { isAllSyllables, isNeverWritten, isSurelyUnicode, likelyReading, readingAs } from '../../names/readings.ts'
import { GARBLED, LOST, NOTE, signsOf } from '../../names/signs.ts'
import { titleCase } from '../../names/title-case.ts'
import type { ColumnSurvey, Lettering } from '../../read/column-survey.ts'
import type { Field } from '../../record.ts'
import type { Context } from '../context.ts'
import type { Draft, RowRule } from '../rule.ts'
import { isRelation } from './name.ts'

const names = ['full_name', 'guardian_name'] as const
const texts = [...names, 'address', 'commune', 'district', 'province', 'facility_name'] as const

/**
 * Legacy lettering, decided per column. Only a lettering that a person confirmed for the column is taken, and only
 * where the cell is right so and wrong as shown; else the reading is proposed. `confirmed`: "lettering|full_name" → "tcvn3".
 */
export const legacyLettering: RowRule = {
  id: 'PN-04',
  severity: 'R',
  fix: 'A',
  fields: texts,
  example: 'NguyÔn V¨n §øc → Nguyễn Văn Đức',
  check(row, report, context) {
    for (const [field, lettering] of legacyColumns(context)) {
      const text = row.values[field]
      const reading = text === '' ? undefined : readingAs(text, lettering)
      const isConfirmed = context.confirmed.get(`lettering|${field}`) === lettering
      if (reading?.isBetter === true && isConfirmed) report.fix(legacyLettering, field, reading.text)
      else if (reading !== undefined) report.find(legacyLettering, field, reading.text)
      else if (isName(field) && !isNeverWritten(text, lettering) && !isSurelyUnicode(text))
        report.find(legacyLettering, field)
    }
    for (const field of names) {
      const suggestion = strayReading(row, field, context)
      if (suggestion !== undefined) report.find(legacyLettering, field, suggestion)
    }
  },
}

export const untidyName: RowRule = {
  id: 'PN-02',
  severity: 'I',
  fix: 'A',
  fields: names,
  example: 'Nguye\u0302\u0303n  An → Nguyễn An',
  check(row, report, context) {
    for (const field of names) {
      const tidy = tidyText(row.values[field])
      if (tidy !== row.values[field] && (signsOf(tidy) & GARBLED) === 0 && isUnicode(row, field, context))
        report.fix(untidyName, field, tidy)
    }
  },
}

/** Foreign papers may hold ð, and no letter of theirs is ours to change. */
export const otherLetter: RowRule = {
  id: 'PN-03',
  severity: 'I',
  fix: 'A',
  fields: names,
  example: 'Ðặng → Đặng',
  check(row, report, context) {
    for (const field of names) {
      const latin = latinLetters(row.values[field])
      if (latin === row.values[field] || !row.facts.isVietnamese) continue
      if (isUnicode(row, field, context)) report.fix(otherLetter, field, latin)
    }
  },
}

/** Of a name and nothing else: words of a note keep their letters, and so does what a passport has. */
export const nameCase: RowRule = {
  id: 'PN-08',
  severity: 'I',
  fix: 'A',
  fields: names,
  example: 'NGUYỄN VĂN AN → Nguyễn Văn An',
  check(row, report, context) {
    for (const field of names) {
      const titled = titleCase(row.values[field])
      if (titled === row.values[field] || !row.facts.isVietnamese) continue
      if (isPassportOnly(row) || isMoreThanName(row.values[field])) continue
      if (isUnicode(row, field, context)) report.fix(nameCase, field, titled)
    }
  },
}

/** Letterings before signs, signs before letters: a soft hyphen is a letter of TCVN3. */
export const nameFixes: readonly RowRule[] = [legacyLettering, untidyName, otherLetter, nameCase]

/** Nobody says that this is a citizen, and the number is none of one. */
function isPassportOnly({ facts, values }: Draft): boolean {
  return facts.id.kind === 'passport' && readNationality(values.nationality) !== 'VN'
}

function isMoreThanName(text: string): boolean {
  return (signsOf(text) & (GARBLED | NOTE | LOST)) !== 0 || text.includes(' - ') || isRelation(text) || isNote(text)
}

const columnsOf = new WeakMap<ColumnSurvey, ReadonlyMap<Field, Lettering>>()

/** The columns of texts that are not in Unicode. */
function legacyColumns({ survey }: Context): ReadonlyMap<Field, Lettering> {
  const known = columnsOf.get(survey)
  if (known !== undefined) return known
  const legacy = new Map<Field, Lettering>()
  for (const field of texts) {
    const lettering = survey.lettering[field]
    if (lettering !== undefined && lettering !== 'unicode') legacy.set(field, lettering)
  }
  columnsOf.set(survey, legacy)
  return legacy
}

/** Nothing may be tidied that another lettering would read, or none: its letters look like mistakes. What was decoded is. */
function isUnicode(row: Draft, field: Field, context: Context): boolean {
  const name = row.values[field]
  const lettering = legacyColumns(context).get(field)
  if (lettering === undefined) return strayReading(row, field, context) === undefined
  if (name !== row.received[field]) return true
  return isSurelyUnicode(name) && readingAs(name, lettering) === undefined
}

function isName(field: Field): boolean {
  return field === 'full_name' || field === 'guardian_name'
}

/** Of a cell in a column that is Unicode as a whole. */
function strayReading(row: Draft, field: Field, context: Context): string | undefined {
  const name = row.values[field]
  if (name === '' || isAllSyllables(name) || !row.facts.isVietnamese || isNoName(name)) return undefined
  // Ð is a letter of Windows-1258 as well: `Ðoàn` needs no other reading than Đoàn.
  if (isAllSyllables(latinLetters(name))) return undefined
  return legacyColumns(context).has(field) ? undefined : likelyReading(name)
}
