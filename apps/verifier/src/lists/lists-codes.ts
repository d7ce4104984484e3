import type { ListCode } from '@vaxcert/core/trust'

/** Why there are no new lists, or none at all. What is held and whole goes on being used. */
export type ListsTrouble =
  | ListCode
  /** Nothing has been accepted yet. */
  | 'held.empty'
  /** What this device kept is not what was written; an older copy is used, or none. */
  | 'held.damaged'
  /** Another page took over other lists at the same time. */
  | 'held.busy'
  /** A piece of the revocation list was missing where the lists came from. */
  | 'held.piece-missing'
  /** This browser keeps nothing for us: private mode, or switched off. */
  | 'store.unavailable'
  /** No room on this device. */
  | 'store.full'
  /** Nobody answered in time, or with an error. */
  | 'source.unreachable'
  /** The chosen file is no pack of lists. */
  | 'pack.shape'
  /** The chosen file went away while it was read. */
  | 'pack.unreadable'
  /** The app was built or deployed without its settings or its root. */
  | 'config.shape'

/** Why nothing can be kept. */
export type StoreTrouble = Extract<ListsTrouble, `store.${string}`>

/** What came of an attempt to get newer lists. */
export type UpdateOutcome =
  | { readonly kind: 'updated' }
  /** Those offered are those that are held. */
  | { readonly kind: 'unchanged' }
  /** They are in use, but this device did not keep them: they are gone when the page closes. */
  | { readonly kind: 'unkept'; readonly code: StoreTrouble }
  | { readonly kind: 'failed'; readonly code: ListsTrouble }
