import type { Dose } from '@vaxcert/core'
import { certificateOf, type IssueCase, pfizer } from '../issue-case.ts'

/** Products given in Viet Nam and their codes (value sets 2.12, Annex A), with the doses of a primary series. */
const products: readonly (readonly [name: string, mp: string, ma: string, vp: string, doses: number])[] = [
  ['AstraZeneca', 'EU/1/21/1529', 'ORG-100001699', '29061000087103', 2],
  ['Covishield', 'Covishield', 'ORG-100001981', '29061000087103', 2],
  ['Sputnik V', 'Sputnik-V', 'Gamaleya-Research-Institute', '29061000087103', 2],
  ['Vero Cell', 'BBIBP-CorV', 'ORG-100020693', '1157024006', 2],
  ['Pfizer', 'EU/1/20/1528', 'ORG-100030215', '1119349007', 2],
  ['Moderna', 'EU/1/20/1507', 'ORG-100031184', '1119349007', 2],
  ['Janssen', 'EU/1/20/1525', 'ORG-100001417', '29061000087103', 1],
  ['Hayat-Vax', 'Hayat-Vax', 'ORG-100023050', '1157024006', 2],
  ['Abdala', 'Abdala', 'CIGB', '28531000087107', 3],
]

const productCases = products.map(([name, mp, ma, vp, sd]): IssueCase => {
  const dose = { ...pfizer, product: mp }
  return {
    id: `issue/product-${name.toLowerCase().replaceAll(' ', '-')}`,
    about: `A first dose of ${name}: mp, ma and vp belong together.`,
    spec: 'eHN value sets 2.12, Annex A',
    importance: 'high',
    given: { dose, timeline: [dose] },
    expect: certificateOf({ mp, ma, vp, dn: 1, sd }),
  }
})

function timelineOf(...products: readonly string[]): { dose: Dose; timeline: readonly Dose[] } {
  const last = products.length - 1
  const timeline = products.map((product, index) => ({
    ...pfizer,
    product,
    id: `d${index}`,
    date: daysBefore(last - index),
  }))
  return { dose: timeline[last] ?? pfizer, timeline: timeline.toReversed() }
}

/** So many times 28 days before the usual dose. */
function daysBefore(months: number): string {
  return new Date(Date.parse(pfizer.date) - months * 28 * 86_400_000).toISOString().slice(0, 10)
}

const [P, J, A, Z] = ['EU/1/20/1528', 'EU/1/20/1525', 'Abdala', 'EU/1/21/1529']
const booster = { spec: 'Implementing Decision (EU) 2021/2301', importance: 'high' } as const

const seriesCases: readonly IssueCase[] = [
  { ...booster, id: 'issue/second-of-two', about: 'A second dose.', expect: certificateOf({}) },
  {
    ...booster,
    id: 'issue/mixed-products',
    about: 'AstraZeneca, then Pfizer: the codes are of this dose.',
    given: timelineOf(Z, P),
    expect: certificateOf({}),
  },
  {
    ...booster,
    id: 'issue/booster',
    about: 'A third dose after two: 3/3.',
    given: timelineOf(P, P, P),
    expect: certificateOf({ dn: 3, sd: 3 }),
  },
  {
    ...booster,
    id: 'issue/booster-after-janssen',
    about: 'A second dose after Janssen: 2/1.',
    given: timelineOf(J, P),
    expect: certificateOf({ dn: 2, sd: 1 }),
  },
  {
    ...booster,
    id: 'issue/booster-after-abdala',
    about: 'A fourth dose after three of Abdala: 4/4.',
    given: timelineOf(A, A, A, P),
    expect: certificateOf({ dn: 4, sd: 4 }),
  },
]

export const issueProductCases: readonly IssueCase[] = [...productCases, ...seriesCases]
