import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits2022, seriesPolicy2022 } from '@vaxcert/records'
import { noMapping } from '@vaxcert/records/read'
import { openEmbedded, setFindings, setRules } from '@vaxcert/records/sets'
import { planOf } from '../../src/invented/plan.ts'
import { writeSample } from '../../src/invented/write-sample.ts'
import { readCodeLists } from '../../src/records/code-lists.ts'
import { confirmedOf, readDecisions } from '../../src/records/decisions.ts'
import { type CleanseSummary, runCleanse } from '../../src/records/run-cleanse.ts'
import { countsOf } from './counts.ts'
import type { Part } from './parts.ts'

const quiet = { survey: (): void => {}, rows: (): void => {} }

/** Makes a sample in a folder, cleanses it with every rule, and holds it against what is true. */
export async function heldAgainstTruth({ doses, seed, dirt }: Part, folder: string): Promise<CleanseSummary> {
  writeSample(planOf(doses, seed, dirt), folder, quiet.rows)
  const file = (name: string): string => join(folder, name)
  const lists = { lots: 'lots.csv', facilities: 'facilities.csv', communes: 'communes.csv', cancelled: 'cancelled.csv' }
  const codes = readCodeLists(lists, folder)
  const confirmed = confirmedOf(readDecisions(readFileSync(file('decisions.json'), 'utf8')))
  const database = await openEmbedded()
  const measures = { limits: limits2022, codes, policy: seriesPolicy2022, given: countsOf(file('counts.csv')) }
  try {
    return await runCleanse(
      {
        ...{ paths: [file('doses.csv')], mapping: noMapping, out: folder, truth: file('truth.ndjson') },
        knowing: { limits: limits2022, codes, today: '2022-05-31', confirmed },
        set: { rules: setRules, stage: (rows) => setFindings(rows, measures, database) },
      },
      quiet,
    )
  } finally {
    await database.close()
  }
}
