import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'
import type { Province, ProvinceList } from './code-sets.ts'

/** First day of the 34 units. */
const NEW_LIST = '2025-07-01'

/** The list that holds on a day, "2022-05-31". */
export function provinceListOn(day: string): ProvinceList {
  return day < NEW_LIST ? '2004-63' : '2025-34'
}

/** Other ways to write a name, by the name's own key; without marks, blanks, signs and the words province and city. */
const variants: Readonly<Record<string, readonly string[]>> = {
  hanoi: ['hn', 'tphn'],
  hochiminh: ['hcm', 'tphcm', 'hcmc', 'saigon', 'tpsaigon', 'sg', 'tpsg', 'hochiminhcity', 'saigonhochiminh'],
  thuathienhue: ['hue', 'tthue', 'tth', 'tphue'],
  hue: ['thuathienhue', 'tthue', 'tth'],
  bariavungtau: ['brvt', 'vungtau', 'baria', 'vungtaubaria', 'brvungtau'],
  daklak: ['daclac', 'daclak', 'daklac', 'darlac'],
  daknong: ['dacnong'],
  backan: ['baccan'],
  kontum: ['contum', 'congtum'],
  danang: ['tpdn'],
  haiphong: ['tphp'],
  cantho: ['tpct'],
}
const rank = /^(?:tinh|thanhpho|tp)(?=\p{L}{3})/u

interface Index {
  readonly byCode: ReadonlyMap<string, Province>
  readonly byKey: ReadonlyMap<string, Province>
}

const indexes = new WeakMap<readonly Province[], ReadonlyMap<ProvinceList, Index>>()

/**
 * The province that a text means on a day: its code ("24", "024", "1") or its name, with or without marks, in the
 * usual variants. A code is one of that day's list only: 24 was Bắc Giang and is Bắc Ninh. So is a name, but for one that
 * then no longer was or not yet was, which is found in the other list: see `list` of the answer.
 */
export function findProvince(text: string, day: string, provinces: readonly Province[]): Province | undefined {
  const lists = indexes.get(provinces) ?? makeIndexes(provinces)
  const list = provinceListOn(day)
  const index = lists.get(list)
  if (/^\s*\d+\s*$/.test(text))
    return index?.byCode.get(
      text
        .trim()
        .replace(/^0*(?=\d{2})/, '')
        .padStart(2, '0'),
    )
  const key = provinceKey(text)
  return index?.byKey.get(key) ?? lists.get(list === '2004-63' ? '2025-34' : '2004-63')?.byKey.get(key)
}

/** The unit of today's list that a province of the 63 became part of. */
export function successorOf({ list, code }: Province, provinces: readonly Province[]): Province | undefined {
  return list === '2004-63' ? provinces.find(({ from }) => from?.includes(code)) : undefined
}

const provinceKey: (text: string) => string = memo((text) => headingKey(text).replace(rank, ''))

function makeIndexes(provinces: readonly Province[]): ReadonlyMap<ProvinceList, Index> {
  const lists = new Map((['2004-63', '2025-34'] as const).map((list) => [list, indexOf(provinces, list)]))
  indexes.set(provinces, lists)
  return lists
}

function indexOf(provinces: readonly Province[], list: ProvinceList): Index {
  const own = provinces.filter((province) => province.list === list)
  const named = own.flatMap((province) => {
    const key = provinceKey(province.name)
    return [key, ...(variants[key] ?? [])].map((name) => [name, province] as const)
  })
  return { byCode: new Map(own.map((province) => [province.code, province])), byKey: new Map(named) }
}
