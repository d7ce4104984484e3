import { hash } from 'node:crypto'
import type { CleansedRow } from '../cleanse/cleanse-row.ts'
import type { RuleId } from '../cleanse/rule-id.ts'
import type { CodeSets } from '../codes/code-sets.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { isDomestic } from '../dose/country.ts'
import { lotKey } from '../dose/lot-key.ts'
import { saysNotGiven } from '../dose/status.ts'
import { agrees } from '../identity/agreement.ts'
import { readPhone } from '../identity/read-phone.ts'
import { comparableName, nameKey } from '../names/canonical.ts'
import { memo } from '../names/memo.ts'
import { GARBLED, LOST, signsOf } from '../names/signs.ts'
import { type Field, type FieldValues, fields } from '../record.ts'
import { knownNumber, type NumberKind, oldNumber, shownDigits } from './known-number.ts'

/** What rules over the whole set know of a row. Texts are '' where nothing certain is known. */
export interface DoseKey {
  readonly row: number
  /** Of every value as cleansed: equal rows, equal hashes, if anything but a name and a birth date says whose they are. */
  readonly hash: string
  /** The same without what tells one entry of a dose from another: its number in the source, and the address. */
  readonly content: string
  /** Number, or what stands for it: rows of one key are of one person, if their names allow it. */
  readonly key: string
  readonly number: string
  readonly kind: NumberKind
  /** Whether sex and birth year are those that the number states. */
  readonly agrees: boolean
  readonly old_number: string
  /** The last digits of a number of which the others are hidden (ID-08). */
  readonly shown: string
  readonly person_id: string
  /** As names are compared, with its marks. */
  readonly name: string
  readonly name_key: string
  /** "1985-05-13" or less of it. */
  readonly birth: string
  readonly sex: string
  readonly phone: string
  readonly guardian_phone: string
  readonly household: string
  readonly commune: string
  readonly product: string
  /** A whole day of which nothing is in doubt. */
  readonly day: string
  readonly facility: string
  readonly province: string
  /** As it is looked up; '' where a row rule has a better one to propose. */
  readonly lot: string
  readonly lot_known: boolean
  readonly dose_number: string
  readonly dose_class: string
  readonly domestic: boolean
  readonly given: boolean
  readonly entered: string
  readonly evidence: string
  /** How many fields say something. */
  readonly filled: number
}

type Cells = { readonly [Name in keyof DoseKey]: string }

export const keyColumns: readonly (keyof DoseKey)[] = [
  ...(['row', 'hash', 'content', 'key', 'number', 'kind', 'agrees', 'old_number', 'shown', 'person_id'] as const),
  ...(['name', 'name_key', 'birth', 'sex', 'phone', 'guardian_phone', 'household', 'commune'] as const),
  ...(['product', 'day', 'facility', 'province', 'lot', 'lot_known', 'dose_number', 'dose_class'] as const),
  ...(['domestic', 'given', 'entered', 'evidence', 'filled'] as const),
]

const types: Partial<Record<keyof DoseKey, string>> = {
  row: 'int',
  filled: 'int',
  agrees: 'bool',
  lot_known: 'bool',
  domestic: 'bool',
  given: 'bool',
}

/** Between the cells of a packed row; in no cell. */
export const SEPARATOR = '\u001f'

/** Texts are compared by their bytes, everywhere alike. */
export const createKeys: string = `create temporary table dose_key (${keyColumns
  .map((name) => `${name} ${types[name] ?? 'text collate "C"'} not null`)
  .join(', ')})`

/** The row as COPY takes it, in the order of `keyColumns`. */
export function keyCells(row: CleansedRow, codes: CodeSets): readonly string[] {
  const person: Part = personCells(row, codes)
  const dose: Part = doseCells(row, codes)
  const own: Part = ownCells(row, person, dose)
  return keyColumns.map((name) => {
    const cell = person[name] ?? dose[name] ?? own[name] ?? ''
    return cell.includes(SEPARATOR) ? cell.replaceAll(SEPARATOR, ' ') : cell
  })
}

/** Part of a row. Parts are never put together in one object: that costs four times what is in them. */
type Part = Partial<AllParts extends Cells ? Cells : never>
type AllParts = ReturnType<typeof personCells> & ReturnType<typeof doseCells> & ReturnType<typeof ownCells>

