import type { DoseRow } from './dose-file.ts'
import type { Field } from './dose-row.ts'

/**
 * Why the rows of one `person_id` cannot be about one person, or nothing. Dates of birth agree when each, sorted,
 * begins with the one before: "1990", "1990-03", "1990-03-12". Names agree when they differ in nothing but
 * capitals, white space, Unicode form, and the eth (U+00D0) that old keyboards give for Đ.
 */
export function contradiction(rows: readonly DoseRow[], field: Field): string | undefined {
  const births = rows.map((row) => field(row, 'birth_date')).toSorted()
  const bornOnce = births.every((birth, index) => birth.startsWith(births[index - 1] ?? ''))
  if (!bornOnce) return 'one person_id with two dates of birth'
  const names = new Set(rows.map((row) => nameOf(row, field)).filter((name) => name !== ''))
  return names.size > 1 ? 'one person_id with two names' : undefined
}

function nameOf(row: DoseRow, field: Field): string {
  const written = [field(row, 'full_name'), field(row, 'family_name'), field(row, 'given_names')].join(' ')
  return written.normalize('NFC').toUpperCase().replaceAll('\u00D0', '\u0110').split(/\s+/u).filter(Boolean).join(' ')
}
