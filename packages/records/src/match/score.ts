import { comparedFields, type Levels } from './compare.ts'
import type { MatchWeights } from './weights.ts'

/** How common a canonical name is: people who have it, of so many. */
export interface NameShare {
  readonly namesakes: number
  readonly people: number
}

/**
 * Log2 of the odds that two records are of one person (Fellegi–Sunter): what was likely before, one of all who are in the
 * register, and what each field adds.
 */
export function posteriorBits(levels: Levels, share: NameShare, weights: MatchWeights): number {
  let bits = -Math.log2(Math.max(1, share.people))
  for (const field of comparedFields) bits += fieldBits(levels, field, share, weights)
  return bits
}

function fieldBits(levels: Levels, field: keyof Levels, share: NameShare, { bits, rarity }: MatchWeights): number {
  const level = levels[field]
  const worth = (bits[field] as Readonly<Record<string, number>>)[level] ?? 0
  if (field !== 'name' || share.people === 0 || (level !== 'equal' && level !== 'letters')) return worth
  const rare = Math.log2(share.people / Math.max(1, share.namesakes))
  return Math.min(rarity.most, Math.max(rarity.least, rare)) + worth - bits.name.equal
}
