import { readDate } from '../dates/read-date.ts'

/** What became of a cell that nobody may change: `damaged` by a spreadsheet, so that it can no longer be told. */
export type CellState = 'same' | 'damaged' | 'changed'

const digits = /^\d+$/
const quantity = /^\d(?:[.,]\d+)?E\+?\d+$/i

/**
 * Compares a cell with what was handed out. A spreadsheet that opens CSV takes zeros off numbers and turns dates round:
 * what still says the same is the same.
 */
export function stateOfCell(before: string, now: string): CellState {
  if (before === now) return 'same'
  if (digits.test(before)) return sameDigits(before, now)
  if (/^\d/.test(before) && sameDay(before, now)) return 'same'
  return hasLostLetters(before, now) ? 'damaged' : 'changed'
}

function sameDigits(before: string, now: string): CellState {
  if (digits.test(now)) return before.replace(/^0+/, '') === now.replace(/^0+/, '') ? 'same' : 'changed'
  return quantity.test(now) || /^#+$/.test(now) ? 'damaged' : 'changed'
}

/** A day as ISO, and as any country writes it, or as the number that a workbook has for it. */
function sameDay(before: string, now: string): boolean {
  const day = readDate(before, 'dmy')
  if (day?.precision !== 'day') return false
  return [readDate(now, 'dmy'), readDate(now, 'mdy')].some((one) => one?.precision === 'day' && one.iso === day.iso)
}

/** Saved in a code page that has no letters for Vietnamese, they are question marks. */
function hasLostLetters(before: string, now: string): boolean {
  if (!now.includes('?')) return false
  const pattern = [...now].map((letter) =>
    letter === '?' ? '[^\\x00-\\x7f]|\\?' : letter.replace(/[\\^$.*+()[\]{}|]/g, '\\$&'),
  )
  return new RegExp(`^${pattern.map((one) => `(?:${one})`).join('')}$`, 'u').test(before)
}
