import { uciHash } from '@vaxcert/core/trust'
import type { RevokedCertificate } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import type { LedgerRow } from './ledger-export.ts'
import { isMistyped, spellings } from './spellings.ts'

export interface UvciOptions {
  /** Takes identifiers to the letter: other spellings are not added, and the check character is not looked at. */
  readonly exact: boolean
  /** Of the signers who may have signed; none where nobody knows. */
  readonly kids: readonly Uint8Array[]
  /** Last day on which the certificates can be valid, in days since 1970. */
  readonly lastDay?: number
}

/**
 * What revokes certificates by identifiers that somebody has typed.
 * @throws CommanderError with exit code 2 when one has a check character that does not fit it
 */
export function entriesOfUvcis(uvcis: readonly string[], options: UvciOptions): readonly RevokedCertificate[] {
  const { exact, kids, lastDay } = options
  const rest = lastDay === undefined ? {} : { lastDay }
  const signers = kids.length === 0 ? [{}] : kids.map((kid) => ({ kid }))
  return uvcis
    .flatMap((uvci) => (exact ? [uvci] : spellings(checked(uvci))))
    .flatMap((uvci) => signers.map((signer) => ({ type: 'UCI', hash: uciHash(uvci), ...rest, ...signer }) as const))
}

/** The rows of a ledger with one of these identifiers, in any spelling. */
export function rowsOfUvcis(
  uvcis: readonly string[],
  rows: readonly LedgerRow[],
  { exact }: Pick<UvciOptions, 'exact'>,
): readonly LedgerRow[] {
  const wanted = new Set(uvcis.flatMap((uvci) => (exact ? [uvci] : spellings(checked(uvci)))))
  return rows.filter(({ uvci }) => wanted.has(uvci))
}

/** Whether one of the rows is that of an identifier, in any spelling. */
export function knowsUvci(rows: readonly LedgerRow[], id: string, { exact }: Pick<UvciOptions, 'exact'>): boolean {
  const wanted = exact ? [id] : spellings(id)
  return rows.some(({ uvci }) => wanted.includes(uvci))
}

/** Doses that one facility gave on some days, both ends included: "2021-08-01" to "2021-08-14". */
export interface FacilityDays {
  readonly facility: string
  readonly from: string
  readonly until: string
}

/** The certificates of a facility. */
export function rowsOfFacility(rows: readonly LedgerRow[], days: FacilityDays): readonly LedgerRow[] {
  return rows.filter(({ facility, date = '' }) => facility === days.facility && days.from <= date && date <= days.until)
}

/** Whether a row is of the facility, and nobody can tell of which day. */
export function isUndated({ facility, date }: LedgerRow, wanted: string | undefined): boolean {
  return wanted !== undefined && facility === wanted && date === undefined
}

/** What revokes a certificate that a ledger tells of: its identifier stands there to the letter. */
export function entryOfRow({ uvci, kid, lastDay }: LedgerRow): RevokedCertificate {
  return { type: 'UCI', hash: uciHash(uvci), ...(kid && { kid }), ...(lastDay !== undefined && { lastDay }) }
}

function checked(uvci: string): string {
  if (uvci.trim() !== uvci || uvci === '') throw usageError('An identifier is empty, or has white space around it.')
  if (!isMistyped(uvci)) return uvci
  throw usageError('The check character of an identifier does not fit it. If it stands so in the certificate: --exact')
}
