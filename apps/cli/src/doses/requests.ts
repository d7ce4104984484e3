import { type Dose, Fault, type IssueRequest, seriesOf } from '@vaxcert/core'
import type { DoseFile, DoseRow } from './dose-file.ts'
import { doseOf, fieldOf, personOf, requireFields } from './dose-row.ts'
import { timelinesOf } from './timelines.ts'

/**
 * Makes the request for the certificate of one row.
 * @throws Fault `record.shape`, `record.timeline`; what else a row may lack is for `issue` to refuse
 */
export type RequestOf = (row: DoseRow) => IssueRequest

/**
 * Dose number and series come from the person's timeline in the whole file, never from `typed_dose_number`. A `dose_number`
 * was reckoned by a cleansing over all rows of the person: where this file gives another, it does not hold them all.
 */
export function requestsFrom(file: DoseFile): RequestOf {
  const field = fieldOf(file.columns)
  const timelines = timelinesOf(file, field)
  return (row) => {
    requireFields(row, field)
    const timeline = timelines.get(field(row, 'person_id')) ?? []
    if (timeline instanceof Fault) throw timeline
    const dose = doseOf(row, field)
    requireNumber(field(row, 'dose_number'), dose, timeline)
    return { person: personOf(row, field), dose, timeline }
  }
}

function requireNumber(reckoned: string, dose: Dose, timeline: readonly Dose[]): void {
  if (reckoned === '' || reckoned === `${seriesOf(timeline).get(dose.id)?.dn}`) return
  throw new Fault('record.timeline', 'its dose number is another: doses of this person are not in the file')
}
