import { wordKey } from './canonical.ts'
import { memo } from './memo.ts'
import { couldBeSyllable, LONGEST } from './syllable.ts'

const alphabet = 'abcdeghiklmnopqrstuvxy'

/**
 * Whether a word is a Vietnamese syllable but for one slip of the fingers, or for its marks: `Nguyênx`, `Hưong`, `Lsn`.
 * Words of other languages are mostly further away: `Anna`, `David`, `Ksor`.
 */
export const isNearSyllable: (word: string) => boolean = memo((word) => {
  const letters = wordKey(word).toLowerCase()
  if (letters === '' || letters.length > LONGEST + 1) return false
  return couldBeSyllable(letters) || oneSlipAway(letters).some(couldBeSyllable)
})

function oneSlipAway(letters: string): string[] {
  const cuts = [...letters, ''].map((_, at) => [letters.slice(0, at), letters.slice(at)] as const)
  return cuts.flatMap(([head, tail]) => [
    head + tail.slice(1),
    head + tail.charAt(1) + tail.charAt(0) + tail.slice(2),
    ...[...alphabet].flatMap((letter) => [head + letter + tail, head + letter + tail.slice(1)]),
  ])
}
