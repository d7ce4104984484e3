/** Why a batch is not approved. */
export type ApproveCode =
  /** There is no such batch. */
  | 'approve.unknown'
  /** It is not planned yet, or stopped. */
  | 'approve.state'
  /** The digest is not that of its manifest: what was looked at is something else. */
  | 'approve.digest'
  /** The register of approvers is none, or does not name this certificate. */
  | 'approve.register'
  /** The certificate does not hold at that moment, or was withdrawn. */
  | 'approve.not-valid'
  /** Who planned it does not approve it. */
  | 'approve.planner'
  /** The same person, or the same key, has approved it before. */
  | 'approve.again'
  /** A seal is not over what it says, or not by the key of its certificate. */
  | 'approve.seal'
  /** Fewer than two people have approved it. */
  | 'approve.missing'
  /** What the ledger holds is not what its manifest says. */
  | 'approve.contents'
