import { Fault } from '../fault.ts'
import { icaoSpelling } from './icao-9303.ts'
import type { PersonName } from './types.ts'

/** Longest fn, gn, fnt or gnt, in code points (eu-dcc-schema, maxLength). */
const MAX_NAME = 80
/** Longest text looked at, in UTF-16 units: two names of 80 letters with all their marks apart. */
const MAX_INPUT = 1024

const unusable = new RegExp(
  [
    '[\\p{Cs}\\p{Co}\\uFFFD]', // lone surrogates, private use, the sign of a lost letter
    '(?![\\t\\n\\r\\u200C\\u200D])[\\p{Cc}\\p{Cf}]', // NUL and its like, bidi overrides, soft hyphens
    '\\p{M}{5}', // a flood of marks
    '(?:^|\\s)\\p{M}', // a mark on no letter
  ].join('|'),
  'u',
)

const mrzParts = '[A-Z]+(?:<[A-Z]+)*'
const mrzName = new RegExp(`^(${mrzParts})(?:<<(${mrzParts}))?<*$`)

/**
 * A name as it stands in official papers. A passport's spelling, where given, always wins over ours.
 * An empty `givenNames` or `mrzName` is the same as none.
 */
export type NameInput = (
  | { readonly fullName: string } // Vietnamese order: surname first
  | { readonly familyName: string; readonly givenNames?: string }
) & {
  /** Name field of the passport's machine readable zone, `ERIKSSON<<ANNA<MARIA<<<<`. */
  readonly mrzName?: string
}

/**
 * The `nam` of a certificate, in NFC.
 * @throws Fault `record.name` when a name is empty, longer than 80 characters, holds what no name holds,
 * or needs the passport's spelling and has none.
 */
export function personName(input: NameInput): PersonName {
  const { fn, gn } = 'fullName' in input ? splitVietnameseName(input.fullName) : separateNames(input)
  const { fnt, gnt } = input.mrzName ? readMrzName(input.mrzName) : spellNames(fn, gn)
  const name: { -readonly [field in keyof PersonName]: PersonName[field] } = { fn: limited(fn), fnt: limited(fnt) }
  if (gn !== undefined) name.gn = limited(gn)
  if (gnt !== undefined) name.gnt = limited(gnt)
  return name
}

/**
 * Surname and the rest of a Vietnamese full name: the first word is the surname, as passports cut it;
 * a name of one word has no `gn`. NFC, white space collapsed.
 * @throws Fault `record.name`
 */
export function splitVietnameseName(fullName: string): { readonly fn: string; readonly gn?: string } {
  const name = tidied(fullName)
  const cut = name.indexOf(' ')
  return cut < 0 ? { fn: name } : { fn: name.slice(0, cut), gn: name.slice(cut + 1) }
}

/**
 * The two halves of a passport's name field (Doc 9303-3 §4.6), truncated or not. Only A–Z and `<` are read.
 * @throws Fault `record.name`
 */
export function readMrzName(mrz: string): { readonly fnt: string; readonly gnt?: string } {
  const match = mrz.length > MAX_INPUT ? null : mrzName.exec(mrz)
  if (match?.[1] === undefined) throw new Fault('record.name', 'not the name field of a machine readable zone')
  return match[2] === undefined ? { fnt: match[1] } : { fnt: match[1], gnt: match[2] }
}

/**
 * A name in A–Z and `<` (Doc 9303-3 §6.A), Vietnamese letters by their base letter, which ICAO leaves open.
 * NFD and NFC give the same. Apostrophes go, hyphens, dots and spaces become one `<`.
 * @throws Fault `record.name` for other scripts, digits and symbols: there the passport's spelling is needed.
 */
export function transliterate(name: string): string {
  return spell(tidied(name))
}

function separateNames(input: { familyName: string; givenNames?: string }): { fn: string; gn?: string } {
  const fn = tidied(input.familyName)
  return input.givenNames ? { fn, gn: tidied(input.givenNames) } : { fn }
}

function spellNames(fn: string, gn: string | undefined): { fnt: string; gnt?: string } {
  return gn === undefined ? { fnt: spell(fn) } : { fnt: spell(fn), gnt: spell(gn) }
}

function limited(name: string): string {
  if (name.length > MAX_NAME && [...name].length > MAX_NAME) throw new Fault('record.name', 'longer than 80 characters')
  return name
}

function tidied(name: string): string {
  if (name.length > MAX_INPUT) throw new Fault('record.name', 'longer than any name')
  if (isTidy(name)) return name
  const composed = name.normalize('NFC')
  if (unusable.test(composed)) throw new Fault('record.name', 'holds characters no name holds')
  const tidy = composed.replace(/\s+/gu, ' ').trim()
  if (tidy === '') throw new Fault('record.name', 'empty')
  return tidy
}

/** Whether every character is in the table, hence NFC and harmless, and only single spaces stand between words. */
function isTidy(name: string): boolean {
  let afterSpace = true
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const space = code === 0x20
    if (space ? afterSpace : icaoSpelling[code] === undefined) return false
    afterSpace = space
  }
  return !afterSpace
}

function spell(name: string): string {
  let spelt = ''
  let gap = false
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const letters = icaoSpelling[code] ?? markOrFault(code)
    if (letters === '<') gap = true
    else if (letters !== '') {
      spelt += gap && spelt !== '' ? `<${letters}` : letters
      gap = false
    }
  }
  if (spelt === '') throw new Fault('record.name', 'no letters')
  return spelt
}

/** A combining mark (U+0300–036F) that no precomposed letter took up is left out like all marks. */
function markOrFault(code: number): '' {
  if (code >= 0x300 && code <= 0x36f) return ''
  throw new Fault('record.name', 'a character without ICAO spelling: the passport spelling is needed')
}
