import type { Dose } from '@vaxcert/core'
import { type IssueCase, type IssueRequestOf, lanAsRegistered, pfizer } from '../issue-case.ts'

const record = { spec: 'our rule: what cannot be certified is refused, never guessed', importance: 'high' } as const

function named(fullName: string): Partial<IssueRequestOf> {
  return { person: { ...lanAsRegistered, name: { fullName } } }
}

function born(birthDate: string): Partial<IssueRequestOf> {
  return { person: { ...lanAsRegistered, birthDate } }
}

/** The usual dose with other facts, alone in its timeline. */
export function dosed(facts: Partial<Dose>): Partial<IssueRequestOf> {
  const dose = { ...pfizer, ...facts }
  return { dose, timeline: [dose] }
}

const date = { ...record, expect: { code: 'record.date' } } as const
const birth = { ...record, expect: { code: 'record.birth-date' } } as const
const product = { ...record, expect: { code: 'record.product' } } as const
const timeline = { ...record, expect: { code: 'record.timeline' } } as const

/** Records that no certificate may be made of. */
export const issueRecordCases: readonly IssueCase[] = [
  {
    ...record,
    id: 'issue/name-han',
    about: 'A name in Han characters without the spelling of the passport.',
    given: named('阮文安'),
    expect: { code: 'record.name' },
  },
  { ...record, id: 'issue/name-empty', about: 'No name.', given: named(' '), expect: { code: 'record.name' } },
  { ...birth, id: 'issue/birth-impossible', about: 'Born on the 30th of February.', given: born('1985-02-30') },
  { ...birth, id: 'issue/birth-order', about: 'A date of birth with the day first.', given: born('12/03/1985') },
  { ...birth, id: 'issue/birth-empty', about: 'No date of birth.', given: born('') },
  {
    ...birth,
    id: 'issue/birth-1899',
    about: 'Born before 1900, which the schema cannot say.',
    given: born('1899-12-31'),
  },
  {
    ...date,
    id: 'issue/dose-impossible',
    about: 'A dose on the 31st of September.',
    given: dosed({ date: '2021-09-31' }),
  },
  { ...date, id: 'issue/dose-before-birth', about: 'A dose before birth.', given: dosed({ date: '1985-03-11' }) },
  {
    ...date,
    id: 'issue/dose-after-issue',
    about: 'A dose two days after issue.',
    given: dosed({ date: '2022-05-03' }),
  },
  { ...product, id: 'issue/product-misspelt', about: 'A product that is no code.', given: dosed({ product: 'Fizer' }) },
  {
    ...product,
    id: 'issue/product-wuhan',
    about: 'The deprecated code of the vaccine of Wuhan, which is not the Vero Cell of Viet Nam.',
    given: dosed({ product: 'Inactivated-SARS-CoV-2-Vero-Cell' }),
  },
  {
    ...timeline,
    id: 'issue/timeline-without-dose',
    about: 'A timeline in which the dose does not stand.',
    given: { timeline: [{ ...pfizer, id: 'd1' }] },
  },
  {
    ...timeline,
    id: 'issue/timeline-same-day',
    about: 'Two doses on one day.',
    given: { timeline: [pfizer, { ...pfizer, id: 'd1' }] },
  },
  {
    ...timeline,
    id: 'issue/timeline-same-id',
    about: 'Two doses of one id.',
    given: { timeline: [pfizer, { ...pfizer, date: '2021-09-11' }] },
  },
  {
    ...record,
    id: 'issue/dose-abroad',
    about: 'A dose given abroad: that country certifies it.',
    given: dosed({ country: 'FR' }),
    expect: { code: 'record.country' },
  },
]
