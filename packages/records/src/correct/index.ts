export { applyCorrections, type Consequence, consequencesOf, type Doses } from './apply.ts'
export type { CorrectCode } from './correct-codes.ts'
export {
  type Correction,
  type Evidence,
  type Method,
  methods,
  type ReportEvent,
  type ReportKind,
  reportKinds,
  type Step,
} from './event.ts'
export { addEvent, type History, newHistory, type OpenHistory, readLine, reusedEvidence } from './history.ts'
export { readEvent } from './read-event.ts'
export { afterEvent, isClosed, type ReportState } from './report-state.ts'
