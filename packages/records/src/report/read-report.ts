import { Fault } from '@vaxcert/core/fault'
import { isDay } from '../dates/days.ts'
import type { Backlog, BacklogKind } from './backlogs.ts'
import { backlogKinds } from './backlogs.ts'
import type { Snapshot } from './burn-down.ts'

const MOST_TEXT = 64 * 1024 * 1024

/**
 * What an earlier report, report.json, says was open on its day.
 * @throws Fault `report.earlier` where it is none of ours, or of a version that is not known
 */
export function readSnapshot(json: string): Snapshot {
  if (json.length > MOST_TEXT) throw unreadable()
  const { format, version, asOf, backlogs } = objectOf(parse(json))
  if (format !== 'vaxcert-report' || version !== 1 || !isWritten(asOf) || !Array.isArray(backlogs)) throw unreadable()
  const read = backlogs.map(readBacklog)
  if (new Set(read.map(({ kind }) => kind)).size < read.length) throw unreadable()
  return { day: asOf, backlogs: read }
}

function readBacklog(value: unknown): Backlog {
  const { kind: told, doses, of } = objectOf(value)
  const kind = backlogKinds.find((one): one is BacklogKind => one === told)
  if (kind === undefined || !isCount(doses) || !isCount(of)) throw unreadable()
  return { kind, doses, of }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isWritten(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  return isDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)))
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw unreadable()
  return value as Record<string, unknown>
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw unreadable()
  }
}

function unreadable(): Fault<'report.earlier'> {
  return new Fault('report.earlier', 'not a report.json of version 1')
}
