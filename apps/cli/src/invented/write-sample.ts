import { join } from 'node:path'
import { csvRow } from '@vaxcert/records/read'
import { textFile } from '../records/text-file.ts'
import { type Counts, openCounts } from './files/counts.ts'
import { type DoseFile, openDoses } from './files/doses-file.ts'
import { openFunnel } from './files/funnel-files.ts'
import { writeLists } from './files/lists.ts'
import { openPeople, type PeopleFiles } from './files/people-files.ts'
import { openTruth, type TruthFile } from './files/truth-file.ts'
import { groundOf, makeSample, type SampleSink } from './make-sample.ts'
import type { SamplePlan } from './plan.ts'

/** What was written. */
export interface SampleTally {
  readonly people: number
  /** Doses given on paper. */
  readonly given: number
  readonly rows: number
  readonly doubles: number
  readonly unreadable: number
  /** Errors that a rule can find, by rule. */
  readonly planted: Readonly<Record<string, number>>
  readonly undetectable: number
  readonly signed?: number
  readonly verified?: number
  readonly feedback?: number
}

/** Writes a sample into a folder that is there: the same files, byte for byte, for the same plan. */
export function writeSample(plan: SamplePlan, folder: string, progress: (rows: number) => void): SampleTally {
  const ground = groundOf(plan)
  writeLists(folder, ground)
  const doses: DoseFile = openDoses(join(folder, 'doses.csv'), ground.forms, plan)
  const truth: TruthFile = openTruth(join(folder, 'truth.ndjson'))
  const people: PeopleFiles = openPeople(folder, ground.province, plan.seed, truth)
  const counts: Counts = openCounts(ground.province)
  const funnel = plan.funnel === undefined ? undefined : openFunnel(folder, plan, plan.funnel)
  const sink: SampleSink = {
    person(person) {
      people.add(person)
      funnel?.person(person)
    },
    given: counts.add,
    row(row, number, double) {
      truth.row(row, number, { double, unreadable: doses.add(row) })
      funnel?.row(row)
      if (number % 10_000 === 0) progress(number)
    },
  }
  makeSample(plan, ground, sink)
  const file = textFile(join(folder, 'counts.csv'))
  for (const cells of counts.rows()) file.write(csvRow(cells))
  for (const open of [doses, truth, people, file]) open.close()
  return { people: people.count(), given: plan.given, ...truth.tally(), ...funnel?.close() }
}
