import type { PersonName } from '@vaxcert/core/dcc'
import { areSame, certifiedName, type SpeltName } from './certified-name.ts'
import type { FieldMatch } from './compare.ts'
import { compareWords } from './compare-words.ts'

type Match = Pick<FieldMatch, 'outcome' | 'why'>

/** Compares with the name of a machine readable zone, `NGUYEN<<VAN<AN<`; without its last `<` it may go on. */
export function compareWithMrz(nam: PersonName, printed: string): Match {
  const { spelt, otherwise, agree } = certifiedName(nam)
  if (spelt === undefined) return { outcome: 'unknown', why: hasName(nam) ? 'other-script' : 'no-name' }
  const name = twoHalves(printed)
  if (!printed.endsWith('<')) return compareCutOff(spelt, name)
  if (areSame(spelt, name)) return agree ? { outcome: 'same' } : { outcome: 'similar', why: 'two-spellings' }
  const match = compareHalves(spelt, name)
  return match.outcome === 'different' && areSame(name, otherwise) ? { outcome: 'similar', why: 'spelling' } : match
}

/** Here no letter has marks, so that words which are all the same are parted otherwise. */
function compareHalves(certified: SpeltName, printed: SpeltName): Match {
  const match = compareWords(allOf(certified), allOf(printed))
  if (match.outcome === 'same') return { outcome: 'similar', why: 'parted' }
  const isSameFamily = certified.family.join('<') === printed.family.join('<')
  const leavesOut = isLeftOut(certified.given, printed.given) || isLeftOut(printed.given, certified.given)
  return match.outcome === 'different' && isSameFamily && leavesOut
    ? { outcome: 'similar', why: 'middle-names' }
    : match
}

/** Whether the first list is the second without some of its words, but not without all. */
function isLeftOut(fewer: readonly string[], more: readonly string[]): boolean {
  let at = 0
  return (
    fewer.length > 0 &&
    fewer.every((word) => {
      while (at < more.length && more[at] !== word) at++
      return at++ < more.length
    })
  )
}

function compareCutOff(certified: SpeltName, printed: SpeltName): Match {
  const [whole, begun] = [asPrinted(certified), asPrinted(printed)]
  const surname = certified.family.join('<')
  if (begun.length < surname.length && surname.startsWith(begun)) return { outcome: 'unknown', why: 'no-name' }
  return whole.startsWith(begun) ? { outcome: 'similar', why: 'cut-off' } : compareHalves(certified, printed)
}

function twoHalves(printed: string): SpeltName {
  const [family = '', given = ''] = printed.toLowerCase().split('<<')
  return { family: family.split('<').filter(Boolean), given: given.split('<').filter(Boolean) }
}

function asPrinted({ family, given }: SpeltName): string {
  return `${family.join('<')}<<${given.join('<')}`.replace(/<+$/, '')
}

function allOf({ family, given }: SpeltName): readonly string[] {
  return [...family, ...given]
}

function hasName({ fn = '', gn = '' }: PersonName): boolean {
  return fn + gn !== ''
}
