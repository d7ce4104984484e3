import type { IdentityPaper } from './identity-card.ts'
import { baseLetters, nameWords } from './letters.ts'
import { readCardDate } from './partial-date.ts'
import { readTypedMarks } from './typed-marks.ts'

/** Fewer fields make no card, more are none of any card that is known. */
const MIN_FIELDS = 6
const MAX_FIELDS = 24

/** What a field holds, by its looks alone. */
type FieldType = 'number' | 'old-number' | 'date' | 'sex' | 'name' | 'text' | 'empty'

/**
 * The fields of a card's code, parted by `|`. The chip card of 2021 has seven, in one order:
 * number | CMND | name | ddmmyyyy | Nam or Nữ | residence | ddmmyyyy. The card of 2024 has more (Circular
 * 16/2024/TT-BCA), in an order that was never published: where it is another, fields are found by their looks.
 */
export function readCardFields(fields: readonly string[]): IdentityPaper | undefined {
  if (fields.length < MIN_FIELDS || fields.length > MAX_FIELDS || !/^\d{12}$/.test(fields[0] ?? '')) return undefined
  if (!beginsLikeChipCard(fields)) return readByType(fields)
  const [, , name = '', birth = ''] = fields
  return { kind: fields.length === 7 ? 'cccd' : 'can-cuoc', name, birthDate: readCardDate(birth) }
}

function beginsLikeChipCard([, old = '', name = '', birth = '', sex = '', , issued]: readonly string[]): boolean {
  const isDated = /^(?:|\d{4}|\d{8})$/.test(birth) && /^(?:|\d{8})$/.test(issued ?? 'none')
  return /^(?:|\d{9}|\d{12})$/.test(old) && typeOf(sex) === 'sex' && isDated && isText(name)
}

function readByType(fields: readonly string[]): IdentityPaper | undefined {
  const types = fields.map(typeOf)
  const isCard = types.filter((type) => type === 'sex').length === 1 && types.includes('date')
  const at = isCard ? nameAt(types) : -1
  return at < 0 ? undefined : { kind: 'can-cuoc', name: fields[at] ?? '', birthDate: birthDate(fields, types, at) }
}

/** The name is what stands before the first date, old numbers between them or not; else the first that looks like one. */
function nameAt(types: readonly FieldType[]): number {
  const before = types.slice(0, types.indexOf('date')).lastIndexOf('name')
  return before < 0 ? types.indexOf('name') : before
}

/** Nobody is born after the card was issued: the earliest date. One date alone counts only beside the name. */
function birthDate(fields: readonly string[], types: readonly FieldType[], name: number): IdentityPaper['birthDate'] {
  const places = types.flatMap((type, at) => (type === 'date' ? [at] : []))
  if (places.length === 1 && places[0] !== name + 1) return undefined
  const [earliest] = places.map((at) => fields[at] ?? '').sort((a, b) => sortable(a).localeCompare(sortable(b)))
  return earliest === undefined ? undefined : readCardDate(earliest)
}

/** `ddmmyyyy` as `yyyymmdd`, and `yyyy` before every day of its year. */
function sortable(date: string): string {
  return date.slice(-4) + date.slice(2, -4) + date.slice(0, -6)
}

function typeOf(field: string): FieldType {
  if (field === '') return 'empty'
  if (/^\d{12}$/.test(field)) return 'number'
  if (/^\d{9}$/.test(field)) return 'old-number'
  if (/^\d{4}$|^\d{8}$/.test(field)) return readCardDate(field) === undefined ? 'text' : 'date'
  if (isSex(field)) return 'sex'
  return (nameWords(field)?.length ?? 0) > 1 && !field.includes(',') ? 'name' : 'text'
}

/** Nam or Nữ, whatever a hand scanner made of its case and marks. */
function isSex(field: string): boolean {
  if (field.length > 8) return false
  const [word = '', more] = nameWords(readTypedMarks(field)?.name ?? field) ?? []
  return more === undefined && ['nam', 'nu'].includes(baseLetters(word) ?? '')
}

function isText(field: string): boolean {
  return field !== '' && !/^\d+$|</.test(field)
}
