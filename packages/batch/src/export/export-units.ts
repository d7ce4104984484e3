import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'

/** Doses of a batch whose certificates are given out together: those of a chunk, or of a facility. */
export interface ExportUnit {
  /** Number of the chunk, or code of the facility. */
  readonly name: string
  readonly firstNo: number
  readonly lastNo: number
  /** Of the doses between, only those of this one. */
  readonly facility?: string
}

const CHUNKS = `
  select chunk_id::text as name, first_no::float8 as "firstNo", last_no::float8 as "lastNo"
  from vaxcert.chunk where batch_id = $1 and state = 'released' order by chunk_id`

/** Planning numbers doses by facility, so its doses mostly lie side by side. */
const FACILITIES = `
  select facility as name, facility, min(dose_no)::float8 as "firstNo", max(dose_no)::float8 as "lastNo"
  from vaxcert.dose where batch_id = $1 group by facility order by facility collate "C"`

/**
 * What there is to give out of a batch: each released chunk, or each facility, in an order that never changes.
 * @throws Fault `ledger.*`
 */
export function exportUnits(
  database: Database,
  batch: number,
  by: 'chunk' | 'facility',
): Promise<readonly ExportUnit[]> {
  return inLedger(database.query<ExportUnit>(by === 'chunk' ? CHUNKS : FACILITIES, [batch]))
}
