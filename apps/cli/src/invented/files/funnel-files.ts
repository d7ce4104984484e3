import { join } from 'node:path'
import { csvRow } from '@vaxcert/records/read'
import { textFile } from '../../records/text-file.ts'
import { LAST_DAY } from '../days.ts'
import type { Person } from '../people/person.ts'
import type { Funnel, SamplePlan } from '../plan.ts'
import { fittingQuota } from '../quota.ts'
import { randomOf } from '../random.ts'
import type { SampleRow } from '../sample-row.ts'

/** What happened to the doses and people of a province after they were entered. */
export interface FunnelFiles {
  person(person: Person): void
  row(row: SampleRow): void
  close(): { readonly signed: number; readonly verified: number; readonly feedback: number }
}

/** So many of a thousand rows have nothing that keeps them from being signed, about. */
const FIT = 930
/** The police come to one in so many people, until all that were to be verified are. */
const EACH_OF = 4

/** signed.csv, verified.csv, feedback.csv: as many as the plan says, exactly. Rows with nothing wrong are signed first. */
export function openFunnel(folder: string, plan: SamplePlan, funnel: Funnel): FunnelFiles {
  const signed = textFile(join(folder, 'signed.csv'))
  const verified = textFile(join(folder, 'verified.csv'))
  const signs = fittingQuota(funnel.signed, plan.entered, FIT, randomOf(plan.seed, 108))
  const tally = { signed: 0, verified: 0, feedback: funnel.feedback }
  signed.write(csvRow(['dose_id']))
  verified.write(csvRow(['person_id']))
  writeFeedback(folder, funnel.feedback, plan.seed)
  return {
    person({ id }) {
      if (id % EACH_OF !== 0 || tally.verified === funnel.verified) return
      verified.write(csvRow([`P${String(id).padStart(8, '0')}`]))
      tally.verified += 1
    },
    row({ cells, planted }) {
      if (!signs.next(planted.length === 0)) return
      signed.write(csvRow([cells.dose_id]))
      tally.signed += 1
    },
    close() {
      for (const file of [signed, verified]) file.close()
      return tally
    },
  }
}

function writeFeedback(folder: string, count: number, seed: number): void {
  const file = textFile(join(folder, 'feedback.csv'))
  const random = randomOf(seed, 109)
  file.write(csvRow(['report', 'kind', 'received', 'processed']))
  for (let at = 1; at <= count; at += 1) {
    const kind = random.pick(['no-certificate', 'missing-dose', 'wrong-data', 'not-mine'])
    const received = `2022-0${1 + random.below(4)}-${String(1 + random.below(28)).padStart(2, '0')}`
    file.write(csvRow([`R${String(at).padStart(6, '0')}`, kind, received, LAST_DAY]))
  }
  file.close()
}
