/** What an identifier is made of, and the digits of its check character (eHN guidelines, annex 2; eu-dcc-schema FAQ). */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:'
const MAX_LENGTH = 72
const MAX_ENTITY = 34
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Of 5 bits each: 100 bits, so that neither guessing nor hashing every candidate finds one. */
const RANDOM_CHARACTERS = 20

/** Value of a character by its code, -1 outside the alphabet. */
const digits = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))
const ascii = new TextDecoder()

/** Fills all of the array with random bytes. */
export type RandomSource = (into: Uint8Array<ArrayBuffer>) => unknown

/** Configuration, never a field of a record. */
export interface UvciOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Code of the issuing entity, 1–34 of A–Z and 0–9. */
  readonly issuingEntity?: string
  /** Default: `globalThis.crypto`. */
  readonly random?: RandomSource
}

/**
 * A new certificate identifier with check character, at most 72 characters. Without an issuing entity it is opaque
 * (annex 2, option 2): `URN:UVCI:01:VN:K3…#C`; with one it has some semantics (option 3): `URN:UVCI:01:VN:01001/K3…#C`.
 * @throws TypeError when country or issuing entity is out of shape
 */
export function makeUvci({ country, issuingEntity, random }: UvciOptions): string {
  if (!isCountryCode(country)) throw new TypeError('country must be two capital letters')
  const unique = random ? randomText(random, RANDOM_CHARACTERS) : fromStock()
  const body = `URN:UVCI:01:${country}:${entityPrefix(issuingEntity)}${unique}`
  return `${body}#${uvciCheckCharacter(body)}`
}

function isCountryCode(text: string): boolean {
  return text.length === 2 && isCapital(text.charCodeAt(0)) && isCapital(text.charCodeAt(1))
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

/**
 * Luhn mod 38 over everything before the `#`, `URN:UVCI:` included.
 * Undefined when a character is outside `A–Z 0–9 / :` or the body leaves no room for a check character.
 */
export function uvciCheckCharacter(body: string): string | undefined {
  if (body.length > MAX_LENGTH - 2) return undefined
  const base = ALPHABET.length
  let sum = 0
  for (let i = body.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const digit = digits[body.charCodeAt(i)] ?? -1
    if (digit < 0) return undefined
    const addend = factor * digit
    sum += addend < base ? addend : addend - base + 1 // the sum of its digits to that base
  }
  return ALPHABET.charAt((base - (sum % base)) % base)
}

/**
 * Whether what follows the `#` is the right check character; undefined when there is no `#`.
 * For display and data quality only: many issuers compute it otherwise, so a UVCI is opaque to a verifier
 * and no certificate may be refused for it.
 */
export function hasValidCheckCharacter(uvci: string): boolean | undefined {
  const mark = uvci.indexOf('#')
  if (mark < 0) return undefined
  return mark === uvci.length - 2 && uvciCheckCharacter(uvci.slice(0, mark)) === uvci.charAt(mark + 1)
}

function entityPrefix(entity: string | undefined): string {
  if (entity === undefined) return ''
  if (entity.length > MAX_ENTITY || !/^[A-Z0-9]+$/.test(entity)) {
    throw new TypeError('issuingEntity must be 1 to 34 characters of A–Z and 0–9')
  }
  return `${entity}/`
}

function randomText(random: RandomSource, characters: number): string {
  const bytes = new Uint8Array(characters)
  random(bytes)
  for (let i = 0; i < characters; i++) bytes[i] = BASE32.charCodeAt((bytes[i] ?? 0) & 31)
  return ascii.decode(bytes)
}

/** Random characters for many identifiers: a call of getRandomValues costs more than all the rest of one. */
let stock = ''
let used = 0

function fromStock(): string {
  if (used === stock.length) {
    stock = randomText((into) => globalThis.crypto.getRandomValues(into), 200 * RANDOM_CHARACTERS)
    used = 0
  }
  used += RANDOM_CHARACTERS
  return stock.slice(used - RANDOM_CHARACTERS, used)
}
