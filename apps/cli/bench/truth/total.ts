import type { CleanseSummary } from '../../src/records/run-cleanse.ts'

type Counts = Record<string, number>

/** What came of all parts of one kind of dirt. */
export interface Total {
  rows: number
  clean: number
  listed: number
  refused: number
  fixed: number
  wrongFixes: number
  missed: number
  falseFindings: number
  undetectable: number
  readonly wrongByRule: Counts
  readonly missedByRule: Counts
  readonly falseByRule: Counts
  readonly byReason: Counts
  readonly doubles: { planted: number; found: number; wrongMerges: number }
  readonly doublesByRule: Record<string, { planted: number; found: number }>
}

export function emptyTotal(): Total {
  return {
    ...{
      rows: 0,
      clean: 0,
      listed: 0,
      refused: 0,
      fixed: 0,
      wrongFixes: 0,
      missed: 0,
      falseFindings: 0,
      undetectable: 0,
    },
    ...{ wrongByRule: {}, missedByRule: {}, falseByRule: {}, byReason: {}, doublesByRule: {} },
    doubles: { planted: 0, found: 0, wrongMerges: 0 },
  }
}

const numbers = [
  ...([
    'rows',
    'clean',
    'listed',
    'refused',
    'fixed',
    'wrongFixes',
    'missed',
    'falseFindings',
    'undetectable',
  ] as const),
]
const lists = ['wrongByRule', 'missedByRule', 'falseByRule', 'byReason'] as const

export function addPart(total: Total, summary: CleanseSummary): void {
  for (const name of numbers) total[name] += summary[name] ?? 0
  for (const name of lists) {
    for (const [key, count] of Object.entries(summary[name] ?? {})) total[name][key] = (total[name][key] ?? 0) + count
  }
  const { doubles } = summary
  for (const name of ['planted', 'found', 'wrongMerges'] as const) total.doubles[name] += doubles?.[name] ?? 0
  for (const [rule, { planted, found }] of Object.entries(doubles?.byRule ?? {})) {
    const own = total.doublesByRule[rule] ?? { planted: 0, found: 0 }
    total.doublesByRule[rule] = { planted: own.planted + planted, found: own.found + found }
  }
}

const MOST_FALSE = 0.005
const LEAST_DOUBLES = 0.99
/** The doubles of which a recall is asked: the same row once more, and one with a number that was mistyped. */
const asked = ['DU-01', 'DU-05']

/** Where the marks of the issue are not met. */
export function failuresOf(total: Total): readonly string[] {
  const isBelow = asked.some((rule) => recallOf(total, rule) < LEAST_DOUBLES)
  const lost = total.rows - total.clean - total.listed - total.refused
  return [
    ...(total.wrongFixes > 0 ? [`${total.wrongFixes} wrong fixes`] : []),
    ...(total.missed > 0 ? [`${total.missed} missed`] : []),
    ...(total.falseFindings > MOST_FALSE * total.rows ? [`${total.falseFindings} rows with false findings`] : []),
    ...(isBelow ? ['doubles below their recall'] : []),
    ...(total.doubles.wrongMerges > 0 ? [`${total.doubles.wrongMerges} wrong merges`] : []),
    ...(lost === 0 ? [] : [`${lost} rows lost`]),
  ]
}

function recallOf({ doublesByRule }: Total, rule: string): number {
  const { planted = 0, found = 0 } = doublesByRule[rule] ?? {}
  return planted === 0 ? 1 : found / planted
}

export function totalTable(totals: ReadonlyMap<string, Total>): string {
  const heading = [
    'dirt',
    'rows',
    'wrong fixes',
    'missed',
    'false rows',
    'undetectable',
    'doubles found',
    'wrong merges',
  ]
  const lines = [...totals].map(([dirt, total]) => [
    ...[dirt, total.rows, total.wrongFixes, total.missed, total.falseFindings, total.undetectable],
    ...[`${total.doubles.found}/${total.doubles.planted}`, total.doubles.wrongMerges],
  ])
  return [heading, ...lines].map((cells) => cells.map((cell) => String(cell).padStart(14)).join('')).join('\n')
}
