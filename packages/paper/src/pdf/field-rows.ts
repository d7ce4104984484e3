import type { CheckedFields } from './checked-fields.ts'
import { dateText } from './dates.ts'
import type { Bilingual, PassField } from './pass-fields.ts'
import { foreignName, icaoSpelling, notGiven, notSigned } from './words.ts'

/** One of the eleven fields as it is printed. */
export interface FieldRow {
  /** Where it comes from. */
  readonly field: PassField
  readonly value: Bilingual
  /** How it is set: large, as a code on a typewriter, or as everything else. */
  readonly kind: 'name' | 'plain' | 'code'
}

/** The values of the eleven fields, in the order of their labels. */
export function fieldRows(pass: CheckedFields): readonly FieldRow[] {
  const same = (text: string): Bilingual => ({ vi: text, en: text })
  const row = (field: PassField, value: Bilingual): FieldRow => ({ field, value, kind: 'plain' })
  return [
    { field: 'name', value: nameValue(pass), kind: 'name' },
    row('birthDate', dateText(pass.birthDate)),
    row('nationality', nationalityValue(pass)),
    row('disease', pass.disease),
    row('doseNumber', same(String(pass.doseNumber))),
    row('doseDate', dateText(pass.doseDate)),
    row('doseNumber', same(`${pass.doseNumber}/${pass.dosesInSeries}`)),
    row('vaccine', pass.vaccine),
    row('product', same(pass.product)),
    row('maker', same(pass.maker)),
    { field: 'uvci', value: same(pass.uvci), kind: 'code' },
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
  return { vi: vi === en ? vi : `${vi} · ${en}`, en: `${notSigned.vi} · ${notSigned.en}` }
}
