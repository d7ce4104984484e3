import type { Usage } from '../dcc/types.ts'

/** `current` is the arc of the specification; `legacy` is the one with a stray 0 that was issued first and still is. */
export type UsageFamily = 'current' | 'legacy'

const arcs: Record<UsageFamily, string> = {
  current: '1.3.6.1.4.1.1847.2021.1.',
  legacy: '1.3.6.1.4.1.0.1847.2021.1.',
}

/** Last arc of each usage's object identifier (hcert §A.4). */
const usageNumbers: Record<Usage, number> = { test: 1, vaccination: 2, recovery: 3 }

/** Key purposes below these say which health document a key signs: ours, and ICAO's VDS-NC. */
const healthArcs: readonly string[] = [arcs.current, arcs.legacy, '2.23.136.1.1.14.']

/** Every usage, in the order in which a DocumentSigner names them. */
export const allUsages: readonly Usage[] = ['vaccination', 'test', 'recovery']

/** The object identifier that limits a DSC to one usage. */
export function usageOid(usage: Usage, family: UsageFamily): string {
  return arcs[family] + usageNumbers[usage]
}

/**
 * What a DSC may sign by the key purposes of its extended key usage (hcert §A.4). Without any, or with
 * purposes that are foreign to health documents only, it may sign all three. With purposes of another
 * health document only, it may sign none.
 */
export function usagesOf(keyPurposes: readonly string[]): readonly Usage[] {
  const named = allUsages.filter((usage) => names(keyPurposes, usage))
  if (named.length > 0) return named
  return keyPurposes.some((oid) => healthArcs.some((arc) => oid.startsWith(arc))) ? [] : allUsages
}

function names(keyPurposes: readonly string[], usage: Usage): boolean {
  return keyPurposes.includes(usageOid(usage, 'current')) || keyPurposes.includes(usageOid(usage, 'legacy'))
}
