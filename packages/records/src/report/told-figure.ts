import { Fault } from '@vaxcert/core/fault'
import type { RecordSource } from '../read/source.ts'
import { namedRows } from './named-rows.ts'
import { countAt, percentOf } from './percent.ts'
import { readTypedCount, readTypedPercent } from './typed-number.ts'

/** A percentage that somebody printed beside its counts, and what the counts say (PR-04). */
export interface ToldFigure {
  /** What it is of, in words of the source. */
  readonly figure: string
  readonly part: number
  readonly whole: number
  /** With a point, in as many decimals as were printed. */
  readonly told: string
  /** In the same number of decimals, half up; absent where the whole is 0. */
  readonly computed?: string
  readonly truncated?: string
  /** `right`; `truncated`: cut off instead of rounded; `wrong`: the counts say something else. */
  readonly verdict: 'right' | 'truncated' | 'wrong'
  /** Of a wrong one: the part that would have given what was told. */
  readonly wouldNeed?: number
}

/** PR-04: what the counts say of a percentage, "94.17". */
export function judgeTold(figure: string, part: number, whole: number, told: string): ToldFigure {
  const computed = percentOf(part, whole, told.split('.')[1]?.length ?? 0)
  const base = { figure, part, whole, told }
  if (computed === undefined) return { ...base, verdict: 'wrong' }
  const { rounded, truncated } = computed
  if (told === rounded) return { ...base, computed: rounded, truncated, verdict: 'right' }
  if (told === truncated) return { ...base, computed: rounded, truncated, verdict: 'truncated' }
  return { ...base, computed: rounded, truncated, verdict: 'wrong', wouldNeed: countAt(told, whole) }
}

/**
 * Reads printed figures: CSV with `figure,part,whole,percent`, numbers as they were printed.
 * @throws Fault `report.told` where a number is none, or can be read in two ways
 */
export async function toldFigures(source: RecordSource): Promise<readonly ToldFigure[]> {
  const told: ToldFigure[] = []
  for await (const [figure, part, whole, percent] of namedRows(source, columns, 'report.told')) {
    const [counted, all, typed] = [readTypedCount(part), readTypedCount(whole), readTypedPercent(percent)]
    if (counted === undefined || all === undefined || typed === undefined || told.length === MOST) {
      throw new Fault('report.told', 'a number is none, or can be read in two ways')
    }
    told.push(judgeTold(figure, counted, all, typed))
  }
  return told
}

const columns = ['figure', 'part', 'whole', 'percent'] as const
const MOST = 1_000
