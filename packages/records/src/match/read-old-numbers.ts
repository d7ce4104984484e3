import { Fault } from '@vaxcert/core/fault'
import { readTable } from '../codes/read-table.ts'
import type { OldNumber } from './dose-people.ts'

/**
 * Numbers of old cards: `old_number,number`, nine digits and the twelve that hold now. One old number may have two: both
 * are asked about.
 * @throws Fault `match.old-numbers`
 */
export function readOldNumbers(csv: string): readonly OldNumber[] {
  const fault = 'match.old-numbers'
  return readTable(csv, { fault, columns: ['old_number', 'number'] }).map(({ old_number: old, number: current }) => {
    if (!/^\d{9}$/.test(old) || !/^\d{12}$/.test(current))
      throw new Fault(fault, 'not a number of an old card, or none that holds now')
    return { old, current }
  })
}
