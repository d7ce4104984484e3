/** Everything that the log answers with. */
export type LogCode =
  /** It is no signed note. */
  | 'log.note'
  /** The text of a note is no checkpoint; within a ledger, a checkpoint is not of its tree, or not signed by the log. */
  | 'log.checkpoint'
  /** It is of another log. */
  | 'log.origin'
  /** The log has not signed it, or the signature of a known key is wrong. */
  | 'log.signature'
  /** Too few of the witnesses have cosigned it. */
  | 'log.witnesses'
  /** A key cannot be used. */
  | 'log.key'
  /** There is no checkpoint. */
  | 'log.missing'
  /** The folder to write into is not empty. */
  | 'log.exists'
  /** An entry is not the one whose hash stands in the tree, or cannot be read. */
  | 'log.entry'
  /** A tile is missing, or not what follows from the hashes below it. */
  | 'log.tile'
  /** Entries and tiles do not lead to the root that was signed. */
  | 'log.root'
  /** Something is there that does not belong to the log. */
  | 'log.surplus'
  /** Released certificates are covered by no checkpoint. */
  | 'log.uncovered'
  /** It is older than what is known of the log. */
  | 'log.rollback'
  /** It does not continue what is known of the log. */
  | 'log.fork'
  /** The proof of consistency does not start where the witness is. */
  | 'log.stale'
  /** The proof of consistency does not hold. */
  | 'log.consistency'
  /** The certificate, with this salt, is not in the log. */
  | 'log.absent'
  /** It is no proof. */
  | 'log.proof'
  /** The proof does not hold for this certificate and salt. */
  | 'log.inclusion'
