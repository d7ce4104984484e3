import { type CountedClass, type Counts, countedClasses, type Measure, measures } from './measures.ts'

/** Doses of one facility and class. `facility` is '' for those given abroad, or of which no facility is told. */
export interface Cell {
  readonly facility: string
  readonly doseClass: CountedClass
  readonly counts: Counts
}

/** Doses counted by facility, class and measure, however many there are. */
export interface Tally {
  /** The cell in which a facility and class are counted. */
  cellOf(facility: string, doseClass: CountedClass): number
  add(cell: number, measure: Measure, doses?: number): void
  /** The counts of what was measured; a cell without a dose of it has 0. */
  cells(measured: ReadonlySet<Measure>): readonly Cell[]
}

/** Facilities that are told apart; what comes after is counted under '?'. */
const MOST_FACILITIES = 100_000
/** Stands for facilities that were not told apart. */
export const OTHER_FACILITIES = '?'

/** @param known codes under which facilities are counted; all others are then under '?'. Without them any code is. */
export function openTally(known?: { has(code: string): boolean }): Tally {
  const facilities = new Map<string, number>()
  const counts: number[] = []
  const placeOf = (facility: string): number => {
    const place = facilities.get(facility)
    if (place !== undefined) return place
    const isOwn = facility === '' || facility === OTHER_FACILITIES || (known?.has(facility) ?? true)
    if (!isOwn || (facilities.size >= MOST_FACILITIES && facility !== OTHER_FACILITIES))
      return placeOf(OTHER_FACILITIES)
    facilities.set(facility, facilities.size)
    for (let at = 0; at < CELLS * measures.length; at += 1) counts.push(0)
    return facilities.size - 1
  }
  return {
    cellOf: (facility, doseClass) => placeOf(facility) * CELLS + countedClasses.indexOf(doseClass),
    add(cell, measure, doses = 1) {
      const at = cell * measures.length + measures.indexOf(measure)
      counts[at] = (counts[at] ?? 0) + doses
    },
    cells: (measured) =>
      [...facilities].flatMap(([facility, place]) =>
        countedClasses.map((doseClass, at) => ({
          ...{ facility, doseClass },
          counts: countsOf(counts, place * CELLS + at, measured),
        })),
      ),
  }
}

const CELLS = countedClasses.length

function countsOf(counts: readonly number[], cell: number, measured: ReadonlySet<Measure>): Counts {
  const own = measures.flatMap((measure, at) =>
    measured.has(measure) ? [[measure, counts[cell * measures.length + at] ?? 0] as const] : [],
  )
  return Object.fromEntries(own)
}

/** The sums of counts; a measure is absent where no one has it. */
export function sumOf(all: Iterable<Counts>): Counts {
  const sums: Partial<Record<Measure, number>> = {}
  for (const counts of all) {
    for (const measure of measures) {
      const count = counts[measure]
      if (count !== undefined) sums[measure] = (sums[measure] ?? 0) + count
    }
  }
  return sums
}
