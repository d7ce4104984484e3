import { type ListKind, listKinds } from '@vaxcert/core/trust'
import { printable } from '../terminal.ts'
import { type Difference, isSame } from './difference.ts'

/** For each list that differs a line of counts, and one for each entry: `+` added, `-` removed, `~` changed. */
export function differenceText(differences: Readonly<Record<ListKind, Difference>>): string {
  const text = listKinds.map((kind) => listText(kind, differences[kind])).join('')
  return text === '' ? 'Nothing differs.\n' : text
}

function listText(kind: ListKind, difference: Difference): string {
  if (isSame(difference)) return ''
  const { added, removed, changed } = difference
  const counts = `${kind}: ${added.length} added, ${removed.length} removed, ${changed.length} changed\n`
  return counts + lines('+', added) + lines('-', removed) + lines('~', changed)
}

function lines(mark: string, labels: readonly string[]): string {
  return labels.map((label) => `  ${mark} ${printable(label)}\n`).join('')
}
