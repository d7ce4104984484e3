import type { Field, RuleId } from '@vaxcert/records'
import type { Planted, SampleRow } from '../sample-row.ts'

/** Writes an error over a cell that holds none yet. Errors of other fields may stand beside it, as they do in life. */
export function plantOn(row: SampleRow, field: Field, text: string, error: Omit<Planted, 'field' | 'planted'>): void {
  if (row.cells[field] === text || isPlanted(row, field)) return
  row.cells[field] = text
  row.planted.push({ field, planted: text, ...error })
}

/** An error that its rule must find. */
export function found(rule: RuleId, right: string): Omit<Planted, 'field' | 'planted'> {
  return { rule, right }
}

/** One that nothing shows. */
export function unseen(undetectable: string, right: string): Omit<Planted, 'field' | 'planted'> {
  return { undetectable, right }
}

export function isPlanted({ planted }: SampleRow, ...fields: readonly Field[]): boolean {
  return planted.some(({ field }) => fields.includes(field))
}
