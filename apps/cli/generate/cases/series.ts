import type { TimelineDose } from '@vaxcert/core'
import type { SeriesCase } from '../record-case.ts'

const right = { spec: 'Implementing Decision (EU) 2021/2301', importance: 'high' } as const
const wrong = { spec: 'our rule: a timeline that contradicts itself is refused', importance: 'high' } as const

const PFIZER = 'EU/1/20/1528'
const MODERNA = 'EU/1/20/1507'
const ASTRAZENECA = 'EU/1/21/1529'
const JANSSEN = 'EU/1/20/1525'
const VERO_CELL = 'BBIBP-CorV'

/** Doses d1, d2, … four weeks apart. */
function doses(...products: readonly string[]): readonly TimelineDose[] {
  const first = Date.UTC(2021, 2, 8)
  return products.map((product, index) => {
    const date = new Date(first + index * 28 * 86_400_000).toISOString().slice(0, 10)
    return { id: `d${index + 1}`, product, date }
  })
}

const [first, second] = doses(PFIZER, PFIZER) as [TimelineDose, TimelineDose]

const rightCases: readonly SeriesCase[] = [
  { ...right, id: 'series/one-dose', about: 'The first of two.', timeline: doses(PFIZER), expect: { d1: [1, 2] } },
  {
    ...right,
    id: 'series/two-doses',
    about: 'Both doses.',
    timeline: doses(PFIZER, PFIZER),
    expect: { d1: [1, 2], d2: [2, 2] },
  },
  {
    ...right,
    id: 'series/any-order',
    about: 'The later dose first in the record: the days decide.',
    timeline: [second, first],
    expect: { d1: [1, 2], d2: [2, 2] },
  },
  {
    ...right,
    id: 'series/mixed',
    about: 'AstraZeneca, then Pfizer.',
    timeline: doses(ASTRAZENECA, PFIZER),
    expect: { d1: [1, 2], d2: [2, 2] },
  },
  {
    ...right,
    id: 'series/booster',
    about: 'A booster after two: 3/3.',
    timeline: doses(ASTRAZENECA, PFIZER, MODERNA),
    expect: { d1: [1, 2], d2: [2, 2], d3: [3, 3] },
  },
  {
    ...right,
    id: 'series/additional-and-booster',
    about: 'Vero Cell twice, an additional dose and a booster: 4/4.',
    timeline: doses(VERO_CELL, VERO_CELL, VERO_CELL, PFIZER),
    expect: { d1: [1, 2], d2: [2, 2], d3: [3, 3], d4: [4, 4] },
  },
  {
    ...right,
    id: 'series/janssen',
    about: 'One dose is a whole series.',
    timeline: doses(JANSSEN),
    expect: { d1: [1, 1] },
  },
  {
    ...right,
    id: 'series/janssen-boosters',
    about: 'Boosters after Janssen: 2/1 and 3/1.',
    timeline: doses(JANSSEN, PFIZER, PFIZER),
    expect: { d1: [1, 1], d2: [2, 1], d3: [3, 1] },
  },
  {
    ...right,
    id: 'series/sputnik-light',
    about: 'Sputnik Light counts as Janssen does.',
    timeline: doses('Sputnik-Light', ASTRAZENECA),
    expect: { d1: [1, 1], d2: [2, 1] },
  },
  {
    ...right,
    id: 'series/abdala',
    about: 'Abdala has three primary doses: 3/3 is no booster.',
    timeline: doses('Abdala', 'Abdala', 'Abdala'),
    expect: { d1: [1, 3], d2: [2, 3], d3: [3, 3] },
  },
  {
    ...right,
    id: 'series/abdala-booster',
    about: 'A booster after Abdala: 4/4.',
    timeline: doses('Abdala', 'Abdala', 'Abdala', PFIZER),
    expect: { d1: [1, 3], d2: [2, 3], d3: [3, 3], d4: [4, 4] },
  },
  {
    ...right,
    id: 'series/nine',
    about: 'Nine doses, as many as a certificate can count.',
    timeline: doses(...Array(9).fill(PFIZER)),
    expect: nine(),
  },
]

const wrongCases: readonly SeriesCase[] = [
  {
    ...wrong,
    id: 'series/same-day',
    about: 'Two doses on one day: one dose told twice, or a wrong date.',
    timeline: [first, { ...second, date: first.date }],
    expect: { code: 'record.timeline' },
  },
  {
    ...wrong,
    id: 'series/same-id',
    about: 'Two doses of one id.',
    timeline: [first, { ...second, id: first.id }],
    expect: { code: 'record.timeline' },
  },
  {
    ...wrong,
    id: 'series/ten',
    about: 'Ten doses.',
    timeline: doses(...Array(10).fill(PFIZER)),
    expect: { code: 'record.timeline' },
  },
  {
    ...wrong,
    id: 'series/unknown-product',
    about: 'A product that nobody knows.',
    timeline: [first, { ...second, product: 'Fizer' }],
    expect: { code: 'record.product' },
  },
  {
    ...wrong,
    id: 'series/impossible-day',
    about: 'The 29th of February 2021.',
    timeline: [{ ...first, date: '2021-02-29' }, second],
    expect: { code: 'record.date' },
  },
]

export const seriesCases: readonly SeriesCase[] = [...rightCases, ...wrongCases]

function nine(): SeriesCase['expect'] {
  return Object.fromEntries(
    doses(...Array(9).fill(PFIZER)).map(({ id }, index) => [id, [index + 1, Math.max(index + 1, 2)]]),
  )
}
