import { checkVaccineTriple, codeStatus } from '@vaxcert/core/dcc'

/** Codes of a vaccine in one text: product, and, where they stand beside it, holder and kind. */
export interface CodedVaccine {
  readonly mp: string
  /** Whether holder and kind are those of the product (eHN value sets, Annex A). */
  readonly fits: boolean
}

/** A kind that is said by no number: "J07BX03", or digits; or a holder by its number. */
const mayBeCoded = /ORG-\d|\d{9}|J07BX03/

/** A text that is a product code with a holder, a kind, or both, "EU/1/21/1529 ORG-100001699"; undefined for others. */
export function readTriple(text: string): CodedVaccine | undefined {
  if (!mayBeCoded.test(text) || text.length > 120) return undefined
  const found = { mp: '', ma: '', vp: '' }
  for (const word of text.split(/[\s|;,+]+/).filter(Boolean)) {
    const field = fieldOf(word)
    if (field === undefined || found[field] !== '') return undefined
    found[field] = word
  }
  const { mp, ma, vp } = found
  if (mp === '' || (ma === '' && vp === '')) return undefined
  return { mp, fits: !misfits(found).some((path) => found[path.slice(-2) as keyof typeof found] !== '') }
}

function fieldOf(word: string): 'mp' | 'ma' | 'vp' | undefined {
  if (codeStatus('vaccines-covid-19-names', word) === 'active') return 'mp'
  if (codeStatus('vaccines-covid-19-auth-holders', word) !== undefined) return 'ma'
  return codeStatus('sct-vaccines-covid-19', word) === undefined ? undefined : 'vp'
}

/** Paths, "v.0.ma"; the old general kind goes with every product. */
function misfits({ mp, ma, vp }: Readonly<Record<'mp' | 'ma' | 'vp', string>>): readonly string[] {
  const kind = vp === 'J07BX03' ? '28531000087107' : vp
  const event = { tg: '', vp: kind, mp, ma, dn: 1, sd: 1, dt: '', co: '', is: '', ci: '' }
  return checkVaccineTriple({ v: [event] }).map(({ path }) => path)
}
