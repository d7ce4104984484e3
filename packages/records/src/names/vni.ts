import { splitTone, type Tone, withTone } from './vowels.ts'

/** Marks of the five tones after a letter, and of the same tones together with the circumflex and the breve. */
const tones = 'ùøûõï'
const circumflexed = 'áàåãä'
const breved = 'éèúüë'

const pairs = new Map<string, string>()
for (const [at, mark] of [...tones].entries()) {
  for (const [base, vowel] of ['aa', 'ee', 'oo', 'uu', 'ôơ', 'öư', 'yy']) pairs.set(base + mark, tonedBy(vowel, at))
}
for (const [base, vowel, marks] of [
  ['a', 'â', `${circumflexed}â`],
  ['e', 'ê', `${circumflexed}â`],
  ['o', 'ô', `${circumflexed}â`],
  ['a', 'ă', `${breved}ê`],
] as const) {
  for (const [at, mark] of [...marks].entries()) pairs.set(base + mark, tonedBy(vowel, at))
}

const singles = new Map([
  ...([...'íìæóò'].map((code, at) => [code, tonedBy('i', at)]) as [string, string][]),
  ['î', 'ỵ'],
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
])

/** VNI-Windows read as Windows-1252: a letter, then a letter that stands for its marks. The first one gives the case. */
export function decodeVni(text: string): string {
  const small = text.toLowerCase()
  let decoded = ''
  for (let at = 0; at < text.length; at += 1) {
    const pair = pairs.get(small.slice(at, at + 2))
    const letter = pair ?? singles.get(small.charAt(at))
    const code = text.charAt(at)
    if (letter === undefined) decoded += code
    else decoded += code === small.charAt(at) ? letter : letter.toUpperCase()
    if (pair !== undefined) at += 1
  }
  return decoded
}

/** Tones stand in the order sắc, huyền, hỏi, ngã, nặng; after the fifth comes no tone. */
function tonedBy(vowel = '', at: number): string {
  return splitTone(vowel) === undefined || at > 4 ? vowel : withTone(vowel, (at + 1) as Tone)
}
