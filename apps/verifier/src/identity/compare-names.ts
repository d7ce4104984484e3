import type { PersonName } from '@vaxcert/core/dcc'
import { certifiedName, type SpeltName } from './certified-name.ts'
import type { FieldMatch } from './compare.ts'
import { compareWithMrz } from './compare-with-mrz.ts'
import { compareWords, type WordsReason } from './compare-words.ts'
import type { IdentityPaper } from './identity-card.ts'
import { baseLetters, nameWords } from './letters.ts'
import { readTypedMarks } from './typed-marks.ts'

/** Why two names are not simply the same. */
export type NameReason =
  | WordsReason
  /** All words agree, but surname and given names are parted elsewhere. */
  | 'parted'
  /** The paper's line is full, or was not typed to its end; the certificate's name begins like it. */
  | 'cut-off'
  /** Agrees once the keys that a hand scanner typed are read as marks, which is likely but not certain. */
  | 'typed-marks'
  /** The certificate's own two spellings of the name do not agree. */
  | 'two-spellings'
  /** The name holds what no name holds, lost letters or hidden ones among them. */
  | 'unreadable'
  | 'no-name'

type Match = Pick<FieldMatch, 'outcome' | 'why'>

/** Compares the `nam` of a certificate with the name on a paper. */
export function compareNames(nam: PersonName, { kind, name }: IdentityPaper): Match {
  if (name === '') return { outcome: 'unknown', why: 'no-name' }
  if (kind === 'passport' || (kind === 'cccd' && name.includes('<'))) return compareWithMrz(nam, name)
  const match = compareWritten(nam, name)
  return kind === 'mic-personal' && match.outcome === 'same' ? { outcome: 'similar', why: 'marks-missing' } : match
}

/** As it was read, or else as a hand scanner may have typed it. */
function compareWritten(nam: PersonName, name: string): Match {
  const asRead = compareAsRead(nam, nameWords(name))
  const typed = isOff(asRead) ? readTypedMarks(name) : undefined
  if (typed === undefined) return asRead
  const match = compareAsRead(nam, nameWords(typed.name))
  if (isOff(match)) return asRead
  return typed.certain ? match : { outcome: 'similar', why: 'typed-marks' }
}

function isOff({ outcome }: Match): boolean {
  return outcome === 'different' || outcome === 'unknown'
}

function compareAsRead(nam: PersonName, words: readonly string[] | undefined): Match {
  if (words === undefined) return { outcome: 'unknown', why: 'unreadable' }
  const { written, spelt, agree } = certifiedName(nam)
  if (written === undefined)
    return spelt === undefined ? nothingToCompare(nam) : onlySpelt([...spelt.family, ...spelt.given], words)
  const match = compareWords(written, words)
  if (match.outcome === 'same' && !agree) return { outcome: 'similar', why: 'two-spellings' }
  return match.outcome === 'different' && isSpelt(spelt, words) ? { outcome: 'similar', why: 'spelling' } : match
}

/** Whether a paper writes out in ICAO letters what the certificate writes with marks: `Mueller` for `Müller`. */
function isSpelt(spelt: SpeltName | undefined, words: readonly string[]): boolean {
  return spelt !== undefined && [...spelt.family, ...spelt.given].join(' ') === words.join(' ')
}

/** ICAO letters alone tell no marks, so they never make two written names the same. */
function onlySpelt(spelt: readonly string[], words: readonly string[]): Match {
  if (words.some((word) => baseLetters(word) === undefined)) return { outcome: 'unknown', why: 'other-script' }
  const match = compareWords(spelt, words)
  return match.outcome === 'same' ? { outcome: 'similar', why: 'marks-missing' } : match
}

function nothingToCompare({ fn = '', gn = '' }: PersonName): Match {
  return { outcome: 'unknown', why: fn + gn === '' ? 'no-name' : 'unreadable' }
}
