import { comparedFields, type Levels } from './compare.ts'
import type { MatchWeights } from './weights.ts'

/** How common a canonical name is: people who have it, of so many. */
export interface NameShare {
  readonly namesakes: number
  readonly people: number
}

/** Log2 of the odds that two are one person before anything is compared: one, of all who are in the register. */
export function priorBits(people: number): number {
  return -Math.log2(Math.max(1, people))
}

/** What the fields add to it, each by its level (Fellegi–Sunter). */
export function evidenceBits(levels: Levels, weights: MatchWeights, share?: NameShare): number {
  let bits = 0
  for (const field of comparedFields) bits += levelBits(levels, field, weights)
  return share === undefined ? bits : bits + rarityBits(levels, weights, share)
}

/** Log2 of the odds that two records are of one person. */
export function posteriorBits(levels: Levels, share: NameShare, weights: MatchWeights): number {
  return priorBits(share.people) + evidenceBits(levels, weights, share)
}

export function levelBits(levels: Levels, field: keyof Levels, { bits }: MatchWeights): number {
  return (bits[field] as Readonly<Record<string, number>>)[levels[field]] ?? 0
}

/** How much more, or less, than an average one a name is worth that both have. */
function rarityBits({ name }: Levels, { bits, rarity }: MatchWeights, { people, namesakes }: NameShare): number {
  if (people === 0 || (name !== 'equal' && name !== 'letters')) return 0
  const rare = Math.log2(people / Math.max(1, namesakes))
  return Math.min(rarity.most, Math.max(rarity.least, rare)) - bits.name.equal
}
