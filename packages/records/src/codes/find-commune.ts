import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'
import type { ProvinceList } from './code-sets.ts'

const rank = /^(?:thitran|phuong|dackhu|xa|tt|p(?=\d)|x(?=\d))/
const wholeKey: (text: string) => string = memo(headingKey)
/** "Phường 01", "P.1" and "1" are one. */
const bareKey: (text: string) => string = memo((text) =>
  wholeKey(text)
    .replace(rank, '')
    .replace(/^0+(?=\d)/, ''),
)
const nameSets = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>()

/**
 * Whether a code or a name is one of a commune of that list, somewhere in the country; names with or without marks and
 * rank. True where no communes of that list are at hand.
 */
export function isCommune(text: string, list: ProvinceList, communes: ReadonlyMap<string, string>): boolean {
  if (communes.size === 0) return true
  const names = nameSets.get(communes) ?? makeNames(communes)
  if (!names.has(list)) return true
  const code = text.trim()
  if (/^\d{1,5}$/.test(code) && communes.has(`${list}/${code.padStart(5, '0')}`)) return true
  return names.has(`${list}/${wholeKey(text)}`) || names.has(`${list}/${bareKey(text)}`)
}

/** "2004-63/xaphucxa" and "2004-63/phucxa", and each list by itself where it holds any. */
function makeNames(communes: ReadonlyMap<string, string>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [key, name] of communes) {
    const list = key.slice(0, 7)
    names
      .add(list)
      .add(`${list}/${wholeKey(name)}`)
      .add(`${list}/${bareKey(name)}`)
  }
  nameSets.set(communes, names)
  return names
}
