import { type Measure, measures } from './measures.ts'
import type { Report } from './report.ts'
import type { ShownCount, ShownUnit } from './shown-unit.ts'

/** Counts from 1 to this one are of too few people to be shown of a commune. */
const MOST_HIDDEN = 4

/**
 * A report that may be published. Of communes, counts below 5 are "<5"; where one alone of a district is hidden, the next
 * smallest is "*", since the sum of the district would tell it. Facilities are left out: offices know them.
 */
export function publicReport(report: Report): Report {
  const { units, tooMany } = report
  return {
    ...report,
    units: { ...units, commune: hideSmall(units.commune), facility: [] },
    tooMany: tooMany.filter(({ level }) => level !== 'commune' && level !== 'facility'),
    isPublic: true,
  }
}

function hideSmall(communes: readonly ShownUnit[]): readonly ShownUnit[] {
  const hidden = communes.map(({ doses }) => new Map<Measure, ShownCount>(Object.entries(doses) as [Measure, number][]))
  for (const siblings of siblingsOf(communes)) {
    for (const measure of measures) {
      const own = siblings.flatMap((at) => (hidden[at] === undefined ? [] : [hidden[at]]))
      hideMeasure(own, measure)
    }
  }
  return communes.map((unit, at) => ({ ...unit, doses: Object.fromEntries(hidden[at] ?? []) }))
}

function hideMeasure(units: readonly Map<Measure, ShownCount>[], measure: Measure): void {
  const seen = units.filter((unit) => Number(unit.get(measure)) > 0)
  const small = seen.filter((unit) => Number(unit.get(measure)) <= MOST_HIDDEN)
  const large = seen.filter((unit) => !small.includes(unit))
  const next = large.toSorted((one, other) => Number(one.get(measure)) - Number(other.get(measure)))[0]
  for (const unit of small) unit.set(measure, '<5')
  if (small.length === 1) next?.set(measure, '*')
}

/** Places of the communes of each district, or of each province where districts are not known. */
function siblingsOf(communes: readonly ShownUnit[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [at, { within = {} }] of communes.entries()) {
    const above = JSON.stringify([within.province, within.district])
    groups.set(above, [...(groups.get(above) ?? []), at])
  }
  return [...groups.values()]
}
