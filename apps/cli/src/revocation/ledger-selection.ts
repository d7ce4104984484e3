import type { RevokedCertificate } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import type { LedgerExport } from './ledger-export.ts'
import { entryOfRow, isUndated, knowsUvci, rowsOfFacility, rowsOfUvcis } from './uvci-entries.ts'

/** What is looked up in a ledger. */
export interface LedgerOptions {
  readonly uvci: readonly string[]
  readonly exact: boolean
  readonly facility?: string
  readonly from?: string
  readonly until?: string
}

export interface LedgerSelection {
  readonly entries: readonly RevokedCertificate[]
  /** Sentences about what was meant and may not be among them; none where nothing was lost. */
  readonly lost: readonly string[]
}

/**
 * The rows of a ledger that are meant.
 * @throws CommanderError with exit code 2 for a facility without days, and as `rowsOfUvcis`
 */
export function selectInLedger(options: LedgerOptions, ledger: LedgerExport): LedgerSelection {
  const { facility, uvci } = options
  const rows = [
    ...rowsOfUvcis(uvci, ledger.rows, options),
    ...(facility === undefined ? [] : rowsOfFacility(ledger.rows, { facility, ...daysOf(options) })),
  ]
  const lost = [
    ...unreadableLines(ledger),
    ...countLost(
      uvci.filter((id) => !knowsUvci(rows, id, options)).length,
      'identifiers that the ledger does not know',
    ),
    ...countLost(ledger.rows.filter((row) => isUndated(row, facility)).length, 'rows of the facility without a date'),
    ...(rows.length === 0 ? ['no row of the ledger is meant.'] : []),
  ]
  return { entries: rows.map(entryOfRow), lost }
}

function daysOf({ from, until }: LedgerOptions): { readonly from: string; readonly until: string } {
  if (from !== undefined && until !== undefined) return { from, until }
  throw usageError('--facility needs the days of its doses: --from and --until.')
}

function unreadableLines({ unreadable }: LedgerExport): readonly string[] {
  const [first] = unreadable
  return first === undefined
    ? []
    : [`${unreadable.length} rows of the ledger cannot be read, the first on line ${first}.`]
}

function countLost(number: number, what: string): readonly string[] {
  return number === 0 ? [] : [`${what}, not taken: ${number}.`]
}
