import { face } from './face.ts'
import type { PassField, PassFields, PassRefusal } from './pass-fields.ts'
import { canShow } from './text-line.ts'

/** Longest string of a page, in UTF-16 units: two names of 80 letters, with marks of their own. */
const MAX_LENGTH = 320

/** Fields that can be set: composed (NFC), of characters that the font has; and which name stands first. */
export interface CheckedFields extends PassFields {
  /** The written name has letters of another script: only its ICAO spelling can be shown. */
  readonly nameIsForeign: boolean
}

/** The fields as they can be printed, or the first that cannot. */
export function checkedFields(pass: PassFields): CheckedFields | PassRefusal {
  const composed = compose(pass)
  for (const [field, text] of texts(composed)) {
    if (text.length > MAX_LENGTH) return refusal('pass.too-long', field)
    if (!isPrintable(text)) return refusal('pass.unprintable', field)
  }
  if (!isDate(pass.birthDate)) return refusal('pass.date', 'birthDate')
  if (!isDate(pass.doseDate)) return refusal('pass.date', 'doseDate')
  if (composed.name.written.length > MAX_LENGTH) return refusal('pass.too-long', 'name')
  return { ...composed, nameIsForeign: !isPrintable(composed.name.written) }
}

export function refusal(code: PassRefusal['code'], field: PassField): PassRefusal {
  return { ok: false, code, field }
}

function isPrintable(text: string): boolean {
  return text.trim() !== '' && canShow(face('regular'), text) && canShow(face('bold'), text)
}

/** A year, a month or a day, or nothing. */
function isDate(date: string): boolean {
  return date === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date)
}

/** All that is printed as it was given, but the written name, which has its ICAO spelling to stand for it. */
function texts({ name, nationality, ...pass }: PassFields): readonly (readonly [PassField, string])[] {
  const { disease, vaccine, state, product, maker, uvci, issuer } = pass
  const bilingual = { disease, vaccine, state, ...(nationality === undefined ? {} : { nationality }) }
  return [
    ['name', name.icao],
    ...Object.entries(bilingual).flatMap(([field, { vi, en }]) => [
      [field as PassField, vi] as const,
      [field as PassField, en] as const,
    ]),
    ...Object.entries({ product, maker, uvci, issuer }).map(([field, text]) => [field as PassField, text] as const),
  ]
}

/** Marks that stand apart from their letter would be copied apart from it. */
function compose<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC').replace(/ +/g, ' ').trim() as Value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, compose(member)])) as Value
}
