import { type CountedClass, type Counts, countedClasses } from './measures.ts'
import type { Place, Unit } from './places.ts'
import { type Cell, OTHER_FACILITIES, sumOf } from './tally.ts'

/** Levels at which doses are told apart, from above. */
export type Level = 'province' | 'district' | 'commune' | 'facility'
export const levels: readonly Level[] = ['province', 'district', 'commune', 'facility']

/** A province, district, commune or facility with the doses that were given there. */
export interface UnitCounts {
  /** Absent for all doses whose facility no list places: given abroad, or with no facility or an unknown one. */
  readonly code?: string
  readonly name?: string
  /** Codes of the units above, as far as they are known. */
  readonly within?: Readonly<Partial<Record<Level, string>>>
  readonly doses: Counts
}

/** Doses of a class. */
export interface ClassCounts {
  readonly doseClass: CountedClass
  readonly doses: Counts
}

/** More doses of a unit or class are entered than given (PR-05, severity R): entered in the wrong place, or a short count. */
export interface TooMany {
  readonly level: Level | 'class'
  /** Of a class: its own name, "dose-3". */
  readonly code: string
  readonly name: string
  readonly given: number
  readonly entered: number
}

/** Sums of counts: a share of a unit is that of its sums, never an average of shares. */
export function unitsOf(
  cells: readonly Cell[],
  placeOf: (facility: string) => Place,
): Readonly<Record<Level, readonly UnitCounts[]>> {
  const byFacility = groupsOf(cells, ({ facility }) => facility)
  const facilities = [...byFacility].map(([facility, own]) => {
    const place = placeOf(facility)
    return { units: facilityUnits(facility, place), doses: sumOf(own.map(({ counts }) => counts)) }
  })
  return Object.fromEntries(levels.map((level) => [level, levelOf(level, facilities)])) as Record<Level, UnitCounts[]>
}

/** Doses by class, over all facilities; classes of which there is nothing are left out. */
export function classesOf(cells: readonly Cell[]): readonly ClassCounts[] {
  return countedClasses
    .map((doseClass) => ({
      doseClass,
      doses: sumOf(cells.filter((cell) => cell.doseClass === doseClass).map(({ counts }) => counts)),
    }))
    .filter(({ doses }) => Object.values(doses).some((count) => count > 0))
}

/** PR-05, of every class and unit. Where no counts on paper are at hand, nothing is said. */
export function tooMany(
  units: Readonly<Record<Level, readonly UnitCounts[]>>,
  classes: readonly ClassCounts[],
): readonly TooMany[] {
  const known = classes.filter(({ doseClass }) => doseClass !== 'unknown')
  const byClass = known.map(({ doseClass, doses }): UnitCounts => ({ code: doseClass, name: doseClass, doses }))
  return [...levels, 'class' as const].flatMap((level) =>
    (level === 'class' ? byClass : units[level]).flatMap(({ code, name, doses: { given, entered } }) =>
      code !== undefined && given !== undefined && entered !== undefined && entered > given
        ? [{ level, code, name: name ?? code, given, entered }]
        : [],
    ),
  )
}

interface PlacedFacility {
  readonly units: Readonly<Partial<Record<Level, Unit>>>
  readonly doses: Counts
}

function facilityUnits(code: string, { facilityName, province, district, commune }: Place): PlacedFacility['units'] {
  const isTold = code !== '' && code !== OTHER_FACILITIES
  return {
    ...(province !== undefined && { province }),
    ...(district !== undefined && { district }),
    ...(commune !== undefined && { commune }),
    ...(isTold && { facility: { code, name: facilityName ?? code } }),
  }
}

/** In the order of codes; what has no place comes last. */
function levelOf(level: Level, facilities: readonly PlacedFacility[]): readonly UnitCounts[] {
  const groups = groupsOf(facilities, ({ units }) => units[level]?.code)
  return [...groups]
    .toSorted(([one], [other]) => byCode(one, other))
    .map(([code, own]) => {
      const units = own[0]?.units ?? {}
      const doses = sumOf(own.map((facility) => facility.doses))
      return code === undefined
        ? { doses }
        : { code, name: units[level]?.name ?? code, within: above(level, units), doses }
    })
}

function above(level: Level, units: PlacedFacility['units']): UnitCounts['within'] & object {
  const higher = levels.slice(0, levels.indexOf(level))
  return Object.fromEntries(higher.flatMap((one) => (units[one] === undefined ? [] : [[one, units[one].code]])))
}

function groupsOf<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

function byCode(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1
  return one < other ? -1 : 1
}
