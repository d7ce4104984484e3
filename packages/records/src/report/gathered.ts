import type { CodeSets } from '../codes/code-sets.ts'
import type { RecordSource } from '../read/source.ts'
import type { CleansedFiles } from './cleansed-rows.ts'
import type { Lag } from './lag.ts'
import type { Measure } from './measures.ts'
import type { Blocking } from './reasons.ts'
import type { Cell } from './tally.ts'

/** The files of the steps; what is not there is not measured. */
export interface ReportSources {
  readonly counts?: RecordSource
  readonly cleansed?: CleansedFiles
  /** right.csv of `match`: doses whose identity the register called right. */
  readonly verified?: RecordSource
  /** Identifiers of doses that a facility confirmed. */
  readonly confirmed?: AsyncIterable<string>
  /** Identifiers of doses that the ministry signed: a table with `dose_id`. */
  readonly signed?: RecordSource
  /** People whom the police verified: a table with `person_id`. */
  readonly police?: RecordSource
}

export interface GatherOptions {
  /** Facilities by code; where there are none, every code that is met is a facility. */
  readonly facilities: CodeSets['facilities']
  /** PR-03: days within which live doses and typed ones are to be entered. */
  readonly entryDelay: { readonly soon: number; readonly late: number }
  /** Folder for what is kept on disk meanwhile; it is there, and holds identifiers. */
  readonly folder: string
  /** Rows so far. */
  readonly progress?: (rows: number) => void
}

/** Everything that was counted. */
export interface Gathered {
  readonly measured: ReadonlySet<Measure>
  readonly cells: readonly Cell[]
  readonly rows?: RowCounts
  readonly persons: PersonCounts
  readonly lag?: Lag
  readonly blocking?: Blocking
  /** Doses with an identifier that no entered row has. */
  readonly strangers: Strangers
}

export type Strangers = Readonly<Partial<Record<'confirmed' | 'signed', number>>>

/** Rows, that are not doses: a row may be a double of another. */
export interface RowCounts {
  readonly rows: number
  readonly clean: number
  readonly listed: number
  readonly refused: number
  /** Of the listed ones: merged into another row. */
  readonly doubles: number
  /** Of the others: their status says that nothing was injected. They count as entered until somebody decides. */
  readonly notGiven: number
}

/** People, who are not doses. */
export interface PersonCounts {
  /** Different identifiers of people among the entered doses. */
  readonly entered?: number
  readonly policeVerified?: number
}
