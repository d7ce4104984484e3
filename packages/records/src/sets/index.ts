export type { SetRow } from './person/person.ts'
export type { GivenCount, ReceivedLot } from './rules/counts.ts'
export { type SetMeasures, type SetProgress, type SetStep, setFindings } from './set-findings.ts'
export { setRules } from './set-rules.ts'
