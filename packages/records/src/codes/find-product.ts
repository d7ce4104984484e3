import { codeStatus, VALUE_SETS } from '@vaxcert/core/dcc'
import { isOneSlip } from '../names/score.ts'
import { headingKey } from '../read/heading-key.ts'
import type { Product } from './code-sets.ts'

/** What a text in the column of products means. A suggestion is for a person to confirm, never taken by itself. */
export type ProductMatch =
  | { readonly kind: 'exact'; readonly mp: string }
  | { readonly kind: 'suggestion'; readonly mp: string }
  | { readonly kind: 'unknown' }

/** Where a dose was given: some names mean one product here and another elsewhere. */
export type ProductUse = 'here' | 'abroad'

interface Index {
  readonly exact: ReadonlyMap<string, string>
  readonly suggested: ReadonlyMap<string, string>
  readonly known: Map<string, ProductMatch>
}

/** Different texts remembered: spellings are some hundreds, but a column may hold anything. */
const ROOM = 5_000
const LONGEST = 120
const unknown: ProductMatch = { kind: 'unknown' }
const indexes: Readonly<Record<ProductUse, WeakMap<readonly Product[], Index>>> = {
  here: new WeakMap(),
  abroad: new WeakMap(),
}

/** The product that a text means: its `mp` code, a spelling of the list, or one slip away from one. Never throws. */
export function findProduct(text: string, products: readonly Product[], use: ProductUse): ProductMatch {
  const index = indexes[use].get(products) ?? makeIndex(products, use)
  const before = index.known.get(text)
  if (before !== undefined) return before
  const match = text.length > LONGEST ? unknown : read(text, index)
  if (index.known.size >= ROOM) index.known.clear()
  if (text.length <= LONGEST) index.known.set(text, match)
  return match
}

/** Whole, then by its parts, "AstraZeneca (Vaxzevria)", which must agree; then what it nearly says. */
function read(text: string, { exact, suggested }: Index): ProductMatch {
  const key = productKey(text)
  const mp = exact.get(key) ?? agreed(text, exact)
  if (mp !== undefined) return { kind: 'exact', mp }
  const near = suggested.get(key) ?? agreed(text, suggested) ?? oneSlipAway(key, exact)
  return near === undefined ? unknown : { kind: 'suggestion', mp: near }
}

/** Words that say nothing of which vaccine it is. */
const idle =
  /vắc[\s-]*xin|vac[\s-]*xin|vaccines?\b|vaccin\b|covid-?\s*19\b|\d+(?:[.,]\d+)?\s*(?:mcg|µg|μg|ml)\b|trẻ em|tre em|người lớn|nguoi lon/giu

function productKey(text: string): string {
  return headingKey(text.normalize('NFC').replace(idle, ' '))
}

function agreed(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const keys = text
    .split(/[()[\]/,;+]/)
    .map(productKey)
    .filter(Boolean)
  const [first, ...rest] = keys.map((key) => names.get(key))
  return rest.length > 0 && rest.every((mp) => mp === first) ? first : undefined
}

/** Of one product only, and not of a word so short that a slip makes another. */
function oneSlipAway(key: string, names: ReadonlyMap<string, string>): string | undefined {
  if (key.length < 5) return undefined
  const near = new Set<string>()
  for (const [name, mp] of names) if (isSpelt(name) && isOneSlip(name, key)) near.add(mp)
  const [only] = near
  return near.size === 1 ? only : undefined
}

/** A number of the Community register is one slip from others. */
function isSpelt(name: string): boolean {
  return name.length >= 5 && !name.startsWith('eu1')
}

/** Names of vaccines that are not of our list and whose code says nothing: those that travellers had. */
const elsewhere = { Sinovac: 'CoronaVac', Nuvaxovid: 'EU/1/21/1618', Novavax: 'EU/1/21/1618' } as const

function makeIndex(products: readonly Product[], use: ProductUse): Index {
  const codes = VALUE_SETS['vaccines-covid-19-names'].active.map((mp) => [productKey(mp), mp] as const)
  const others = Object.entries(elsewhere).map(([name, mp]) => [productKey(name), mp] as const)
  const own = products.flatMap(({ mp, spellings, spellingsHere = [] }) =>
    [mp, ...spellings, ...(use === 'here' ? spellingsHere : [])].map((name) => [productKey(name), mp] as const),
  )
  const near = products.flatMap(({ mp, misspellings, spellingsHere = [] }) =>
    [...misspellings, ...(use === 'abroad' ? spellingsHere : [])].map((name) => [productKey(name), mp] as const),
  )
  const exact = new Map([...codes, ...others, ...own])
  const index = { exact, suggested: new Map([...near, ...wuhanCode(products)]), known: new Map() }
  indexes[use].set(products, index)
  return index
}

/** A deprecated code of the European list that machines take "Vero Cell" for. Whoever wrote it here meant Beijing's. */
function wuhanCode(products: readonly Product[]): readonly (readonly [string, string])[] {
  const code = 'Inactivated-SARS-CoV-2-Vero-Cell'
  const isKnown = codeStatus('vaccines-covid-19-names', code) === 'deprecated'
  const beijing = products.find(({ mp }) => mp === 'BBIBP-CorV')
  return isKnown && beijing !== undefined ? [[productKey(code), beijing.mp]] : []
}
