import { Fault } from '@vaxcert/core/fault'
import type { LedgerCode } from '../codes.ts'

/** SQLSTATE of disk_full, and what the embedded database says of a disk that takes nothing more. */
const FULL: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** serialization_failure, deadlock_detected, lock_not_available, too_many_connections. */
const BUSY: ReadonlySet<string> = new Set(['40001', '40P01', '55P03', '53300'])
/** unique_violation */
const TAKEN = '23505'
const SQLSTATE = /^[0-9A-Z]{5}$/

/**
 * What a database threw, as a Fault: its own words may quote what is stored, and are left out. What no database threw
 * goes on as it is.
 */
export function ledgerFault(error: unknown): unknown {
  if (error instanceof Fault)
    return error.code === 'database.lost' ? fault('ledger.lost', 'the session has ended') : error
  const code = codeOf(error)
  if (code === undefined) return error
  if (FULL.has(code)) return fault('ledger.full', 'no room on the disk')
  if (BUSY.has(code)) return fault('ledger.busy', 'another session is in the way')
  if (code === TAKEN) return fault('ledger.taken', 'there is one already')
  return isTold(error) && SQLSTATE.test(code) ? fault('ledger.refused', `SQLSTATE ${code}`) : error
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Errors of a database say how severe they are; those of the system do not. */
function isTold(error: unknown): boolean {
  return error instanceof Error && 'severity' in error
}

function fault(code: LedgerCode, detail: string): Fault<LedgerCode> {
  return new Fault(code, detail)
}
