export { isDomestic } from './country.ts'
export { type DoseClass, readDoseClass, readDoseNumber } from './dose-number.ts'
export { isBacklog } from './entry-mode.ts'
export { lotKey } from './lot-key.ts'
export { type NumberedDose, numberSeries } from './number-series.ts'
export {
  type BoosterInterval,
  type ForbiddenMix,
  type IntervalException,
  type SeriesPolicy,
  seriesPolicy2022,
} from './series-policy.ts'
export { seriesRules } from './series-rules.ts'
export { saysNotGiven, WITHDRAWN } from './status.ts'
export type { SeriesDose, SeriesMeasures } from './timeline.ts'
