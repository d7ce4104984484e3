/** What a suite says must come out, and what came out: a flag of the EU's files, or a verdict in words. */
export type Answer = boolean | string

/** One check of one file. */
export interface CheckResult {
  /** Name by which results are counted: `VERIFY`, `P1363`, `verdict`, … */
  readonly check: string
  /** `known` is a failure whose reason lies in the suite; `skipped` is a check whose inputs the file lacks. */
  readonly result: 'passed' | 'failed' | 'known' | 'skipped'
  readonly expected?: Answer
  readonly actual?: Answer
  /** Code of the Fault that ended the step. */
  readonly code?: string
  /** Why it is known, skipped or not run, or which case of the file it is. Fixed words and numbers only. */
  readonly reason?: string
}

/** A JSON file that may belong to a suite. */
export interface SuiteFile {
  /** Absolute path. */
  readonly path: string
  readonly json: Bag
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly digest: string
}

/** A JSON object of which nothing is known yet. */
export type Bag = Readonly<Record<string, unknown>>

/** A kind of test suite, recognised by what its files contain. */
export interface Suite {
  recognises(json: Bag): boolean
  run(file: SuiteFile): Promise<readonly CheckResult[]>
}

/** Names of what is counted of files and folders as a whole, beside the checks in them. */
export const fileChecks = {
  /** Belongs to no suite we know, or to one and has nothing to check. */
  file: 'FILE',
  /** Cannot be read. */
  unread: 'UNREAD',
  /** Lies beyond a limit of ours: always a failure, for nobody knows what was missed. */
  limit: 'LIMIT',
} as const

export function unread(reason: string): CheckResult {
  return { check: fileChecks.unread, result: 'skipped', reason }
}

export function beyondLimit(reason: string): CheckResult {
  return { check: fileChecks.limit, result: 'failed', expected: 'read', actual: 'not read', reason }
}

/** Code of a step that threw something else than a Fault: always a failure, whatever the file expects. */
export const FOREIGN_EXCEPTION = 'vectors.exception'

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
