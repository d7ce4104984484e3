/** Why a signed list, or a whole offer of them, is refused. What is held stays as it is. */
export type ListCode =
  /** Not a list of ours, cut short, a body that its kind does not allow, or a root of another environment. */
  | 'list.shape'
  | 'list.too-large'
  /** A signature or the body is not what was signed, or signed by a key that the root does not name for this role. */
  | 'list.signature'
  /** Fewer distinct keys signed than the root demands: none, too few, or one key twice. */
  | 'list.threshold'
  /** A lower number than the one held, issued before it, or of an epoch that is over. */
  | 'list.rollback'
  /** The number that is held, for something else. */
  | 'list.changed'
  /** The manifest or a list had expired when it was offered. */
  | 'list.expired'
  /** A list is not the one that the manifest names, of another kind, or missing. */
  | 'list.mixed'
  /** A number too far ahead of the one held, so that none is left for the next list, or a root between is missing. */
  | 'list.jump'
  /** The newest root that is held or offered has expired: nothing can be believed until a new one is offered. */
  | 'list.root-expired'
  /** A key that was denied before is missing from the new deny list. */
  | 'list.deny'
