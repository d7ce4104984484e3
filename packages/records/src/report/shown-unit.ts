import type { Measure } from './measures.ts'
import type { UnitCounts } from './units.ts'

/** A count, or why it is not shown: too small, or it would tell one that is. */
export type ShownCount = number | '<5' | '*'

/** A unit as a report shows it. */
export interface ShownUnit extends Omit<UnitCounts, 'doses'> {
  readonly doses: Readonly<Partial<Record<Measure, ShownCount>>>
}
