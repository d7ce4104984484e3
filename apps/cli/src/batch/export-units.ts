import { type ExportUnit, releasedCertificates } from '@vaxcert/batch'
import type { Database } from '@vaxcert/records/database'
import { fileNames } from '../certificates/file-names.ts'
import type { Io } from '../io.ts'
import { rowProgress } from '../records/row-progress.ts'
import type { ExportFolder, ExportForm } from './export-folder.ts'
import { openExportUnit } from './export-forms.ts'

/** What an export came to. */
export interface ExportTally {
  /** Certificates written by this run. */
  readonly certificates: number
  /** Files and folders written by this run, and those that were there before. */
  readonly files: number
  readonly kept: number
  /** Certificates that have no page, by code. */
  readonly unprinted: ReadonlyMap<string, number>
}

export interface ExportJob {
  readonly ledger: Database
  readonly batch: number
  readonly units: readonly ExportUnit[]
  readonly form: ExportForm
  readonly signal: AbortSignal
  /** Time in the documents. */
  readonly at: Date
}

/**
 * Writes each unit that is not there yet: one certificate at a time is in memory.
 * @throws the signal's reason when it is aborted: what is whole stays
 */
export async function exportUnitsTo(folder: ExportFolder, job: ExportJob, io: Io): Promise<ExportTally> {
  const nameOf = fileNames()
  const progress = rowProgress(io.stderr, 'exporting')
  const tally = { certificates: 0, files: 0, kept: 0, unprinted: new Map<string, number>() }
  for (const unit of job.units) {
    const name = `${nameOf(titleOf(unit))}${job.form === 'ndjson' ? '.ndjson' : ''}`
    if (folder.has(name)) {
      tally.kept += 1
      continue
    }
    await exportUnit(folder, { name, unit, tally, told: progress }, job)
    tally.files += 1
  }
  progress()
  return tally
}

/** Chunks in the order of their numbers. */
function titleOf({ name, facility }: ExportUnit): string {
  return facility === undefined ? name.padStart(8, '0') : name
}

interface Piece {
  readonly name: string
  readonly unit: ExportUnit
  readonly tally: { certificates: number; unprinted: Map<string, number> }
  readonly told: (done: number) => void
}

async function exportUnit(folder: ExportFolder, { name, unit, tally, told }: Piece, job: ExportJob): Promise<void> {
  const { ledger, batch, form, signal, at } = job
  const file = await openExportUnit(folder.part(name), form, at)
  try {
    for await (const certificate of releasedCertificates(ledger, batch, unit)) {
      signal.throwIfAborted()
      const code = await file.add(certificate)
      if (code !== undefined) tally.unprinted.set(code, (tally.unprinted.get(code) ?? 0) + 1)
      tally.certificates += 1
      told(tally.certificates)
    }
  } finally {
    await file.close()
  }
  folder.finish(name)
}
