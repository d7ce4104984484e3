import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCommunes } from '@vaxcert/records'
import { type Database, openEmbedded } from '@vaxcert/records/database'
import {
  type CommuneKeys,
  communeKeys,
  compare,
  declaredPeople,
  evidenceBits,
  knowledgeOf,
  type Levels,
  loadDoses,
  loadRegister,
  type MatchWeights,
  openSearch,
  type Pattern,
  priorBits,
  type RegisterSearch,
  readOldNumbers,
  type Wanted,
  wantedOf,
} from '@vaxcert/records/match'
import { fileSource } from '@vaxcert/records/read'
import { rowsToMatch } from '../../src/records/match-rows.ts'
import type { TruePeople } from './true-people.ts'

/** A declared person beside somebody of the register who shares a block. */
export interface Pair {
  readonly levels: Levels
  /** People of the register with the declared name. */
  readonly namesakes: number
  readonly isSame: boolean
}

export interface Pairs {
  readonly people: number
  readonly pairs: readonly Pair[]
  readonly strangers: readonly Pattern[]
}

const BATCH = 1_000
/** Strangers with whom each declared person is compared. */
const STRANGERS = 3

/** Every pair of a cleansed sample that shares a block, with what is true of it; and pairs drawn without looking. */
export async function pairsOf(folder: string, people: TruePeople): Promise<Pairs> {
  const file = (name: string): string => join(folder, name)
  const communes = communeKeys(readCommunes(readFileSync(file('communes.csv'), 'utf8')))
  const old = readOldNumbers(readFileSync(file('old-numbers.csv'), 'utf8'))
  const database = await openEmbedded()
  try {
    await loadRegister(fileSource(file('register.csv')), database)
    await loadDoses(asked(file('out')), each(old), communes, database)
    return await compareAll({ database, search: await openSearch(database), communes, people })
  } finally {
    await database.close()
  }
}

interface Means {
  readonly database: Database
  readonly search: RegisterSearch
  readonly communes: CommuneKeys
  readonly people: TruePeople
}

async function compareAll({ database, search, communes, people }: Means): Promise<Pairs> {
  const pairs: Pair[] = []
  const strangers: Pattern[] = []
  for await (const batch of declaredPeople(database, BATCH)) {
    const wanted = batch.map(wantedOf)
    const hints = await knowledgeOf(database).hints(batch)
    const found = await search.candidates(wanted)
    const namesakes = await search.namesakes([...new Set(wanted.map(({ name }) => name))])
    for (const [at, one] of wanted.entries()) {
      const { currentNumbers = [] } = hints[at] ?? {}
      const person = people.get(batch[at]?.person ?? 0)
      for (const candidate of found[at] ?? []) {
        const { levels } = compare(one, candidate, currentNumbers, communes)
        pairs.push({ levels, namesakes: namesakes.get(one.name) ?? 0, isSame: candidate.number === person?.number })
      }
      strangers.push(...strangersOf(one, at, found, communes))
    }
  }
  return { people: await search.size(), pairs, strangers }
}

/** Candidates of others in the batch: drawn without regard to this one. */
function strangersOf(
  one: Wanted,
  at: number,
  found: Awaited<ReturnType<RegisterSearch['candidates']>>,
  communes: CommuneKeys,
): readonly Pattern[] {
  return Array.from({ length: STRANGERS }, (_, nth) => found[(at + 7 + 31 * nth) % found.length]?.[0]).flatMap(
    (other) => (other === undefined ? [] : [{ levels: compare(one, other, [], communes).levels, count: 1 }]),
  )
}

async function* asked(folder: string) {
  for await (const row of rowsToMatch(folder)) if (row.way === 'asked') yield row
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** A range of posterior bits, and how many of its pairs are truly of one person. */
export interface Bucket {
  readonly from: number
  pairs: number
  same: number
  /** How many the bits say. */
  expected: number
}

const bounds = [Number.NEGATIVE_INFINITY, -20, -10, -5, -2, 2, 5, 10, 15, 20, 30] as const

/** Whether bits mean what they say: of all pairs, by their posterior. */
export function reliability({ people, pairs }: Pairs, weights: MatchWeights): readonly Bucket[] {
  const buckets = bounds.map<Bucket>((from) => ({ from, pairs: 0, same: 0, expected: 0 }))
  for (const { levels, namesakes, isSame } of pairs) {
    const bits = priorBits(people) + evidenceBits(levels, weights, { people, namesakes })
    const bucket = buckets.findLast(({ from }) => bits >= from)
    if (bucket === undefined) continue
    bucket.pairs += 1
    if (isSame) bucket.same += 1
    bucket.expected += 1 / (1 + 2 ** -bits)
  }
  return buckets
}
