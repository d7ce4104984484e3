import { blockMarks, type Column, headMarks, type SheetField, type SheetWords } from './columns.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import type { Office } from './office.ts'
import { formOf } from './sheet-form.ts'
import type { WorkList } from './work-list.ts'
import { writtenDate } from './written-date.ts'

/** A list as lines of a sheet: what stands above the table, two rows of headings, the rows, the what to do, and the signature block. */
export interface SheetLines {
  readonly kind: ListKind
  /** Mark, what it means, and its text. */
  readonly head: readonly (readonly [mark: string, label: string, text: string])[]
  readonly headings: readonly string[]
  /** For the program that reads it back, whatever the language. */
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** Of each row, the fields that are asked about. */
  readonly asked: readonly (readonly SheetField[])[]
  readonly block: readonly (readonly [mark: string, label: string, text: string])[]
}

export function sheetLines(list: WorkList, words: SheetWords): SheetLines {
  const { kind, office } = list
  const { columns } = formOf(kind)
  const texts: Readonly<Record<(typeof headMarks)[number], string>> = {
    list: `${listKinds[kind].toUpperCase()}. ${words.lists[kind]}`,
    commune: officeText(office, words),
    list_id: list.id,
    digest: list.digest,
    issued: writtenDate(list.issued),
    persons: String(list.rows.length),
  }
  const own = office.kind === 'commune' ? words.marks : { ...words.marks, ...words.doseMarks }
  const marks = { ...own, commune: words.offices[office.kind], help: words.marks.help }
  const help = kind === 'dose' ? words.doseHelp : words.help
  return {
    kind,
    head: headMarks.map((mark) => [mark, marks[mark], texts[mark]]),
    headings: columns.map((column) => words.headings[column]),
    columns,
    rows: list.rows.map(({ cells }) => cells),
    asked: list.rows.map(({ asked }) => asked),
    block: blockMarks.map((mark) => [mark, marks[mark], mark === 'help' ? help : '']),
  }
}

function officeText({ kind, commune, district, province, facility }: Office, words: SheetWords): string {
  if (facility !== undefined) return [facility.code, facility.name].filter((text) => text !== '').join(' · ')
  const first = kind === 'commune' ? commune || words.unknownCommune : ''
  const text = [first, district, province].filter((name) => name !== '').join(', ')
  return text === '' ? words.unknownCommune : text
}
