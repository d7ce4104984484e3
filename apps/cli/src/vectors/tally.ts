import type { CheckResult } from './check-result.ts'

/** How often one check was made, and what came of it. What is missing to `total` failed. */
export interface CheckTally {
  readonly total: number
  readonly passed: number
  readonly known: number
  readonly skipped: number
}

/** All checks of a run. */
export interface Summary extends Omit<CheckTally, 'total'> {
  /** Files that belong to a suite. */
  readonly files: number
  readonly checks: number
  readonly failed: number
  readonly byCheck: Readonly<Record<string, CheckTally>>
}

const NOTHING: CheckTally = { total: 0, passed: 0, known: 0, skipped: 0 }

/** Adds results up as they come. */
export interface Tally {
  add(result: CheckResult): void
  /** `files` is for the caller to count. */
  summary(files: number): Summary
}

export function makeTally(): Tally {
  const byCheck = new Map<string, CheckTally>()
  return {
    add({ check, result }) {
      const before = byCheck.get(check) ?? NOTHING
      const counted = result === 'failed' ? {} : { [result]: before[result] + 1 }
      byCheck.set(check, { ...before, ...counted, total: before.total + 1 })
    },
    summary(files) {
      const all = [...byCheck.values()].reduce(sum, NOTHING)
      const { total: checks, passed, known, skipped } = all
      const failed = checks - passed - known - skipped
      return { files, checks, passed, failed, known, skipped, byCheck: Object.fromEntries(byCheck) }
    },
  }
}

function sum(left: CheckTally, right: CheckTally): CheckTally {
  return {
    total: left.total + right.total,
    passed: left.passed + right.passed,
    known: left.known + right.known,
    skipped: left.skipped + right.skipped,
  }
}
