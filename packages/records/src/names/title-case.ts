import { isSyllable } from './syllable.ts'

/**
 * A name with one capital at the head of each word, H'Hen and K'Brửu with two, parts of a hyphen like words. A word with
 * capitals elsewhere is touched only where the whole name is in capitals, or the word is a Vietnamese syllable.
 */
export function titleCase(name: string): string {
  if (isTitled(name)) return name
  const isUpper = name === name.toUpperCase()
  return name.replace(/[^\s-]+/gu, (word) => (isUpper || mayChange(word) ? titled(word) : word))
}

/** `HÃ` among words in small letters is rather what a wrong reading left of `Hà`. */
function mayChange(word: string): boolean {
  return word === word.toLowerCase() || (isSyllable(word) && !/^\p{Lu}Ã$/u.test(word))
}

function titled(word: string): string {
  return word
    .toLowerCase()
    .replace(/^\P{L}*\p{L}/u, (head) => head.toUpperCase())
    .replace(/^(\p{Lu}['\u2019\u02bc])(\p{L})/u, (_, head: string, letter: string) => head + letter.toUpperCase())
}

/** Whether each letter after a blank, hyphen or apostrophe is a capital, and no other. Most names are so. */
function isTitled(name: string): boolean {
  let atHead = true
  for (let at = 0; at < name.length; at += 1) {
    const size = caseOf(name.charCodeAt(at))
    if (size === UPPER ? !atHead : size === LOWER && atHead) return false
    atHead = size === NEITHER
  }
  return true
}

const NEITHER = 0
const LOWER = 1
const UPPER = 2
const cases = Uint8Array.from({ length: 0x1f00 }, (_, code) => {
  const letter = String.fromCharCode(code)
  if (letter !== letter.toLowerCase()) return UPPER
  return letter === letter.toUpperCase() ? NEITHER : LOWER
})

function caseOf(code: number): number {
  return cases[code] ?? NEITHER
}
