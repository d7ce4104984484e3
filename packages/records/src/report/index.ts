export { type Backlog, type BacklogKind, backlogKinds, type Share } from './backlogs.ts'
export type { BurnDown, OpenOnDay, Snapshot } from './burn-down.ts'
export type { CleansedFiles } from './cleansed-rows.ts'
export { gather } from './gather.ts'
export type { Gathered, GatherOptions, PersonCounts, ReportSources, RowCounts } from './gathered.ts'
export { type GivenDoses, givenDoses } from './given-counts.ts'
export { reportPage } from './html/page.ts'
export type { Language, PageText, ReportWords, Said } from './html/words.ts'
export type { Lag, LagClass, LagMode } from './lag.ts'
export { type CountedClass, type Counts, classOf, countedClasses, type Measure, type Step, steps } from './measures.ts'
export { namedRows } from './named-rows.ts'
export { countAt, type Percent, percentOf } from './percent.ts'
export { type Districts, type Place, placeFinder, readDistricts, type Unit } from './places.ts'
export { publicReport } from './public-report.ts'
export { readSnapshot } from './read-report.ts'
export type { Blocking, BlockingReason } from './reasons.ts'
export {
  type Feedback,
  type MatchCounts,
  type Remark,
  type RemarkCode,
  type Report,
  type ReportParts,
  reportOf,
} from './report.ts'
export { reportCsv } from './report-csv.ts'
export type { ShownCount, ShownUnit } from './shown-unit.ts'
export { judgeTold, type ToldFigure, toldFigures } from './told-figure.ts'
export { readTypedCount, readTypedPercent } from './typed-number.ts'
export type { ClassCounts, Level, TooMany, UnitCounts } from './units.ts'
