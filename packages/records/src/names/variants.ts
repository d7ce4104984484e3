import { memo } from './memo.ts'
import { readSyllable, syllableOf } from './syllable.ts'
import { splitTone, type Tone } from './vowels.ts'

/** Forms of one name in the north and in the south. Different legal names: good for looking a person up, never for more. */
const regional = [
  'hoàng huỳnh',
  'vũ võ',
  'phúc phước',
  'cảnh kiểng',
  'tùng tòng',
  'nhân nhơn',
  'nhất nhứt',
  'nhật nhựt',
  'chính chánh',
  'sinh sanh',
  'bảo bửu',
  'tính tánh',
  'nghĩa ngãi',
  'thịnh thạnh',
  'sơn san',
  'chu châu',
  'quý quới',
  'lĩnh lãnh',
  'kính kiếng',
  'trường tràng',
].map((pair) => pair.split(' ') as [string, string])

const other = new Map(regional.flatMap(([north, south]) => [[north, south] as const, [south, north] as const]))

/** Consonants that a dialect does not tell apart, by the one that stands for both; of a syllable's head. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^s/, 'x'],
  [/^tr/, 'ch'],
  [/^(?:gi(?=[aăâeêioôơuưy])|r|v)/, 'd'],
  [/^l/, 'n'],
]
/** And of its end. */
const ends: readonly (readonly [RegExp, string])[] = [
  [/ng$/, 'n'],
  [/c$/, 't'],
  [/^([^aăâeêoôơuư]+)y$/, '$1i'],
]

/** The same word in the other region's form, lower case, or undefined. The word must be canonical. */
export function regionalForm(word: string): string | undefined {
  return other.get(word)
}

/**
 * One spelling for all that dialects write alike: s and x, tr and ch, d gi r v, l and n, final n and ng, c and t, hỏi and
 * ngã, i and y. The word must be canonical; what is no syllable stays.
 */
export const dialectForm: (word: string) => string = memo((word) => {
  if (readSyllable(word) === undefined) return word
  const { letters, tone } = apart(word)
  const folded = [...heads, ...ends].reduce((so, [from, to]) => so.replace(from, to), letters)
  return folded + (tone === 4 ? 3 : tone)
})

/** Words that a canonical word may stand for in another mouth: the other region's, hỏi for ngã, one letter for another. */
export function otherForms(word: string): readonly string[] {
  const { letters, tone } = apart(word)
  const spelt = swaps.flatMap(([from, to]) => (from.test(letters) ? [syllableOf(letters.replace(from, to), tone)] : []))
  const toned = tone === 3 || tone === 4 ? syllableOf(letters, tone === 3 ? 4 : 3) : undefined
  const forms = [regionalForm(word), toned, ...spelt]
  return [...new Set(forms.filter((form) => form !== undefined && form !== word))] as string[]
}

const swaps: readonly (readonly [RegExp, string])[] = [
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^tr/, 'ch'],
  [/^ch/, 'tr'],
  [/^d/, 'gi'],
  [/^gi(?=.)/, 'd'],
  [/^d/, 'v'],
  [/^v/, 'd'],
  [/^l/, 'n'],
  [/^n(?![gh])/, 'l'],
  [/ng$/, 'n'],
  [/n$/, 'ng'],
  [/c$/, 't'],
  [/t$/, 'c'],
  [/i$/, 'y'],
  [/y$/, 'i'],
]

function apart(word: string): { readonly letters: string; readonly tone: Tone } {
  let letters = ''
  let tone: Tone = 0
  for (const letter of word) {
    const split = splitTone(letter)
    letters += split?.vowel ?? letter
    if (split !== undefined && split.tone > 0) tone = split.tone
  }
  return { letters, tone }
}
