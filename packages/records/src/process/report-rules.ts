import { percentOf } from '../report/percent.ts'
import type { ProcessRule } from './process-rule.ts'

/** A percentage that somebody printed beside its counts. */
export interface ToldPercent {
  readonly part: number
  readonly whole: number
  /** With a point: "94.17". */
  readonly told: string
}

/** Half up, in as many decimals as were printed; of nothing there is no share. */
export const otherPercent: ProcessRule<ToldPercent> = {
  id: 'PR-04',
  severity: 'I',
  fix: 'A',
  fields: [],
  example: '2,756,537 of 2,924,867 told as 94.17 % → 94.24 %',
  step: 'report',
  check({ part, whole, told }) {
    const computed = percentOf(part, whole, told.split('.')[1]?.length ?? 0)
    return computed?.rounded === told ? [] : ['percent']
  },
}
