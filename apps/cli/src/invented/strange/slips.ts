import type { Random } from '../random.ts'

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The key beside another one; digits have digits beside them. */
export function keyBeside(key: string, random: Random): string {
  const row = rows.find((keys) => keys.includes(key)) ?? 'en'
  const at = row.indexOf(key)
  return random.pick([...row.slice(Math.max(0, at - 1), Math.max(0, at)), ...row.slice(at + 1, at + 2)])
}

/** Two neighbours in each other's place. */
export function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/** One sign at a place replaced; '' leaves it out. */
export function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1)
}

const letters = 'abcdefghiklmnopqrstuvwxyz'

/** One slip of the fingers at a random place: a sign more, one less, another one, or two turned round. */
export function slipped(text: string, random: Random): string {
  const at = random.below(text.length)
  const letter = random.pick([...letters])
  return random.pick([
    replaced(text, at, ''),
    replaced(text, at, text.charAt(at) + letter),
    replaced(text, at, letter),
    replaced(text, at, text.charAt(at).repeat(2)),
    swapped(text, Math.max(0, Math.min(at, text.length - 2))),
  ])
}
