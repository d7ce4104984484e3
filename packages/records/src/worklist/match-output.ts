import { openRecords } from '../read/open-records.ts'
import type { RecordSource } from '../read/source.ts'
import { tableRows } from '../read/table-rows.ts'
import { isRead } from '../record.ts'
import { foreignInput } from './foreign-input.ts'
import type { ListedRow } from './listed-rows.ts'
import { type BasicField, basicFields } from './person.ts'

/** What `match` wrote: doses whose identity is right, those whose identity is wrong, and rows that are of one person. */
export interface MatchOutput {
  readonly right: RecordSource
  readonly wrong: RecordSource
  readonly links: RecordSource
}

/** What the register's answer means for a person (vietnam.md §7.2, step 8); A needs nobody. */
export const matchClasses = ['B', 'C', 'D', 'E'] as const
export type MatchClass = (typeof matchClasses)[number]

/** What matching found about a row. */
export interface MatchFinding {
  /** Absent where the register was not searched. */
  readonly class?: MatchClass
  /** What differs, in words of `match`: "number-differs". */
  readonly reasons: readonly string[]
  /** Of the best candidate where the register can be searched, else the one change that is proposed. */
  readonly proposed: Readonly<Partial<Record<BasicField, string>>>
  /** Where the candidate lives, as the register has it. */
  readonly address: string
  /** How many candidates came near. */
  readonly candidates: number
  /** How many other people of the doses declare the same number. */
  readonly others: number
}

/**
 * Rows that the register called wrong, in their order.
 * @throws Fault `worklist.input`
 */
export async function* wrongRows(source: RecordSource): AsyncGenerator<ListedRow> {
  const file = await openRecords(source, { isGuarded: true })
  const { headings } = file.layout
  let last = 0
  for await (const batch of file.rows()) {
    for (const record of batch) {
      if (!isRead(record)) throw foreignInput('a row of the wrong ones cannot be read')
      const cell = (name: string): string => record.cells?.[headings.indexOf(name)] ?? ''
      last = nextRow(last, cell('row'))
      yield { row: last, values: record.values, findings: [], match: readFinding(cell) }
    }
  }
}

/** Numbers of the rows that are right, in their order. */
export async function* rightRows(source: RecordSource): AsyncGenerator<number> {
  const file = await openRecords(source)
  const column = file.layout.headings.indexOf('row')
  let last = 0
  for await (const batch of file.rows()) {
    for (const record of batch) {
      if (!isRead(record)) throw foreignInput('a row of the right ones cannot be read')
      last = nextRow(last, record.cells?.[column] ?? '')
      yield last
    }
  }
}

/**
 * Rows whose doses lie too near one of the same person that was declared otherwise, with that one. Memory: such rows.
 * @throws Fault `worklist.input`
 */
export async function nearRows(source: RecordSource): Promise<ReadonlyMap<number, readonly number[]>> {
  const near = new Map<number, number[]>()
  for await (const batch of tableRows(source, 'row')) {
    for (const { cells = [] } of batch) {
      const [row, other] = [Number(cells[0]), Number(cells[1])]
      if (cells[0] === 'row' || cells[2] !== 'near-dose') continue
      if (!Number.isSafeInteger(row) || !Number.isSafeInteger(other)) throw foreignInput('a link between no rows')
      near.set(row, [...(near.get(row) ?? []), other])
    }
  }
  return near
}

function readFinding(cell: (name: string) => string): MatchFinding {
  const found = matchClasses.find((one) => one === cell('class'))
  const reasons = cell('reasons').split(/[ ;,]+/)
  if ((found === undefined && cell('class') !== '') || !reasons.every((reason) => /^[a-z-]{0,40}$/.test(reason))) {
    throw foreignInput('a class or a reason of an unknown form')
  }
  const proposals = basicFields.flatMap((field) => {
    const text = cell(`register_${field}`) || cell(`proposed_${field}`)
    return text === '' ? [] : [[field, text]]
  })
  return {
    ...(found && { class: found }),
    reasons: reasons.filter(Boolean),
    proposed: Object.fromEntries(proposals),
    address: cell('register_address'),
    candidates: Number(cell('candidates')) || 0,
    others: Number(cell('others')) || 0,
  }
}

function nextRow(last: number, text: string): number {
  const row = Number(text)
  if (!Number.isSafeInteger(row) || row <= last) throw foreignInput('the rows are not in their order')
  return row
}
