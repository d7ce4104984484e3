export type { LedgerCode, RefusedDoseCode, WaitingCode } from './codes.ts'
export { type BatchStatus, batchStatus, type ChunkState, inLedger, inTransaction, migrate } from './ledger/index.ts'
export {
  type ApprovedBatch,
  type BlastRadius,
  type ChunkOutcome,
  type Issuing,
  intendAnew,
  issueChunk,
  PROFILE,
  reviveStuck,
  runWorker,
  type Step,
  type StepListener,
  type StepName,
  type StepPhase,
  type WorkerOptions,
  type WorkerReport,
} from './run/index.ts'
