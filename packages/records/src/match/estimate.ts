import { comparedFields, type Levels } from './compare.ts'
import { evidenceBits, priorBits } from './score.ts'
import type { MatchWeights } from './weights.ts'

/** Pairs that agree in the same way. */
export interface Pattern {
  readonly levels: Levels
  readonly count: number
  /** What somebody decided of them; absent where nobody did. */
  readonly isSame?: boolean
}

export interface Sample {
  /** Pairs that share a block, looked at or not. */
  readonly candidates: readonly Pattern[]
  /** Pairs drawn at random: nearly none is of one person. */
  readonly strangers: readonly Pattern[]
  /** How many people the register holds. */
  readonly people: number
}

const ROUNDS = 25
/** A level that was seen less often on either side keeps the weight that it had. */
const FEWEST = 20

/**
 * Weights re-estimated: how often strangers agree is counted; how often a person agrees with itself follows by expectation
 * and maximisation (Dempster, Laird and Rubin, 1977), of those that nobody decided. Bits within the bounds of start values
 * that were seen too rarely stay. Pairs that share no block are never seen: what is estimated holds for those that do.
 */
export function estimateWeights({ candidates, strangers, people }: Sample, start: MatchWeights): MatchWeights {
  const chance = shares(strangers, () => 1)
  let weights: MatchWeights = { ...start, version: `${start.version}+estimated` }
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = weights
    const own = shares(candidates, (pattern) => likelihood(pattern, people, now))
    weights = { ...now, bits: reweighted(own, chance, start) }
  }
  return weights
}

/** How likely a pair is of one person. */
function likelihood({ levels, isSame }: Pattern, people: number, weights: MatchWeights): number {
  if (isSame !== undefined) return isSame ? 1 : 0
  return 1 / (1 + 2 ** -(priorBits(people) + evidenceBits(levels, weights)))
}

interface Seen {
  readonly times: number
  readonly share: number
}

type Shares = ReadonlyMap<string, Seen>

/** Of each field and level, among the pairs in which the field is not silent. */
function shares(patterns: readonly Pattern[], weigh: (pattern: Pattern) => number): Shares {
  const [times, all] = [new Map<string, number>(), new Map<string, number>()]
  for (const pattern of patterns) {
    const weight = pattern.count * weigh(pattern)
    for (const field of comparedFields) {
      if (pattern.levels[field] === 'silent') continue
      add(times, `${field} ${pattern.levels[field]}`, weight)
      add(all, field, weight)
    }
  }
  return new Map(
    [...times].map(([key, count]) => [
      key,
      { times: count, share: count / (all.get(key.slice(0, key.indexOf(' '))) ?? 1) },
    ]),
  )
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function reweighted(own: Shares, chance: Shares, { bits }: MatchWeights): MatchWeights['bits'] {
  const fields = Object.entries(bits).map(([field, levels]) => [
    field,
    Object.fromEntries(
      Object.entries(levels).map(([level, before]) => {
        const [mine, theirs] = [own.get(`${field} ${level}`), chance.get(`${field} ${level}`)]
        const isSeen = mine !== undefined && theirs !== undefined && mine.times >= FEWEST && theirs.times >= FEWEST
        return [level, isSeen ? Math.log2(mine.share / theirs.share) : before]
      }),
    ),
  ])
  return Object.fromEntries(fields) as MatchWeights['bits']
}
