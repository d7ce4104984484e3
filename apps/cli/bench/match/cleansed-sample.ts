import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits2022 } from '@vaxcert/records'
import { noMapping } from '@vaxcert/records/read'
import { planOf } from '../../src/invented/plan.ts'
import { writeSample } from '../../src/invented/write-sample.ts'
import { makeFolder } from '../../src/make-folder.ts'
import { readCodeLists } from '../../src/records/code-lists.ts'
import { confirmedOf, readDecisions } from '../../src/records/decisions.ts'
import { runCleanse } from '../../src/records/run-cleanse.ts'
import type { Part } from '../truth/parts.ts'

const quiet = { survey: (): void => {}, rows: (): void => {} }

/**
 * Makes a sample in a folder, and cleanses it into `out` below by the rules that one row decides. Doubles and numbers of
 * several people stay among the rows: matching has more to get wrong so.
 */
export async function cleansedSample({ doses, seed, dirt }: Part, folder: string): Promise<string> {
  writeSample(planOf(doses, seed, dirt), folder, quiet.rows)
  const lists = { lots: 'lots.csv', facilities: 'facilities.csv', communes: 'communes.csv', cancelled: 'cancelled.csv' }
  const confirmed = confirmedOf(readDecisions(readFileSync(join(folder, 'decisions.json'), 'utf8')))
  const knowing = { limits: limits2022, codes: readCodeLists(lists, folder), today: '2022-05-31', confirmed }
  const out = join(folder, 'out')
  makeFolder(out)
  await runCleanse({ paths: [join(folder, 'doses.csv')], mapping: noMapping, out, knowing }, quiet)
  return out
}
