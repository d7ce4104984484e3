import type { Finding, RuleId } from '@vaxcert/records'
import type { TruthIndex } from './truth-index.ts'

/** How doubles were told. */
export interface DoublesScore {
  /** Pairs of rows, both of which can be read. */
  planted: number
  found: number
  /** Rows that were merged and are not one dose. */
  wrongMerges: number
  readonly byRule: Record<string, { planted: number; found: number }>
}

/** Gathers what is said of rows that are of a double. */
export interface DoublesTally {
  add(row: number, findings: readonly Finding[], mergedInto: number | undefined): void
  score(): DoublesScore
}

/** Memory: what is said of rows that have a double. */
export function openDoubles(index: TruthIndex): DoublesTally {
  const told = new Set<string>()
  const merged = new Map<number, number>()
  let wrongMerges = 0
  return {
    add(row, findings, mergedInto) {
      if (mergedInto !== undefined && !isOneDose(row, mergedInto, index)) wrongMerges += 1
      if (!index.partners.has(row)) return
      if (mergedInto !== undefined) merged.set(row, mergedInto)
      for (const { rule, others = [] } of findings) {
        if (rule.startsWith('DU-')) for (const other of others) told.add(pairOf(row, other))
      }
    },
    score() {
      const score: DoublesScore = { planted: 0, found: 0, wrongMerges, byRule: {} }
      const kept = (row: number): number => merged.get(row) ?? row
      for (const [row, { of, rule }] of index.doubles) {
        if (index.unreadable.has(row) || index.unreadable.has(of)) continue
        addPair(score, rule, kept(row) === kept(of) || told.has(pairOf(row, of)))
      }
      return score
    },
  }
}

export function isOneDose(row: number, other: number, { personOf, doseOf }: TruthIndex): boolean {
  return personOf(row) === personOf(other) && doseOf(row) === doseOf(other)
}

function addPair(score: DoublesScore, rule: RuleId, isFound: boolean): void {
  const own = score.byRule[rule] ?? { planted: 0, found: 0 }
  score.byRule[rule] = own
  for (const counts of [score, own]) {
    counts.planted += 1
    if (isFound) counts.found += 1
  }
}

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
