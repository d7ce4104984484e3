/** What keeps the ledger from going on. */
export type LedgerCode =
  /** The session has ended; whether a COMMIT under way took place is told by reading it back. */
  | 'ledger.lost'
  /** The disk is full: nothing more is taken in. */
  | 'ledger.full'
  /** Somebody else has claimed the chunk since. */
  | 'ledger.fenced'
  /** Two got in each other's way: the same again will do. */
  | 'ledger.busy'
  /** Another row has the place that is to be had once. */
  | 'ledger.taken'
  /** The database refused a statement: the ledger, or who may write it, is not as it should be. */
  | 'ledger.refused'
  /** It was made by a newer version of this software. */
  | 'ledger.newer'
  /** A migration that it went through is not the one that we know. */
  | 'ledger.changed'
  /** What is stored contradicts itself. */
  | 'ledger.broken'
  /** Our clock and the database's differ, or ours was further on before. */
  | 'ledger.clock'

/** Why a chunk waits: nothing of it is lost, and it goes on when that has passed. */
export type WaitingCode = 'signer.busy' | 'signer.kid' | 'gate.blast-radius' | 'gate.standing'

/**
 * Whether a chunk that waits with this code goes on only after somebody has looked: its batch is not approved as it stands, or
 * what the ledger holds of it is not what was planned. Others go on meanwhile: one line in the ledger would else stop them all.
 */
export function needsSomebody(code: string): boolean {
  return code === 'ledger.broken' || code.startsWith('approve.')
}

/** Why a dose that was planned gets no certificate, beside what `prepare` of core says of it. */
export type RefusedDoseCode = 'dose.forgotten' | 'dose.unreadable'
