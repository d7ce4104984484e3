import { printable } from '../terminal.ts'
import type { DocumentLayer } from './document-layer.ts'

/** Widest column of paths, and of labels; what is longer pushes the rest aside. */
const MAX_COLUMN = 32

/** A document as lines for people: where each field stands, what it is, if that is known, and what it says. */
export function documentText({ subClaim, name, status, spec, fields, complete }: DocumentLayer): string {
  const kind = spec === undefined ? 'an unknown kind of document' : `${name}, ${status} (${spec})`
  const rows = fields.map(({ path, label = '', value }) => [path, label, value].map(printable))
  return [
    `Sub-claim ${subClaim}: ${kind}`,
    ...columns(rows),
    ...(fields.length === 0 ? ['  (holds no fields)'] : []),
    ...(complete ? [] : ['  (not all of it is shown: too many fields, too deep or too long)']),
  ].join('\n')
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const [paths = 0, labels = 0] = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  const widths = [paths, labels].map((width) => Math.min(width, MAX_COLUMN))
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}
