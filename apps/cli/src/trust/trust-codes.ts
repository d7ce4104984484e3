import type { ListCode } from '@vaxcert/core/trust'
import type { ForeignCode } from '@vaxcert/core/trust/import'
import type { PublishCode } from '@vaxcert/core/trust/publish'
import type { HeldCode } from '../snapshot/held-codes.ts'

/** Why lists are not built, signed or published from the command line, beside what the library says. */
export type StageCode =
  /** There is nothing in the folder that could be signed or published. */
  | 'stage.empty'
  /** The staged root or the lists were made for another publication. */
  | 'stage.other-roots'
  /** No root names this key. */
  | 'stage.no-role'
  /** A piece of the revocation list lies neither with the staged lists nor with the published ones. */
  | 'stage.piece-missing'
  /** What is staged says that it was made at a time that has not come. */
  | 'stage.from-future'
  /** Something staged lies in the folder already. */
  | 'stage.not-empty'

/** Why a foreign list is not imported, beside what the library says. */
export type ImportCode =
  /** None of its keys can be used. */
  'source.empty'

/** Everything that the commands on lists answer with. */
export type TrustCode = ListCode | PublishCode | HeldCode | StageCode | ForeignCode | ImportCode
