import { type Part, partOf } from '../parts/part.ts'
import type { Language, Words } from './words.ts'

const parts: Readonly<Record<Language, Part<Words>>> = {
  vi: partOf(async () => (await import('./vi.ts')).vi),
  en: partOf(async () => (await import('./en.ts')).en),
}

/** Gets the words of a language; from then on it can be spoken. Rejects when its file cannot be had. */
export async function getWords(language: Language): Promise<void> {
  await parts[language].get()
}

/** @throws TypeError before `getWords`: a programmer's mistake */
export function wordsOf(language: Language): Words {
  const words = parts[language].here.value
  if (words === undefined) throw new TypeError('nobody got the words of this language')
  return words
}
