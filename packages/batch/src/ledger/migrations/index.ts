import { ledger } from './0001-ledger.ts'
import { planning } from './0002-planning.ts'
import { standing } from './0003-standing.ts'
import { facility } from './0004-facility.ts'
import { chunkRange } from './0005-chunk-range.ts'

/** In their order, the first is number 1. None is ever changed: what it made stands in databases. */
export const migrations: readonly string[] = [ledger, planning, standing, facility, chunkRange]
