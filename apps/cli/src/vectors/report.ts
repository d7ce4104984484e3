import { jsonLine, printable } from '../terminal.ts'
import type { Answer, CheckResult } from './check-result.ts'
import type { Summary } from './tally.ts'

/** One failed or known check as a line of JSON. */
export function resultLine(file: string, { check, expected, actual, code, result, reason }: CheckResult): string {
  return jsonLine({ file, check, expected, actual, code, result, reason })
}

/** One failed check for people. */
export function failureLine(file: string, { check, expected, actual, code, reason }: CheckResult): string {
  const more = [code, reason].filter((word) => word !== undefined).join(', ')
  const answers = `expected ${said(expected)}, came out ${said(actual)}`
  return `${printable(file)}  ${check}: ${answers}${more === '' ? '' : ` (${more})`}\n`
}

function said(answer: Answer | undefined): string {
  return printable(String(answer))
}

const HEAD = ['check', 'total', 'passed', 'known', 'skipped', 'failed']

/** One file or folder that was not looked at, for people. */
export function unreadLine(file: string, { reason = '' }: CheckResult): string {
  return `vaxcert: skipped ${printable(file)}: ${reason}\n`
}

/** The table by check, the sum, and why checks are known or skipped ("known: reason") with how often. */
export function summaryText({ byCheck, ...all }: Summary, reasons: ReadonlyMap<string, number>): string {
  const rows = Object.entries(byCheck).map(([name, { total, passed, known, skipped }]) =>
    [name, total, passed, known, skipped, total - passed - known - skipped].map(String),
  )
  const sum = ['all', all.checks, all.passed, all.known, all.skipped, all.failed].map(String)
  const table = [HEAD, ...rows, sum]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) => row.map((cell, column) => padded(cell, column, widths)).join('  '))
  const why = Array.from(reasons, ([reason, count]) => `${reason} (${count} times)`)
  return `${[...lines, ...why].join('\n')}\n`
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
