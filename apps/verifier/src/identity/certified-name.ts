import { type PersonName, transliterate } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import { baseLetters, nameWords } from './letters.ts'

type Words = readonly string[]

/** A name in ICAO letters, lower case, its two halves apart. */
export interface SpeltName {
  readonly family: Words
  readonly given: Words
}

/** What a certificate says of a name. */
export interface CertifiedName {
  /** The words of `fn` and `gn`; undefined when there are none that can be read, or none in Latin letters. */
  readonly written: Words | undefined
  /** `fnt` and `gnt`, or what they would be; undefined when nobody can say. */
  readonly spelt: SpeltName | undefined
  /** Other ways to spell what is written: by base letters, where ICAO wants `UE` for `Ü`. */
  readonly otherwise: SpeltName | undefined
  /** Whether written and spelt name are the same name. */
  readonly agree: boolean
}

/** The parts of `nam`, prepared for comparison. */
export function certifiedName({ fn = '', fnt = '', gn = '', gnt = '' }: PersonName): CertifiedName {
  const written = latinWords(`${fn} ${gn}`)
  const otherwise = twoHalves(byBaseLetters(fn), byBaseLetters(gn))
  const byIcao = twoHalves(icaoWords(fn), icaoWords(gn))
  const spelt = twoHalves(mrzWords(fnt), mrzWords(gnt)) ?? byIcao
  const readings = [byIcao, otherwise].filter((reading) => reading !== undefined)
  const agree = spelt === undefined || readings.length === 0 || readings.some((reading) => areSame(spelt, reading))
  return { written, spelt, otherwise, agree }
}

function latinWords(name: string): Words | undefined {
  const words = nameWords(name)
  return words?.every((word) => baseLetters(word) !== undefined) ? words : undefined
}

/** Whether both halves are the same, word by word. */
export function areSame(a: SpeltName, b: SpeltName | undefined): boolean {
  return b !== undefined && joined(a.family) === joined(b.family) && joined(a.given) === joined(b.given)
}

function joined(words: Words): string {
  return words.join('<')
}

function twoHalves(family: Words | undefined, given: Words | undefined): SpeltName | undefined {
  return family === undefined || given === undefined || family.length + given.length === 0
    ? undefined
    : { family, given }
}

function mrzWords(spelling: string): Words {
  return spelling.slice(0, 512).toLowerCase().split('<').filter(Boolean)
}

function icaoWords(name: string): Words | undefined {
  if (name.trim() === '') return []
  try {
    return mrzWords(transliterate(name))
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

function byBaseLetters(name: string): Words | undefined {
  if (name.trim() === '') return []
  const words = nameWords(name)?.map(baseLetters)
  return words?.every((word) => word !== undefined) ? words : undefined
}
