import { Fault, type IssueRequest } from '@vaxcert/core'
import type { DoseFile, DoseRow } from './dose-file.ts'
import { doseOf, fieldOf, personOf, requireFields } from './dose-row.ts'
import { timelinesOf } from './timelines.ts'

/**
 * Makes the request for the certificate of one row.
 * @throws Fault `record.shape`, `record.timeline`; what else a row may lack is for `issue` to refuse
 */
export type RequestOf = (row: DoseRow) => IssueRequest

/** Dose number and series come from the person's timeline in the whole file, never from `typed_dose_number`. */
export function requestsFrom(file: DoseFile): RequestOf {
  const field = fieldOf(file.columns)
  const timelines = timelinesOf(file, field)
  return (row) => {
    requireFields(row, field)
    const timeline = timelines.get(field(row, 'person_id')) ?? []
    if (timeline instanceof Fault) throw timeline
    return { person: personOf(row, field), dose: doseOf(row, field), timeline }
  }
}
