import { nameWords } from './letters.ts'
import { readSyllable } from './syllable.ts'

/** What a hand scanner typed as keys of Telex or VNI, put together again. */
export interface TypedName {
  readonly name: string
  /**
   * Whether nothing else can have been meant: the keys were digits, which no name holds, and every word came out as a
   * Vietnamese syllable. Keys of Telex are letters, and a foreign name may hold them.
   */
  readonly certain: boolean
}

/** What a key does to the word typed so far: a tone goes after it, a quality mark onto its last such letter. */
type Key = { readonly tone: string } | { readonly mark: string; readonly on: RegExp }

const CIRCUMFLEX = '\u0302'
const BREVE = '\u0306'
const HORN = '\u031B'

const tones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const
const horned = { mark: HORN, on: /u(?=o[^u]*$)|[ou](?=[^ou]*$)/gu }

const vni: Readonly<Record<string, Key>> = {
  ...toneKeys('12345'),
  6: { mark: CIRCUMFLEX, on: /[aeo](?=[^aeo]*$)/u },
  7: horned,
  8: { mark: BREVE, on: /a(?=[^a]*$)/u },
}

const telexTones = toneKeys('sfrxj')

/**
 * Reads `Nguyeexn Vawn DDuwcs` (Telex) or `Nguye64n Va8n D9u7c1` (VNI). Undefined when the name is not ASCII, or
 * holds no such keys.
 */
export function readTypedMarks(name: string): TypedName | undefined {
  if (name.length > 256 || !/^[A-Za-z0-9 '.-]+$/.test(name)) return undefined
  const typed = name.toLowerCase().split(/\s+/).filter(Boolean)
  const put = typed.map(/\d/.test(name) ? readVni : (word) => syllableOr(word, readTelex(word)))
  if (put.every((word, at) => word === typed[at]) || !put.every(nameWords)) return undefined
  const certain = /\d/.test(name) && put.every((word) => readSyllable(word) !== undefined)
  return { name: put.join(' '), certain }
}

/** Telex types letters, so a word that does not come out as a syllable may have been meant as it is. */
function syllableOr(word: string, put: string): string {
  return readSyllable(put) === undefined ? word : put
}

function toneKeys(keys: string): Readonly<Record<string, Key>> {
  return Object.fromEntries(tones.map((tone, at) => [keys[at], { tone }]))
}

function readVni(word: string): string {
  return putTogether([...word.replace(/d(.*)9/, 'đ$1')], (key) => vni[key])
}

function readTelex(word: string): string {
  const letters = word
    .replace(/^dd|^d(.*)d$/, 'đ$1')
    .replace(/([aeo])\1/g, `$1${CIRCUMFLEX}`)
    .replace(/a([^aou]*)w/, `a${BREVE}$1`)
    .replace(/uo([^aou]*)w/, `u${HORN}o${HORN}$1`)
    .replace(/([ou])([^aou]*?)w/g, `$1${HORN}$2`)
    .replace(/w/, `u${HORN}`)
  let afterVowel = false
  return putTogether([...letters], (key) => {
    const isTone = afterVowel ? telexTones[key] : undefined
    afterVowel ||= /[aeiouy]/.test(key)
    return isTone
  })
}

/** A key without anything to do stays what it is, so that no name comes of it. */
function putTogether(keys: readonly string[], meaning: (key: string) => Key | undefined): string {
  let word = ''
  let tone = ''
  for (const key of keys) {
    const means = meaning(key)
    if (means !== undefined && 'mark' in means) word = marked(word, means) ?? word + key
    else if (means === undefined || tone !== '') word += key
    else tone = means.tone
  }
  return word.replace(/[aeiouy]\p{M}*(?=[^aeiouy]*$)/u, (vowel) => vowel + tone).normalize('NFC')
}

function marked(word: string, { mark, on }: { readonly mark: string; readonly on: RegExp }): string | undefined {
  const put = word.replace(on, (letter) => letter + mark)
  return put === word ? undefined : put
}
