/** No mark, sắc, huyền, hỏi, ngã, nặng: in this order everywhere, as VNI numbers them. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5

const toneMarks = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const

/** The twelve vowels, lower case, without tones. */
export const vowels = 'aăâeêioôơuưy'

const toned = new Map<string, { readonly vowel: string; readonly tone: Tone }>()
for (const vowel of vowels) {
  for (const tone of [0, 1, 2, 3, 4, 5] as const) toned.set(withTone(vowel, tone), { vowel, tone })
}

/** A lower-case vowel with a tone, in one code point. */
export function withTone(vowel: string, tone: Tone): string {
  return (vowel + toneMarks[tone]).normalize('NFC')
}

/** The vowel and the tone of a lower-case letter (NFC); undefined for any other letter. */
export function splitTone(letter: string): { readonly vowel: string; readonly tone: Tone } | undefined {
  return toned.get(letter)
}

const plainVowels: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' }

/** Lower-case letters without tones, down to a–z. */
export function plainLetters(letters: string): string {
  return letters.replace(/[ăâêôơưđ]/g, (letter) => plainVowels[letter] ?? letter)
}
