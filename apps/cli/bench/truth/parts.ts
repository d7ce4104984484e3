import type { Dirt } from '../../src/invented/column-forms.ts'

/** A sample that is cleansed by itself: its errors follow from seed and dirt. */
export interface Part {
  readonly doses: number
  readonly seed: number
  readonly dirt: Dirt
}

interface Wanted {
  readonly rows: number
  readonly part: number
  readonly seeds: readonly number[]
  readonly dirt: readonly string[]
}

/** Each seed and dirt as often as makes the rows, under seeds of their own: 9001, then 9001 + 10 000 and so on. */
export function partsOf({ rows, part, seeds, dirt }: Wanted): readonly Part[] {
  const kinds = seeds.flatMap((seed) => dirt.map((kind) => ({ seed, dirt: kind as Dirt })))
  const each = Math.ceil(rows / kinds.length)
  const doses = Math.min(part, each)
  return kinds.flatMap(({ seed, dirt: kind }) =>
    Array.from({ length: Math.ceil(each / doses) }, (_, nth) => ({ doses, seed: seed + 10_000 * nth, dirt: kind })),
  )
}

export function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(name)
  return (at < 0 ? undefined : process.argv[at + 1]) ?? otherwise
}
