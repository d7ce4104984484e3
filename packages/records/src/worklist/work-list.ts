import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { provinces2004 } from '../codes/provinces-2004.ts'
import { personalNumber } from '../identity/personal-number.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { headingKey } from '../read/heading-key.ts'
import { type Commune, type CommuneList, communeKey } from './by-commune.ts'
import { type Column, columns, type SheetWords } from './columns.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { type BasicField, basicFields, type ListedPerson } from './person.ts'

/** A list as it is handed out. Kept by the office that exports it: what comes back is held against it. */
export interface WorkList {
  readonly id: string
  readonly kind: ListKind
  readonly commune: Commune
  /** Day of the export, "2022-05-06". */
  readonly issued: string
  /** SHA-256 in hex over all of its rows: printed on the sheet, so that list and sheet are known to belong together. */
  readonly digest: string
  readonly rows: readonly WorkRow[]
}

export interface WorkRow {
  readonly key: string
  /** Rows of the cleansed run, and the identifiers of their doses. */
  readonly records: readonly number[]
  readonly doses: readonly string[]
  /** The values to the letter: in a cell, what cannot be seen or printed is left out. */
  readonly declared: Readonly<Record<BasicField, string>>
  readonly proposed: Readonly<Partial<Record<BasicField, string>>>
  /** Fields that somebody has to look at. */
  readonly asked: readonly BasicField[]
  /** In the order of `columns`; those that the commune fills are empty. */
  readonly cells: readonly string[]
}

/** A person on paper takes a row or two: lists stay what an officer can sign for. */
export const LONGEST_LIST = 1000

/** Cuts the persons of a commune's list into lists of at most a thousand. `serial` tells pieces of one commune apart. */
export function workLists(
  list: CommuneList,
  issued: string,
  words: SheetWords,
  serial: (key: string) => number,
): WorkList[] {
  const lists: WorkList[] = []
  for (let from = 0; from < list.persons.length; from += LONGEST_LIST) {
    const letter = listKinds[list.kind]
    const number = serial(`${communeKey(list.commune)}|${letter}`)
    const persons = list.persons.slice(from, from + LONGEST_LIST)
    lists.push(workList(list, persons, `${idStem(list.commune, issued)}-${letter}${number}`, issued, words))
  }
  return lists
}

function workList(
  { kind, commune }: CommuneList,
  persons: readonly ListedPerson[],
  id: string,
  issued: string,
  words: SheetWords,
): WorkList {
  const rows = persons.map((person, index) => workRow(person, rowKey(id, index + 1), words))
  return {
    id,
    kind,
    commune,
    issued,
    digest: digestOf(id, rows),
    rows,
  }
}

/** "phucxa-20220506-3f2a91": readable, and of one commune only. */
function idStem(commune: Commune, issued: string): string {
  const name =
    headingKey(commune.commune)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 24) || 'unknown'
  return `${name}-${issued.replaceAll('-', '')}-${hash(communeKey(commune)).slice(0, 6)}`
}

/** Number within the list, and a mark by which a row of another list is known. */
function rowKey(id: string, number: number): string {
  return `${number}-${hash(`${id}/${number}`).slice(0, 6)}`
}

/** Digest of a list: of its id, its columns and its rows, as they are kept. */
export function digestOf(id: string, rows: readonly WorkRow[]): string {
  return hash(JSON.stringify([id, columns, rows]))
}

function workRow(person: ListedPerson, key: string, words: SheetWords): WorkRow {
  const { declared, proposed, rows, doses } = person
  const texts = textsOf(person, key, words)
  return {
    key,
    records: rows,
    doses,
    declared,
    proposed,
    asked: person.asked,
    cells: columns.map((column) => cellText(texts[column] ?? '')),
  }
}

function textsOf(person: ListedPerson, key: string, words: SheetWords): Partial<Record<Column, string>> {
  const { declared, proposed, rows, rules, others, context, match } = person
  const reasons = [
    ...rules.map((rule) => `${rule} ${words.rule(rule)}`),
    ...(match === undefined ? [] : [words.match(match)]),
    ...(others > 0 ? [words.others(others)] : []),
  ]
  const guardian = [context.phone, context.guardian_name, context.household, context.old_id_number]
  return {
    row_key: key,
    doses: String(rows.length),
    reasons: reasons.join('; '),
    number_meaning: meaningOf(proposed.id_number ?? declared.id_number, words),
    contact: guardian.filter((text) => text !== '').join(' · '),
    address: [context.address, match?.address ? words.registered(match.address) : ''].filter(Boolean).join(' · '),
    evidence: context.evidence,
    ...sideBySide(person, words),
  }
}

function sideBySide({ declared, proposed }: ListedPerson, words: SheetWords): Partial<Record<Column, string>> {
  const shown = (field: BasicField, value = ''): string => {
    if (field === 'birth_date') return writtenDate(value)
    return field === 'sex' && (value === 'male' || value === 'female') ? words.sex[value] : value
  }
  return Object.fromEntries(
    basicFields.flatMap((field) => [
      [`${field}_declared`, shown(field, declared[field])],
      [`${field}_proposed`, shown(field, proposed[field])],
    ]),
  )
}

/** 13/05/1985, 05/1985, 1985: as people write it. What is no date of ours stays as it is. */
export function writtenDate(text: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  return year === '' ? text : [day, month, year].filter((part) => part !== undefined).join('/')
}

function meaningOf(text: string, words: SheetWords): string {
  const id = readIdNumber(text)
  const number = id.kind === 'short' && id.padded.length === 12 ? personalNumber(id.padded) : id
  if (number.kind !== 'personal') return ''
  const code = number.province.slice(1)
  const province = number.province.startsWith('0') ? provinces2004.find((one) => one.code === code)?.name : undefined
  return words.numberMeaning({ ...number, province: province ?? number.province })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff\s]+/gu

/** One line, of what can be seen: what a sheet, a printer and a hand give back as it was. */
function cellText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(unprintable, ' ').trim()
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Reads a list that was kept, and holds it against its own digest.
 * @throws Fault `worklist.input`
 */
export function readWorkList(json: string): WorkList {
  try {
    const list = JSON.parse(json) as WorkList
    if (digestOf(list.id, list.rows) === list.digest) return list
  } catch {
    // What does not read is no list.
  }
  throw new Fault('worklist.input', 'not a list that was exported')
}