function ownCells({ place, values }: CleansedRow, person: Partial<Cells>, dose: Partial<Cells>) {
  const isEnough = person.number !== '' && dose.day !== '' && dose.given === 't'
  const content = isEnough ? '' : hashOf(contentFields, values)
  const key = person.number || standIn(person, values.dose_id, content, place.row)
  const isIdentified = person.number !== '' || values.dose_id !== '' || values.person_id !== ''
  const hash = isIdentified ? hashOf(fields, values) : `~${place.row}`
  return { row: `${place.row}`, hash, content, key, filled: `${filledOf(values)}` }
}

/** Rows without a number are one person's only where they say the same, and tell of somebody or of a source. */
function standIn({ name = '', birth = '' }: Partial<Cells>, source: string, content: string, row: number): string {
  const isTold = source !== '' || (name !== '' && birth.length === 10)
  return isTold ? `#${content}` : `~${row}`
}

const contentFields = fields.filter((field) => field !== 'dose_id' && field !== 'address')

function personCells({ values, facts, findings }: CleansedRow, codes: CodeSets) {
  const { number, kind } = knownNumber(facts.id, codes)
  const mended = findings.find(({ rule, field }) => isAboutName(rule) && field === 'full_name')?.after
  const name = readableName(mended ?? values.full_name)
  return {
    number,
    kind,
    agrees: flag(facts.id.kind === 'personal' && agrees(facts.id, facts)),
    old_number: oldNumber(values.old_id_number),
    shown: shownDigits(facts.id, values.id_number),
    person_id: values.person_id,
    name: name && comparableName(name),
    name_key: name && nameKey(name),
    birth: certain(facts.birthDate),
    sex: facts.sex ?? '',
    phone: phoneKey(values.phone),
    guardian_phone: phoneKey(values.guardian_phone),
    household: values.household,
    commune: placeKey(values.commune),
  }
}

/** Places are few, and come again and again. */
const placeKey: (name: string) => string = memo(nameKey)

/** Of old letters the name that they mean; of a name with a note what stands before it. */
function isAboutName(rule: RuleId): boolean {
  return rule === 'PN-04' || rule === 'PN-01'
}

function doseCells({ values, facts, findings }: CleansedRow, codes: CodeSets) {
  const isDoubted = findings.some(
    ({ field, applied, severity }) => field === 'dose_date' && !applied && (severity === 'B' || severity === 'R'),
  )
  const day = isDoubted ? '' : certain(facts.doseDate)
  const hasBetterLot = findings.some(({ rule, after }) => rule === 'DS-10' && after !== undefined)
  const lot = hasBetterLot ? '' : lotKey(values.lot)
  return {
    product: facts.product ?? '',
    day: day.length === 10 ? day : '',
    facility: values.facility.trim() || placeKey(values.facility_name),
    province: codes.facilities.get(values.facility)?.province ?? '',
    lot,
    lot_known: flag(codes.lots.has(lot) || codes.lots.has(values.lot)),
    dose_number: values.dose_number,
    dose_class: values.dose_class,
    domestic: flag(isDomestic(values.country)),
    given: flag(!saysNotGiven(values.status)),
    entered: values.entry_date,
    evidence: values.evidence,
  }
}

function certain(date: CalendarDate | undefined): string {
  return date === undefined || date.isAmbiguous ? '' : date.iso
}

/** '' where letters were lost: such a name is like no other, and unlike none. */
function readableName(name: string): string {
  return signsOf(name) & (LOST | GARBLED) ? '' : name
}

function phoneKey(text: string): string {
  const phone = readPhone(text)
  return phone.kind === 'mobile' || phone.kind === 'no-trunk' || phone.kind === 'several' ? phone.digits : ''
}

function hashOf(names: readonly Field[], values: Readonly<FieldValues>): string {
  let text = ''
  for (const name of names) text += `${values[name].length}:${values[name]}`
  return hash('sha256', text, 'base64url').slice(0, 22)
}

function filledOf(values: Readonly<FieldValues>): number {
  let filled = 0
  for (const field of fields) if (values[field] !== '') filled += 1
  return filled
}

function flag(isSet: boolean): string {
  return isSet ? 't' : 'f'
}
