import { lotKey } from '../dose/lot-key.ts'
import type { CodeSets, Lot } from './code-sets.ts'

/** The lot of the register that a text names; undefined without a register. */
export function knownLot(text: string, { lots }: CodeSets): Lot | undefined {
  return lots.size === 0 || text === '' ? undefined : (lots.get(text) ?? lots.get(lotKey(text)))
}

const skeletons = new WeakMap<ReadonlyMap<string, Lot>, ReadonlyMap<string, Lot>>()

/** The one lot of the register that differs from a text only in letters that look like digits: O and 0, I, L and 1. */
export function likeLot(text: string, { lots }: CodeSets): Lot | undefined {
  if (lots.size === 0) return undefined
  const known = skeletons.get(lots) ?? makeSkeletons(lots)
  return known.get(skeleton(lotKey(text)))
}

function makeSkeletons(lots: ReadonlyMap<string, Lot>): ReadonlyMap<string, Lot> {
  const known = new Map<string, Lot>()
  const twice = new Set<string>()
  for (const [key, lot] of lots) {
    const bones = skeleton(key)
    if (known.has(bones)) twice.add(bones)
    known.set(bones, lot)
  }
  for (const bones of twice) known.delete(bones)
  skeletons.set(lots, known)
  return known
}

function skeleton(key: string): string {
  return key.replace(/O/g, '0').replace(/[IL]/g, '1')
}
