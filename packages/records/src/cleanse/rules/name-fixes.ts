import { latinLetters, tidyText } from '../../names/canonical.ts'
import { likelyReading, readingAs } from '../../names/readings.ts'
import { titleCase } from '../../names/title-case.ts'
import type { Field } from '../../record.ts'
import type { Context } from '../context.ts'
import type { Draft, RowRule } from '../rule.ts'

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
    for (const field of texts) {
      const text = row.values[field]
      const lettering = legacyOf(field, context)
      if (lettering === undefined || text === '') continue
      const reading = readingAs(text, lettering)
      if (reading === undefined) continue
      const isConfirmed = context.confirmed.get(`lettering|${field}`) === lettering
      if (reading.isBetter && isConfirmed) report.fix(legacyLettering, field, reading.text)
      else report.find(legacyLettering, field, reading.text)
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
      if (tidy !== row.values[field] && isUnicode(row, field, context)) report.fix(untidyName, field, tidy)
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
      if (isUnicode(row, field, context)) report.fix(nameCase, field, titled)
    }
  },
}

/** Letterings before signs, signs before letters: a soft hyphen is a letter of TCVN3. */
export const nameFixes: readonly RowRule[] = [legacyLettering, untidyName, otherLetter, nameCase]

function legacyOf(field: Field, { survey }: Context): Exclude<Context['survey']['lettering'][Field], 'unicode'> {
  const lettering = survey.lettering[field]
  return lettering === 'unicode' ? undefined : lettering
}

/** Nothing may be tidied that another lettering would read: its letters look like mistakes. */
function isUnicode(row: Draft, field: Field, context: Context): boolean {
  const lettering = legacyOf(field, context)
  if (lettering !== undefined) return readingAs(row.values[field], lettering) === undefined
  return strayReading(row, field, context) === undefined
}

/** Of a cell in a column that is Unicode as a whole. */
function strayReading(row: Draft, field: Field, context: Context): string | undefined {
  const name = row.values[field]
  if (name === '' || legacyOf(field, context) !== undefined || !row.facts.isVietnamese) return undefined
  return likelyReading(name)
}
