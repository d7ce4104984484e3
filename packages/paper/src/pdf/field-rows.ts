import type { CheckedFields } from './checked-fields.ts'
import { dateText } from './dates.ts'
import type { Bilingual, PassField } from './pass-fields.ts'
import { foreignName, icaoSpelling, labels, notGiven, notSigned } from './words.ts'

/** One of the eleven fields as it is printed. */
export interface FieldRow {
  /** Where it comes from. */
  readonly field: PassField
  readonly label: Bilingual
  readonly value: Bilingual
  /** How it is set: large, as a code on a typewriter, or as everything else. */
  readonly kind: 'name' | 'plain' | 'code'
}

/** The eleven fields in the order of Decision 5772/QĐ-BYT. */
export function fieldRows(pass: CheckedFields): readonly FieldRow[] {
  const same = (text: string): Bilingual => ({ vi: text, en: text })
  const row = (field: PassField, label: Bilingual, value: Bilingual): FieldRow => ({
    field,
    label,
    value,
    kind: 'plain',
  })
  return [
    { field: 'name', label: labels.name, value: nameValue(pass), kind: 'name' },
    row('birthDate', labels.birthDate, dateText(pass.birthDate)),
    row('nationality', labels.nationality, nationalityValue(pass)),
    row('disease', labels.disease, pass.disease),
    row('text', labels.doses, same(String(pass.doseNumber))),
    row('doseDate', labels.doseDate, dateText(pass.doseDate)),
    row('text', labels.doseNumber, same(`${pass.doseNumber}/${pass.dosesInSeries}`)),
    row('vaccine', labels.vaccine, pass.vaccine),
    row('product', labels.product, same(pass.product)),
    row('maker', labels.maker, same(pass.maker)),
    { field: 'uvci', label: labels.uvci, value: same(pass.uvci), kind: 'code' },
  ]
}

/** As written, and below it as the passport spells it; where letters have no glyph, the passport's spelling alone. */
function nameValue({ name, nameIsForeign }: CheckedFields): Bilingual {
  const icao = name.icao.replace(/<+/g, ' ').trim()
  if (nameIsForeign) return { vi: icao, en: `${foreignName.vi} · ${foreignName.en}` }
  return { vi: name.written, en: `${icaoSpelling.vi} · ${icaoSpelling.en}: ${icao}` }
}

/** The certificate has no field for it, so the page must not look as if it proved it. */
function nationalityValue({ nationality }: CheckedFields): Bilingual {
  const { vi, en } = nationality ?? notGiven
  return { vi, en: `${vi === en ? '' : `${en} · `}${notSigned.vi} · ${notSigned.en}` }
}
