import { decodeKeystrokes } from '../../names/keystrokes.ts'
import { hasLostMarks, isKinhSurname, isNearKinhSurname, isOfOtherPeople } from '../../names/kinh.ts'
import { isNearSyllable } from '../../names/near-syllable.ts'
import { parted } from '../../names/notes.ts'
import { isAllSyllables, wordCheck } from '../../names/readings.ts'
import { MARKED, signsOf } from '../../names/signs.ts'
import { couldBeSyllable, isSyllable } from '../../names/syllable.ts'
import type { RowRule } from '../rule.ts'

const latinOnly = /^[\p{Script=Latin}\p{M}\s.'\u2019\u02bc-]+$/u

/**
 * No marks where the column has them. Names without any are Vietnamese too, `Phan Minh Anh`: only what cannot be
 * spelt so counts, a family name that has marks, a word that is no syllable, or Văn and Thị in the middle.
 */
export const noMarks: RowRule = {
  id: 'PN-06',
  severity: 'W',
  fix: 'S',
  fields: ['full_name'],
  example: 'Nguyen Van An',
  check(row, report, { survey }) {
    const name = row.values.full_name
    if (!survey.hasDiacritics || name === '' || signsOf(name) & MARKED || !row.facts.isVietnamese) return
    const words = wordsOf(name)
    const [surname = ''] = words
    if (!isKinhSurname(surname) || !words.every(couldBeSyllable)) return
    const isMiddle = (word: string, at: number): boolean =>
      at > 0 && at < words.length - 1 && /^(?:van|thi)$/i.test(word)
    if (hasLostMarks(surname) || !words.every(isSyllable) || words.some(isMiddle)) report.find(noMarks, 'full_name')
  },
}

/** A word that no Vietnamese mouth says, in a name that else looks Kinh; two words without a blank. Names of other peoples are right as they are. */
export const impossibleSyllable: RowRule = {
  id: 'PN-07',
  severity: 'W',
  fix: 'M',
  fields: ['full_name'],
  example: 'Nguyênx Văn An',
  check(row, report) {
    const name = row.values.full_name
    if (name === '' || isAllSyllables(name) || !latinOnly.test(name) || !row.facts.isVietnamese) return
    const words = parted(name)
    if (words !== undefined) report.find(impossibleSyllable, 'full_name', words)
    else if (looksKinh(wordsOf(name), wordCheck(name))) report.find(impossibleSyllable, 'full_name')
  },
}

export const nameLetterRules: readonly RowRule[] = [noMarks, impossibleSyllable]

function wordsOf(name: string): readonly string[] {
  return name.split(/[\s-]+/).filter(Boolean)
}

/** A Kinh family name, or one slip from one, and at least as many words right as wrong; none that others would have. */
function looksKinh(words: readonly string[], isRight: (word: string) => boolean): boolean {
  const [surname = '', ...rest] = words
  const wrong = words.filter((word) => !isRight(word))
  if (wrong.length === 0 || wrong.length * 2 > words.length || !wrong.every(isMistyped)) return false
  if (rest.some((word) => !isRight(word) && isOfOtherPeople(word))) return false
  return isKinhSurname(surname) || (!isRight(surname) && isNearKinhSurname(surname))
}

/** One slip away from a syllable, or one in keys that no driver put together: `Dieemx`. */
function isMistyped(word: string): boolean {
  return isNearSyllable(word) || isSyllable(decodeKeystrokes(word))
}
