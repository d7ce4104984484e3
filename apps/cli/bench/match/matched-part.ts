import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCommunes } from '@vaxcert/records'
import { openEmbedded } from '@vaxcert/records/database'
import { communeKeys, type MatchWeights, readOldNumbers } from '@vaxcert/records/match'
import { fileSource, tableRows } from '@vaxcert/records/read'
import { makeFolder } from '../../src/make-folder.ts'
import { type MatchSummary, runMatch } from '../../src/records/run-match.ts'
import type { TruePeople } from './true-people.ts'

/** A class of open people, held against the truth. */
export interface ClassTruth {
  doses: number
  /** Doses whose best candidate is the true person. */
  true: number
}

/** What came of one sample. */
export interface MatchedPart {
  readonly summary: MatchSummary
  /** Doses called right that are of somebody else: there must be none. */
  readonly wrongRight: number
  /** Doses asked about whose person the register knows as they truly are: those that could be found. */
  readonly findable: number
  readonly classes: Readonly<Record<'B' | 'C' | 'D' | 'E', ClassTruth>>
}

const quiet = { doses: (): void => {}, people: (): void => {} }

/** Matches a cleansed sample as `vaxcert match --search` does, and holds it against what is true. */
export async function matchedAgainstTruth(
  folder: string,
  people: TruePeople,
  weights: MatchWeights,
): Promise<MatchedPart> {
  const file = (name: string): string => join(folder, name)
  const out = file('matched')
  makeFolder(out)
  const database = await openEmbedded()
  try {
    const plan = {
      ...{ cleansed: file('out'), register: file('register.csv'), out, weights, isSearched: true },
      communes: communeKeys(readCommunes(readFileSync(file('communes.csv'), 'utf8'))),
      oldNumbers: readOldNumbers(readFileSync(file('old-numbers.csv'), 'utf8')),
      mostQuestions: Number.MAX_SAFE_INTEGER,
      now: () => new Date('2022-05-31T08:00:00Z'),
    }
    const summary = await runMatch(plan, database, quiet)
    return { summary, ...(await rightOnes(out, people)), ...(await openOnes(out, people)) }
  } finally {
    await database.close()
  }
}

async function rightOnes(out: string, people: TruePeople): Promise<Pick<MatchedPart, 'wrongRight'>> {
  let wrongRight = 0
  for await (const cell of rowsOf(join(out, 'right.csv'))) {
    if (cell('id_number') !== people.get(Number(cell('row')))?.number) wrongRight += 1
  }
  return { wrongRight }
}

async function openOnes(out: string, people: TruePeople): Promise<Pick<MatchedPart, 'findable' | 'classes'>> {
  const none = (): ClassTruth => ({ doses: 0, true: 0 })
  const classes = { B: none(), C: none(), D: none(), E: none() }
  let findable = 0
  for await (const cell of rowsOf(join(out, 'wrong.csv'))) {
    const found = classes[cell('class') as keyof typeof classes]
    const person = people.get(Number(cell('row')))
    found.doses += 1
    if (person?.nationality === 'VN') findable += 1
    if (cell('register_id_number') === person?.number) found.true += 1
  }
  return { findable, classes }
}

async function* rowsOf(path: string): AsyncGenerator<(name: string) => string> {
  let headings: readonly string[] | undefined
  for await (const batch of tableRows(fileSource(path), 'row')) {
    for (const { cells = [] } of batch) {
      if (headings === undefined) headings = cells
      else {
        const columns = headings
        yield (name) => cells[columns.indexOf(name)] ?? ''
      }
    }
  }
}
