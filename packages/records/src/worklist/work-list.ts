import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { headingKey } from '../read/heading-key.ts'
import type { FieldValues } from '../record.ts'
import type { Listed, OfficeList } from './by-office.ts'
import type { Column, SheetField, SheetWords } from './columns.ts'
import { doseRow } from './dose-row.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { type Office, officeKey } from './office.ts'
import { personRow } from './person-row.ts'
import type { Question } from './question.ts'
import { formOf } from './sheet-form.ts'

/** A list as it is handed out. Kept by the office that exports it: what comes back is held against it. */
export interface WorkList {
  readonly id: string
  readonly kind: ListKind
  readonly office: Office
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
  readonly declared: Readonly<Partial<FieldValues>>
  readonly proposed: Readonly<Partial<Record<SheetField, string>>>
  /** Fields that somebody has to look at. */
  readonly asked: readonly SheetField[]
  /** Of each record, what is answered where all is right as it stands. */
  readonly questions: readonly (readonly Question[])[]
  /** Whether the status says that nothing was injected. */
  readonly isGivenAsked?: boolean
  /** The doses that the sheet numbers: a row may be a double of one of them. */
  readonly timeline?: readonly TimelinePlace[]
  /** In the order of the form's columns; those that the office fills are empty. */
  readonly cells: readonly string[]
}

/** A row by its number, and the identifier of its dose. */
export interface TimelinePlace {
  readonly row: number
  readonly dose: string
}

/** A row before it has its place in a list. */
export type UnkeyedRow = Omit<WorkRow, 'key' | 'cells'> & { readonly texts: Readonly<Partial<Record<Column, string>>> }

/** A person on paper takes a row or two: lists stay what an officer can sign for. */
export const LONGEST_LIST = 1000

/** Cuts what an office is asked into lists of at most a thousand rows. `serial` tells pieces of one office apart. */
export function workLists(
  list: OfficeList,
  issued: string,
  words: SheetWords,
  serial: (key: string) => number,
): WorkList[] {
  const lists: WorkList[] = []
  for (let from = 0; from < list.entries.length; from += LONGEST_LIST) {
    const letter = listKinds[list.kind]
    const number = serial(`${officeKey(list.office)}|${letter}`)
    const entries = list.entries.slice(from, from + LONGEST_LIST)
    lists.push(workList(list, entries, `${idStem(list.office, issued)}-${letter}${number}`, issued, words))
  }
  return lists
}

function workList(
  { kind, office }: OfficeList,
  entries: readonly Listed[],
  id: string,
  issued: string,
  words: SheetWords,
): WorkList {
  const { columns } = formOf(kind)
  const rows = entries.map((entry, index): WorkRow => {
    const { texts, ...row } = entry.kind === 'dose' ? doseRow(entry, words) : personRow(entry, words)
    const key = rowKey(id, index + 1)
    return { key, ...row, cells: columns.map((column) => (column === 'row_key' ? key : cellText(texts[column] ?? ''))) }
  })
  return { id, kind, office, issued, digest: digestOf({ id, kind, rows }), rows }
}

/** "phucxa-20220506-3f2a91": readable, and of one office only. */
function idStem(office: Office, issued: string): string {
  const { commune, district, facility } = office
  const text = facility === undefined ? commune || district : facility.code || facility.name
  const name =
    headingKey(text)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 24) || 'unknown'
  return `${name}-${issued.replaceAll('-', '')}-${hash(officeKey(office)).slice(0, 6)}`
}

/** Number within the list, and a mark by which a row of another list is known. */
function rowKey(id: string, number: number): string {
  return `${number}-${hash(`${id}/${number}`).slice(0, 6)}`
}

/** Digest of a list: of its id, its columns and its rows, as they are kept. */
export function digestOf({ id, kind, rows }: Pick<WorkList, 'id' | 'kind' | 'rows'>): string {
  return hash(JSON.stringify([id, formOf(kind).columns, rows]))
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
    if (digestOf(list) === list.digest) return list
  } catch {
    // What does not read is no list.
  }
  throw new Fault('worklist.input', 'not a list that was exported')
}
