/** Why a held folder cannot be used. Nothing of it is then believed. */
export type HeldCode =
  /** No root is pinned there, or nothing has been accepted yet. */
  | 'held.empty'
  /** A file of it is missing, or is not what was written. */
  | 'held.damaged'
  /** Its root is not the one that was given to pin. */
  | 'held.other-root'
  /** A piece of the revocation list was missing where the lists came from. */
  | 'held.piece-missing'
  /** Another update changed it at the same time. */
  | 'held.busy'
