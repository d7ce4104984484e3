import type { BacklogKind } from '../backlogs.ts'
import type { LagClass, LagMode } from '../lag.ts'
import type { CountedClass, Measure, Step } from '../measures.ts'
import type { RemarkCode } from '../report.ts'
import type { Level } from '../units.ts'

/** A text in both languages, plain. */
export interface Said {
  readonly vi: string
  readonly en: string
}

/** What a page is written in; `both`: Vietnamese first, English beside it. */
export type Language = 'vi' | 'en' | 'both'

/** Texts of the page. */
export type PageText =
  | ('title' | 'as-of' | 'public' | 'unit-note' | 'rounding-note' | 'place-note' | 'missing-note' | 'hidden-note')
  | ('funnel' | 'step' | 'doses' | 'of-given' | 'of-entered' | 'not-measured' | 'backlogs' | 'backlog' | 'share' | 'of')
  | ('people' | 'count' | 'people-entered' | 'people-police' | 'reports' | 'rows' | 'rows-read' | 'rows-clean')
  | ('rows-listed' | 'rows-refused' | 'rows-doubles' | 'rows-not-given' | 'classes' | 'class' | 'units' | 'unit')
  | ('elsewhere' | 'signed-of-given' | 'entered-of-given' | 'reasons' | 'reasons-note' | 'reason' | 'alone')
  | ('match' | 'match-right' | 'match-wrong' | 'match-unknown' | 'match-elsewhere' | 'match-class' | 'lag' | 'lag-note')
  | ('lag-class' | 'lag-late' | 'lag-median' | 'lag-ninetieth' | 'lag-unknown' | 'burn' | 'burn-none' | 'day')
  | ('burn-note' | 'open' | 'deadline' | 'days-left' | 'needed' | 'done' | 'projected' | 'never' | 'past' | 'too-many')
  | ('too-many-note' | 'told' | 'told-note' | 'figure' | 'printed' | 'computed' | 'truncated' | 'verdict' | 'right')
  | ('cut-off' | 'wrong' | 'would-need' | 'remarks' | 'level')

/** All words of the page; rules and classes of matching by their code. */
export interface ReportWords {
  readonly texts: Readonly<Record<PageText, Said>>
  readonly measures: Readonly<Record<Measure, Said>>
  /** What a step counts. */
  readonly steps: Readonly<Record<Step, Said>>
  readonly backlogs: Readonly<Record<BacklogKind, Said>>
  readonly classes: Readonly<Record<CountedClass, Said>>
  readonly levels: Readonly<Record<Level, Said>>
  readonly lags: Readonly<Record<LagClass, Said>>
  readonly modes: Readonly<Record<LagMode, Said>>
  readonly remarks: Readonly<Record<RemarkCode, Said>>
  readonly rules: Readonly<Record<string, Said>>
}
