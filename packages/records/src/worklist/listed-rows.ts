import type { Finding, Severity } from '../cleanse/rule.ts'
import { type RuleId, ruleIds } from '../cleanse/rule-id.ts'
import { withoutGuard } from '../read/csv/formula-guard.ts'
import { openRecords } from '../read/open-records.ts'
import type { RecordSource } from '../read/source.ts'
import { type TableRow, tableRows } from '../read/table-rows.ts'
import { type Field, type FieldValues, fields, isRead } from '../record.ts'
import { foreignInput } from './foreign-input.ts'
import type { MatchFinding } from './match-output.ts'

/** A row that cleansing put on a list, or whose identity the register called wrong, with what is open about it. */
export interface ListedRow {
  /** Number of the row in the run that cleansed it. */
  readonly row: number
  readonly values: Readonly<FieldValues>
  readonly findings: readonly Finding[]
  readonly match?: MatchFinding
  /** It was merged into another row, which stands for it. */
  readonly isMerged?: true
}

/** What `cleanse` wrote about the rows that it listed. */
export interface CleanseOutput {
  readonly listed: RecordSource
  readonly findings: RecordSource
}

interface RowFinding {
  readonly row: number
  readonly finding: Finding
}

/**
 * The listed rows with their open findings, one after the other: both files are in the order of rows, so that neither is
 * held.
 * @throws Fault `worklist.input` where a file is not one that `cleanse` wrote
 */
export async function* listedRows({ listed, findings }: CleanseOutput): AsyncGenerator<ListedRow> {
  const open = openFindings(findings)
  let next = await open.next()
  for await (const { row, values } of rowsOf(listed)) {
    const own: Finding[] = []
    for (; next.done !== true && next.value.row <= row; next = await open.next()) {
      if (next.value.row === row) own.push(next.value.finding)
    }
    yield { row, values, findings: own.filter(isOpen), ...(own.some(isMerge) && { isMerged: true }) }
  }
}

/**
 * The rows of a file that `cleanse` wrote, in their order; `isGuarded` where a sign stands before what looks like a formula.
 * @throws Fault `worklist.input`
 */
export async function* rowsOf(
  source: RecordSource,
  isGuarded = true,
): AsyncGenerator<Pick<ListedRow, 'row' | 'values'>> {
  const file = await openRecords(source, { isGuarded })
  const column = file.layout.headings.indexOf('row')
  let last = 0
  for await (const batch of file.rows()) {
    for (const record of batch) {
      if (!isRead(record)) throw foreignInput('a row cannot be read')
      last = after(last, Number(record.cells?.[column]))
      yield { row: last, values: record.values }
    }
  }
}

async function* openFindings(source: RecordSource): AsyncGenerator<RowFinding> {
  let columns: readonly string[] | undefined
  let last = 1
  for await (const batch of tableRows(source, 'row')) {
    for (const { cells } of batch) {
      if (columns === undefined) columns = cells
      else {
        const found = readFinding(columns, cells)
        last = after(last - 1, found.row)
        if (isOpen(found.finding) || isMerge(found.finding)) yield found
      }
    }
  }
}

function isOpen({ applied, severity }: Finding): boolean {
  return !applied && (severity === 'B' || severity === 'R')
}

/** Only a row that was merged away has such a finding applied. */
function isMerge({ applied, rule }: Finding): boolean {
  return applied && (rule === 'DU-01' || rule === 'DU-02')
}

function readFinding(columns: readonly string[], cells: TableRow['cells']): RowFinding {
  const cell = (name: string): string => withoutGuard(cells?.[columns.indexOf(name)] ?? '')
  const rule = ruleIds.find((id): id is RuleId => id === cell('rule'))
  const field = fields.find((name): name is Field => name === cell('field'))
  if (rule === undefined || field === undefined) throw foreignInput('a finding of an unknown rule or field')
  const after = cell('after')
  const others = (cell('others').match(/\d+/g) ?? []).map(Number)
  const finding: Finding = {
    rule,
    severity: cell('severity') as Severity,
    field,
    before: cell('before'),
    applied: /^(?:true|1|yes)$/.test(cell('applied')),
    ...(after !== '' && { after }),
    ...(others.length > 0 && { others }),
  }
  return { row: Number(cell('row')), finding }
}

function after(last: number, row: number): number {
  if (!Number.isSafeInteger(row) || row <= last) throw foreignInput('the rows are not in their order')
  return row
}
