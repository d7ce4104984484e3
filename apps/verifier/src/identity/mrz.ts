import { isChecked } from './check-digit.ts'
import { beforeExpiry, toMrzLines } from './mrz-lines.ts'
import type { PartialDate } from './partial-date.ts'

/** The parts of a machine readable zone that have a check digit; `whole` is the composite one. */
export type MrzPart = 'number' | 'birth-date' | 'expiry' | 'optional' | 'whole'

/** What a machine readable zone says (Doc 9303-4 §4.2, 9303-5 §4.2), as far as its lines were there. */
export interface MrzReading {
  readonly format: 'td3' | 'td1'
  /** As printed without its last fillers; one `<` at its end says that nothing was cut off. Empty without that line. */
  readonly name: string
  readonly birthDate: PartialDate | undefined
  /** What does not agree with its check digit: what was read is then no good. */
  readonly wrong: readonly MrzPart[]
}

interface Checked {
  readonly part: MrzPart
  readonly field: string
  readonly digit: string
}

/** A line of a passport without fillers at its end holds this much: up to the check digit of the expiry date. */
const TD3_NEEDED = 28
const TD3_LENGTH = 44
const TD1_LENGTH = 30

/**
 * Reads the two lines of a passport, one of them, or the three of an identity card, also as somebody types them:
 * lower case, spaces for `<`, O for 0, fillers at the end left out. Undefined when it is nothing of the kind.
 */
export function readMrz(text: string): MrzReading | undefined {
  const lines = toMrzLines(text)
  const [first = '', second = '', third] = lines
  if (third !== undefined) return lines.length === 3 ? readTd1(first, second, third) : undefined
  if (second !== '') return readTd3(first, second)
  return readTd3(undefined, first) ?? (/.<<[A-Z]|<{3}$/.test(first) ? readTd3(first, undefined) : undefined)
}

function readTd3(upper: string | undefined, lower: string | undefined): MrzReading | undefined {
  const name = upper === undefined ? '' : passportName(upper)
  const dates = lower === undefined ? undefined : passportDates(lower)
  if (name === undefined || (lower !== undefined && dates === undefined)) return undefined
  return { format: 'td3', name, birthDate: dates?.birthDate, wrong: dates?.wrong ?? [] }
}

function passportName(line: string): string | undefined {
  const [, name] = /^P[A-Z<][A-Z<]{3}(.+)$/.exec(asLetters(line)) ?? []
  return name === undefined ? undefined : readName(name, TD3_LENGTH - 5)
}

type Dates = Pick<MrzReading, 'birthDate' | 'wrong'>

function passportDates(line: string): Dates | undefined {
  const match = /^(.{9})(.)([A-Z<]{3})(.{6})(.)([FMX<])(.{6})(.)(.*)$/.exec(readLower(line))
  const [, number = '', numberDigit = '', , birth = '', birthDigit = '', , expiry = '', expiryDigit = '', rest = ''] =
    match ?? []
  if (match === null || !areDates(birth, expiry)) return undefined
  const checked: readonly Checked[] = [
    { part: 'number', field: number, digit: numberDigit },
    { part: 'birth-date', field: birth, digit: birthDigit },
    { part: 'expiry', field: expiry, digit: expiryDigit },
    ...tailOf(rest, `${number}${numberDigit}${birth}${birthDigit}${expiry}${expiryDigit}`),
  ]
  return judged(checked, birth, expiry)
}

/** The optional data can be checked only where no filler was left out or typed too often. */
function tailOf(rest: string, before: string): readonly Checked[] {
  if (rest.length !== TD3_LENGTH - TD3_NEEDED) return []
  const [optional, optionalDigit, digit] = [rest.slice(0, 14), rest.charAt(14), rest.charAt(15)]
  return [
    { part: 'optional', field: optional, digit: optionalDigit },
    { part: 'whole', field: `${before}${optional}${optionalDigit}`, digit },
  ]
}

function readTd1(upper: string, middle: string, lower: string): MrzReading | undefined {
  const numbers = /^[IAC][A-Z<][A-Z<]{3}(.{9})(.)(.{15})$/.exec(upper.padEnd(TD1_LENGTH, '<'))
  const dates = /^(.{6})(.)[FMX<](.{6})(.)[A-Z<]{3}(.{11})(.)$/.exec(inDigits(middle, 0, 7, 8, 15))
  const name = readName(asLetters(lower), TD1_LENGTH)
  if (numbers === null || dates === null || name === undefined) return undefined
  const [, number = '', numberDigit = '', optional = ''] = numbers
  const [, birth = '', birthDigit = '', expiry = '', expiryDigit = '', more = '', digit = ''] = dates
  if (!areDates(birth, expiry)) return undefined
  const whole = `${number}${numberDigit}${optional}${birth}${birthDigit}${expiry}${expiryDigit}${more}`
  const checked: readonly Checked[] = [
    { part: 'number', field: number, digit: numberDigit },
    { part: 'birth-date', field: birth, digit: birthDigit },
    { part: 'expiry', field: expiry, digit: expiryDigit },
    { part: 'whole', field: whole, digit },
  ]
  return { format: 'td1', name, ...judged(checked, birth, expiry) }
}

function judged(checked: readonly Checked[], birth: string, expiry: string): Dates {
  const wrong = checked.filter(({ field, digit }) => !isChecked(field, digit)).map(({ part }) => part)
  return { wrong, birthDate: wrong.length > 0 ? undefined : beforeExpiry(birth, expiry) }
}

/** A name that ends in three fillers, or in a whole line's one, was printed whole. */
function readName(field: string, length: number): string | undefined {
  const name = field.replace(/^<+|<+$/g, '')
  const isWhole = /<{3}$/.test(field) || (field.length === length && field.endsWith('<'))
  const isName = /^[A-Z]+(?:<{1,2}[A-Z]+)*$/.test(name) && name.split('<<').length <= 2
  if (!isName || name.length > length) return undefined
  return isWhole ? `${name}<` : name
}

function areDates(birth: string, expiry: string): boolean {
  return /^\d{2}[\d<]{4}$/.test(birth) && /^\d{6}$/.test(expiry)
}

/** A lower line with digits where digits are; empty where that gives no dates. */
function readLower(line: string): string {
  const asTyped = inDigits(line, 13, 20, 21, 28)
  return areDates(asTyped.slice(13, 19), asTyped.slice(21, 27)) ? withNumber(asTyped) : ''
}

/** A number may hold letters: an O in it is a 0, and an I a 1, only where its check digit wants that. */
function withNumber(line: string): string {
  const [number, digit] = [line.slice(0, 9), inDigits(line.charAt(9), 0, 1)]
  const zeros = number.replaceAll('O', '0')
  const meant = [number, zeros, zeros.replaceAll('I', '1')].find((each) => isChecked(each, digit))
  return `${meant ?? number}${digit}${line.slice(10)}`
}

/** Digits that were typed for letters. */
function asLetters(line: string): string {
  return line.replaceAll('0', 'O').replaceAll('1', 'I')
}

/** Letters that were typed for digits, from each even to each odd place. */
function inDigits(line: string, ...places: readonly number[]): string {
  return [...line]
    .map((character, at) => {
      const isDigit = places.filter((place) => place <= at).length % 2 === 1
      return isDigit ? character.replace('O', '0').replace('I', '1') : character
    })
    .join('')
}
