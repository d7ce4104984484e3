import { comparedName, nameScore } from '../../names/score.ts'

const marks = /[^ -~]/

/** Whether a name is written with signs that A–Z has not. */
export function hasMarks(name: string): boolean {
  return marks.test(name)
}

/**
 * Whether two comparable names with the same letters are one name: their marks are the same, or one was written without
 * any. Twins are called Thúy and Thủy.
 */
export function areOneName(a: string, b: string): boolean {
  return a === b || (letters(a) === letters(b) && (!marks.test(a) || !marks.test(b)))
}

function letters(name: string): string {
  return marks.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd') : name
}

/** Whether two names are alike enough for one person; a name that says nothing is like every other. */
export function areAlike(a: string, b: string, sameName: number): boolean {
  return a === b || a === '' || b === '' || nameScore(comparedName(a), comparedName(b)) >= sameName
}
