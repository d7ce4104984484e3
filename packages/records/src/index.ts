export { canonicalValues } from './cleanse/canonical-values.ts'
export { rowRules } from './cleanse/catalogue.ts'
export {
  type CleansedRow,
  changedBy,
  cleansedAgain,
  cleanseRow,
  type Disposition,
  dispositionOf,
} from './cleanse/cleanse-row.ts'
export type { Context } from './cleanse/context.ts'
export type { Facts } from './cleanse/facts.ts'
export { type Limits, limits2022 } from './cleanse/limits.ts'
export { readLimits } from './cleanse/read-limits.ts'
export type { Finding, FixKind, RuleInfo, Severity } from './cleanse/rule.ts'
export { type RuleId, ruleIds } from './cleanse/rule-id.ts'
export {
  type CodeSets,
  defaultCodeSets,
  type Facility,
  findProduct,
  findProvince,
  type Lot,
  type Product,
  type ProductMatch,
  type Province,
  type ProvinceList,
  provinceListOn,
  readCancelledNumbers,
  readCommunes,
  readFacilities,
  readLots,
  successorOf,
} from './codes/index.ts'
export { dayInVietNam } from './dates/days.ts'
export {
  type NumberedDose,
  numberSeries,
  type SeriesDose,
  type SeriesMeasures,
  type SeriesPolicy,
  seriesPolicy2022,
  seriesRules,
} from './dose/index.ts'
export { type IdNumber, type Phone, readIdNumber, readPhone } from './identity/index.ts'
export {
  type DoseRecord,
  type Field,
  type FieldValues,
  fields,
  isRead,
  type ReadRow,
  type RowPlace,
  type UnreadRow,
} from './record.ts'
