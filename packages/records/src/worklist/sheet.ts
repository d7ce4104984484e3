import { blockMarks, columns, headMarks, type SheetWords } from './columns.ts'
import { listKinds } from './list-kind.ts'
import type { BasicField } from './person.ts'
import { type WorkList, writtenDate } from './work-list.ts'

/** A list as lines of a sheet: what stands above the table, two rows of headings, the rows, the what to do, and the signature block. */
export interface SheetLines {
  /** Mark, what it means, and its text. */
  readonly head: readonly (readonly [mark: string, label: string, text: string])[]
  readonly headings: readonly string[]
  /** For the program that reads it back, whatever the language. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Of each row, the fields that are asked about. */
  readonly asked: readonly (readonly BasicField[])[]
  readonly block: readonly (readonly [mark: string, label: string, text: string])[]
}

export function sheetLines(list: WorkList, words: SheetWords): SheetLines {
  const { commune, district, province } = list.commune
  const place = [commune || words.unknownCommune, district, province].filter((name) => name !== '').join(', ')
  const texts: Readonly<Record<(typeof headMarks)[number], string>> = {
    list: `${listKinds[list.kind].toUpperCase()}. ${words.lists[list.kind]}`,
    commune: place,
    list_id: list.id,
    digest: list.digest,
    issued: writtenDate(list.issued),
    persons: String(list.rows.length),
  }
  return {
    head: headMarks.map((mark) => [mark, words.marks[mark], texts[mark]]),
    headings: columns.map((column) => words.headings[column]),
    columns,
    rows: list.rows.map(({ cells }) => cells),
    asked: list.rows.map(({ asked }) => asked),
    block: blockMarks.map((mark) => [mark, words.marks[mark], mark === 'help' ? words.help : '']),
  }
}
