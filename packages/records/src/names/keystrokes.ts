import { syllableOf } from './syllable.ts'
import type { Tone } from './vowels.ts'

/** What was typed so far: letters with their quality marks, and the tone. */
interface Typed {
  readonly letters: string
  readonly tone: Tone
}

const vniQualities: Readonly<Record<string, string>> = { 6: 'aâeêoô', 7: 'oơuư', 8: 'aă' }
const horns = 'aăoơuư'

/**
 * Keys of Telex or VNI that no keyboard driver put together: `Nguyeexn Vawn DDuwcs`, `Nguye64n Va8n D9u71c`. A word
 * that does not come out as a syllable stays as it is, and so do all words with marks.
 */
export function decodeKeystrokes(text: string): string {
  return text.replace(/[a-z][a-z0-9]*/gi, (word) => inCaseOf(word, decodeWord(word.toLowerCase()) ?? word))
}

function decodeWord(word: string): string | undefined {
  if (word.length > 12) return undefined
  const press = /\d/.test(word) ? pressVni : pressTelex
  let typed: Typed | undefined = { letters: '', tone: 0 }
  for (const key of word) typed = typed && press(typed, key)
  return typed && (syllableOf(typed.letters, typed.tone) ?? syllableOf(typed.letters.replace('ươ', 'uơ'), typed.tone))
}

function pressVni({ letters, tone }: Typed, key: string): Typed | undefined {
  if (/[a-z]/.test(key)) return { letters: letters + key, tone }
  const number = Number(key)
  if (number >= 1 && number <= 5) return { letters, tone: number as Tone }
  const marked = number === 9 ? crossed(letters) : qualified(letters, vniQualities[key] ?? '')
  return marked === undefined ? undefined : { letters: marked, tone }
}

function pressTelex({ letters, tone }: Typed, key: string): Typed {
  const toneKey = ' sfrxj'.indexOf(key)
  if (toneKey > 0 && /[aăâeêioôơuưy]/.test(letters)) return { letters, tone: toneKey as Tone }
  return { letters: marked(letters, key) ?? letters + key, tone }
}

function marked(letters: string, key: string): string | undefined {
  if (key === 'w') return qualified(letters, horns) ?? `${letters}ư`
  if (key === 'd') return crossed(letters)
  const pair = { a: 'aâ', e: 'eê', o: 'oô' }[key]
  return pair === undefined || !letters.includes(key) ? undefined : qualified(letters, pair)
}

function crossed(letters: string): string | undefined {
  return letters.startsWith('d') ? `đ${letters.slice(1)}` : undefined
}

/** The last letter that can take the mark takes it; u and o together take the horn together. */
function qualified(letters: string, pairs: string): string | undefined {
  if (pairs.includes('ơ') && letters.includes('uo')) return letters.replace('uo', 'ươ')
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const found = pairs.indexOf(letters.charAt(at))
    if (found >= 0 && found % 2 === 0) return letters.slice(0, at) + pairs.charAt(found + 1) + letters.slice(at + 1)
  }
  return undefined
}

function inCaseOf(word: string, decoded: string): string {
  if (decoded === word) return word
  if (word.length > 1 && word === word.toUpperCase()) return decoded.toUpperCase()
  return /^[A-Z]/.test(word) ? decoded.charAt(0).toUpperCase() + decoded.slice(1) : decoded
}
