export type { CellChange, RowAnswer } from './answer.ts'
export {
  type BlockMark,
  type Column,
  columns,
  type DoseWords,
  doseOutcomes,
  type HeadMark,
  type Outcome,
  outcomes,
  type Prompt,
  type SheetWords,
  type SignatureMark,
} from './columns.ts'
export { type Comparison, compareReturned, type Signed } from './compare.ts'
export {
  cleanseDecided,
  type Decided,
  type DecidedRow,
  type Decisions,
  decisionKey,
  readDecisions,
} from './decided-row.ts'
export { type Decision, decisionsOf } from './decisions.ts'
export { type ExportedList, type ExportOptions, exportLists } from './export-lists.ts'
export { noRows, type RowCounts } from './hand-out.ts'
export { decisionLines, type HandOver, type HandOverFile, type HandOverSigner, handOver } from './hand-over.ts'
export { type ListKind, type ListRule, listKinds, listOf } from './list-kind.ts'
export { type CleanseOutput, listedRows } from './listed-rows.ts'
export { type MatchClass, type MatchFinding, type MatchOutput, matchClasses } from './match-output.ts'
export type { Office, OfficeKind } from './office.ts'
export type { CleansedOutput } from './open-rows.ts'
export type { BasicField } from './person.ts'
export type { NoteCode, Problem, RowCode, SheetCode } from './problem.ts'
export { type Question, withAnswers } from './question.ts'
export { type ReturnedSheet, readReturned } from './returned-sheet.ts'
export { digestOf, readWorkList, type WorkList, type WorkRow } from './work-list.ts'
