import { comparedFields, type MatchWeights } from '@vaxcert/records/match'
import type { MatchedPart } from './matched-part.ts'
import type { Bucket } from './pairs.ts'

/** One sample of a calibration. */
export interface Calibrated {
  readonly seed: number
  readonly dirt: string
  readonly matched: MatchedPart
  readonly start: readonly Bucket[]
  readonly estimated: readonly Bucket[]
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`
}

/** Each level's bits: start, and as estimated. */
export function weightsTable(start: MatchWeights, tuned: MatchWeights): string {
  const rows = comparedFields.map((field) => {
    const [before, after] = [start.bits[field], tuned.bits[field]] as Readonly<Record<string, number>>[]
    const levels = Object.keys(before ?? {}).filter((level) => level !== 'silent')
    const said = levels.map((level) => `${level} ${before?.[level]} → ${after?.[level]?.toFixed(1)}`)
    return `  ${field.padEnd(10)} ${said.join(', ')}`
  })
  return ['Bits, start → estimated without being told:', ...rows, ''].join('\n')
}

/** Per sample: right ones that are wrong, and how often the best candidate of each class is the true person. */
export function classTable(results: readonly Calibrated[]): string {
  const lines = results.map(({ seed, dirt, matched: { summary, wrongRight, classes } }) => {
    const { doses, right, wrong, unknown, elsewhere } = summary
    const each = Object.entries(classes).map(
      ([name, one]) => `${name} ${one.doses} (${percent(one.true, one.doses)} true)`,
    )
    const found = classes.B.true + classes.C.true
    return (
      `  seed ${seed} ${dirt}: ${doses} doses, right ${right} (${wrongRight} of somebody else), wrong ${wrong}, unknown ${unknown}, ` +
      `elsewhere ${elsewhere}; ${each.join(', ')}; of the wrong ones found in B or C ${percent(found, wrong)}`
    )
  })
  return ['Classes (A is never decided by bits):', ...lines, ''].join('\n')
}

/** All samples together: of the pairs in a range of bits, how many are of one person, and how many the bits say. */
export function reliabilityTable(results: readonly Calibrated[]): string {
  const line = (name: 'start' | 'estimated') => (_: unknown, at: number) => {
    const all = results.map((result) => result[name][at]).filter((bucket) => bucket !== undefined)
    const sum = (of: 'pairs' | 'same' | 'expected') => all.reduce((total, bucket) => total + bucket[of], 0)
    const from = all[0]?.from ?? 0
    const range = Number.isFinite(from) ? `from ${from}` : 'below'
    return `  ${range.padEnd(10)} ${String(sum('pairs')).padStart(8)} pairs  true ${percent(sum('same'), sum('pairs')).padStart(9)}  said ${percent(sum('expected'), sum('pairs')).padStart(9)}`
  }
  const table = (name: 'start' | 'estimated') => results[0]?.[name].map(line(name)) ?? []
  return [
    'Posterior bits, start values:',
    ...table('start'),
    'Posterior bits, estimated values:',
    ...table('estimated'),
    '',
  ].join('\n')
}
