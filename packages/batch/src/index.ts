export { type LedgerCode, needsSomebody, type RefusedDoseCode, type WaitingCode } from './codes.ts'
export * from './export/index.ts'
export {
  type AuditCode,
  type AuditFinding,
  type BatchDetails,
  type BatchStatus,
  batchDetails,
  batchNumbers,
  batchStatus,
  type ChunkState,
  inLedger,
  inTransaction,
  type LedgerAudit,
  type LedgerCounts,
  ledgerCounts,
  migrate,
  verifyLedger,
} from './ledger/index.ts'
export { type QueueStatus, queueStatus } from './queue/queue-status.ts'
export {
  type ApprovedBatch,
  type BlastRadius,
  type ChunkOutcome,
  type Issuing,
  intendAnew,
  issueChunk,
  reviveStuck,
  runWorker,
  type Standing,
  type Step,
  type StepListener,
  type StepName,
  type StepPhase,
  type WorkerOptions,
  type WorkerReport,
} from './run/index.ts'
