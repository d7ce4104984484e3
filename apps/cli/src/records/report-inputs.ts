import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type Confirmation, readConfirmation } from '@vaxcert/records/confirm'
import { isClosed } from '@vaxcert/records/correct'
import { fileSource, type RecordSource } from '@vaxcert/records/read'
import { type CleansedFiles, type Gathered, type MatchCounts, namedRows } from '@vaxcert/records/report'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { readHistory } from './history-file.ts'

/** A file that is there. @throws CommanderError with exit code 2 for one that is not */
export function sourceAt(path: string, io: Io): RecordSource {
  const whole = resolve(io.cwd, path)
  if (!existsSync(whole)) throw usageError(`${printable(path)} is not there.`)
  return fileSource(whole)
}

export function cleansedFiles(folder: string, io: Io): CleansedFiles {
  const source = (name: string): RecordSource => sourceAt(join(folder, name), io)
  return {
    ...{ clean: source('clean.csv'), listed: source('listed.csv') },
    ...{ refused: source('refused.csv'), doubles: source('doubles.csv') },
  }
}

/**
 * Holds what was counted against what `cleanse` said of its own run.
 * @throws Fault `report.cleansed` where files of two runs lie in one folder, or one was cut
 */
export function requireWhole(folder: string, { rows }: Gathered, io: Io): void {
  const said = summaryOf(folder, 'report.cleansed', io)
  const names = ['rows', 'clean', 'listed', 'refused'] as const
  if (names.some((name) => said[name] !== rows?.[name])) {
    throw new Fault('report.cleansed', 'the files hold other numbers of rows than their summary.json says')
  }
}

/** What summary.json of `match` says. @throws Fault `report.matched` */
export function matchCounts(folder: string, io: Io): MatchCounts {
  const { right, wrong, unknown, elsewhere, byClass = {} } = summaryOf(folder, 'report.matched', io)
  const counts = [right, wrong, unknown, elsewhere, ...Object.values(byClass as object)]
  if (!counts.every((count) => Number.isSafeInteger(count)))
    throw new Fault('report.matched', 'its summary lacks counts')
  return { right, wrong, unknown, elsewhere, byClass } as MatchCounts
}

/** Reports of citizens: the history that `correct` keeps, or a table with `report` and `processed`, a day or nothing. */
export async function feedbackOf(path: string, io: Io): Promise<{ received: number; processed: number }> {
  const source = sourceAt(path, io)
  if (/\.(?:nd)?jsonl?$/i.test(path)) {
    const { reports } = await readHistory(path, io)
    return { received: reports.size, processed: [...reports.values()].filter(isClosed).length }
  }
  const counted = { received: 0, processed: 0 }
  for await (const [, processed] of namedRows(source, ['report', 'processed'], 'report.feedback')) {
    counted.received += 1
    if (processed !== '') counted.processed += 1
  }
  return counted
}

/** Whether doses are told by confirmations, or by a table with `dose_id`. */
export function isFolder(path: string, io: Io): boolean {
  return existsSync(resolve(io.cwd, path)) && statSync(resolve(io.cwd, path)).isDirectory()
}

/** Identifiers of the doses of a table, or of a folder of confirmations, *.json. */
export async function* confirmedIds(path: string, io: Io): AsyncGenerator<string> {
  const source = isFolder(path, io) ? undefined : sourceAt(path, io)
  if (source !== undefined) {
    for await (const [id] of namedRows(source, ['dose_id'], 'report.confirmed')) yield id
  } else {
    for (const name of readdirSync(resolve(io.cwd, path)).toSorted()) {
      if (name.endsWith('.json')) for (const [id] of confirmationAt(resolve(io.cwd, path, name)).doses) yield id
    }
  }
}

function confirmationAt(path: string): Confirmation {
  return readConfirmation(readFileSync(path, 'utf8'))
}

function summaryOf(folder: string, fault: string, io: Io): Readonly<Record<string, unknown>> {
  const path = resolve(io.cwd, folder, 'summary.json')
  if (!existsSync(path)) throw usageError(`${printable(join(folder, 'summary.json'))} is not there.`)
  try {
    const said: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>
  } catch {}
  throw new Fault(fault, 'its summary.json is none')
}
