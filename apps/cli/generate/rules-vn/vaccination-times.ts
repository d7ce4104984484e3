import { vaccination } from '../people.ts'
import { atLeast, clock, either, field, moved, same, when } from './logic.ts'
import { type NationalRule, nationalRule, ruleTest } from './national-rule.ts'

const [mp, dn, sd] = [field('v.0.mp'), field('v.0.dn'), field('v.0.sd')]

/** A dose beyond the series, or the third and later; the fourth of Abdala, whose own series has three. */
const booster = either({ '>': [dn, sd] }, atLeast(dn, when(same(mp, 'Abdala'), 4, 3)))
const affectedFields = ['v.0.dn', 'v.0.dt', 'v.0.mp', 'v.0.sd']

function dose(dt: string, fields: object = {}): object {
  return { v: [{ ...vaccination, dt, ...fields }] }
}

const third = { dn: 3, sd: 3 }
const afterJanssen = { dn: 2, sd: 1 }

/** When it was injected. */
export const vaccinationTimeRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'VR-VN-0003',
    certificateType: 'Vaccination',
    purposes: ['entry'],
    en: 'the last dose of the series must be at least 14 days ago; a booster counts at once.',
    vi: 'liều cuối của liều cơ bản phải tiêm trước ít nhất 14 ngày; liều nhắc lại có hiệu lực ngay.',
    affectedFields,
    logic: either(booster, { 'not-after': [moved('v.0.dt', 14), clock] }),
    tests: [
      ruleTest('14 days ago', dose('2022-05-18'), true),
      ruleTest('a second less than 14 days ago', dose('2022-05-18'), false, '2022-05-31T23:59:59Z'),
      ruleTest('13 days ago', dose('2022-05-19'), false),
      ruleTest('14 days ago across the end of February', dose('2022-02-20'), true, '2022-03-06T00:00:00Z'),
      ruleTest('a third dose today', dose('2022-06-01', third), true),
      ruleTest('a booster after Janssen today', dose('2022-06-01', afterJanssen), true),
      ruleTest(
        'the third of Abdala today, which ends its series',
        dose('2022-06-01', { ...third, mp: 'Abdala' }),
        false,
      ),
      ruleTest('the fourth of Abdala today', dose('2022-06-01', { mp: 'Abdala', dn: 4, sd: 4 }), true),
    ],
  }),
  nationalRule({
    identifier: 'VR-VN-0004',
    certificateType: 'Vaccination',
    purposes: ['entry'],
    en: 'the last dose must be less than 12 months ago.',
    vi: 'liều cuối phải tiêm trong vòng 12 tháng.',
    affectedFields: ['v.0.dt'],
    logic: { before: [clock, moved('v.0.dt', 12, 'month')] },
    tests: [
      ruleTest('today', dose('2022-06-01'), true),
      ruleTest('the last second of 12 months', dose('2021-06-02'), true, '2022-06-01T23:59:59Z'),
      ruleTest('12 months ago', dose('2021-06-01'), false),
      ruleTest('more than 12 months ago', dose('2021-05-31'), false),
      ruleTest('on a leap day, the last second of 12 months', dose('2024-02-29'), true, '2025-02-28T23:59:59Z'),
      ruleTest('on a leap day, 12 months ago: 1 March', dose('2024-02-29'), false, '2025-03-01T00:00:00Z'),
    ],
  }),
  nationalRule({
    identifier: 'VR-VN-0005',
    certificateType: 'Vaccination',
    purposes: ['venue'],
    en: 'without a booster the series must be less than 12 months ago.',
    vi: 'nếu chưa tiêm liều nhắc lại, liều cơ bản phải tiêm trong vòng 12 tháng.',
    affectedFields,
    logic: either(booster, { before: [clock, moved('v.0.dt', 12, 'month')] }),
    tests: [
      ruleTest('two doses, today', dose('2022-06-01'), true),
      ruleTest('two doses, the last second of 12 months', dose('2021-06-02'), true, '2022-06-01T23:59:59Z'),
      ruleTest('two doses, 12 months ago', dose('2021-06-01'), false),
      ruleTest('a third dose, 12 months ago', dose('2021-06-01', third), true),
      ruleTest(
        'a booster after Janssen, two years ago',
        dose('2022-06-01', afterJanssen),
        true,
        '2024-06-01T00:00:00Z',
      ),
      ruleTest('three doses of Abdala, 12 months ago', dose('2021-06-01', { ...third, mp: 'Abdala' }), false),
    ],
  }),
]
