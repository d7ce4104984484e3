import type { ReadonlySignal } from '@preact/signals'
import type { ChunkSource, ListsAge, Snapshot } from '@vaxcert/core/trust'
import type { ListsTrouble, UpdateOutcome } from './lists-codes.ts'

/** The lists that this device holds: from IndexedDB, checked anew at each start, renewed in the background. */
export interface Lists {
  /** Undefined until something was accepted that can still be believed. */
  readonly held: ReadonlySignal<Snapshot | undefined>
  /** Why nothing newer is held, or why it is not kept; undefined when the last attempt went well. */
  readonly trouble: ReadonlySignal<ListsTrouble | undefined>
  /**
   * How old they are; undefined without lists. Who draws it is told of newer lists. Remembers `now`, so that a clock
   * set back is noticed.
   */
  age(now: Date): ListsAge | undefined
  /** Reads what is held, and looks for newer lists from then on: now, every 30 minutes, when a network comes. */
  start(): Promise<void>
  /** Looks for newer lists at the configured address. Never rejects. */
  update(): Promise<UpdateOutcome>
  /** Takes over a pack of lists (one file). Never rejects. */
  importFile(file: Blob): Promise<UpdateOutcome>
  /** Takes over the files of a published folder, as a folder picker gives them. Never rejects. */
  importFolder(files: readonly File[]): Promise<UpdateOutcome>
  /** Pieces of the revocation list, from the device alone. */
  readonly chunks: ChunkSource
}
