import { vaccination } from '../people.ts'
import { all, atLeast, either, field, oneOf, same, when } from './logic.ts'
import { type NationalRule, nationalRule, ruleTest } from './national-rule.ts'

const JANSSEN = 'EU/1/20/1525'

/** The eight vaccines licensed in Viet Nam; AstraZeneca's has three codes, by maker. */
const accepted = [
  'EU/1/20/1528',
  'EU/1/20/1507',
  'EU/1/21/1529',
  'Covishield',
  'R-COVI',
  JANSSEN,
  'BBIBP-CorV',
  'Sputnik-V',
  'Hayat-Vax',
  'Abdala',
]

const [mp, dn, sd] = [field('v.0.mp'), field('v.0.dn'), field('v.0.sd')]

/** Abdala takes three doses, but one of it is enough as a booster after a vaccine of one dose, written 2/1. */
const enough = when(same(mp, 'Abdala'), either(same(sd, 1), atLeast(dn, 3)), true)

function dose(product: string, number: number, of: number): object {
  return { v: [{ ...vaccination, mp: product, dn: number, sd: of }] }
}

/** What was injected, and how often. */
export const seriesRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'VR-VN-0001',
    certificateType: 'Vaccination',
    purposes: ['entry', 'venue'],
    en: 'only vaccines that are licensed in Viet Nam count.',
    vi: 'chỉ công nhận các vắc xin được cấp phép tại Việt Nam.',
    affectedFields: ['v.0.mp'],
    logic: oneOf(mp, accepted),
    tests: [
      ...accepted.map((product) => ruleTest(product, dose(product, 2, 2), true)),
      ruleTest('a vaccine that is not licensed', dose('EU/1/21/1618', 2, 2), false),
      ruleTest('Vero Cell of Wuhan, whose name is alike', dose('WIBP-CorV', 2, 2), false),
      ruleTest('no vaccine', dose('', 2, 2), false),
    ],
  }),
  nationalRule({
    identifier: 'VR-VN-0002',
    certificateType: 'Vaccination',
    purposes: ['entry', 'venue'],
    en: 'the series must be complete: three doses of Abdala, one of Janssen, two of any other, also of two vaccines.',
    vi: 'phải tiêm đủ liều cơ bản: ba liều Abdala, một liều Janssen, hai liều vắc xin khác, kể cả tiêm trộn.',
    affectedFields: ['v.0.dn', 'v.0.mp', 'v.0.sd'],
    logic: all(atLeast(dn, sd), either(same(mp, JANSSEN), all(atLeast(dn, 2), enough))),
    tests: [
      ruleTest('two doses of two', dose('EU/1/20/1528', 2, 2), true),
      ruleTest('one dose of two', dose('EU/1/20/1528', 1, 2), false),
      ruleTest('the second of two, of another vaccine than the first', dose('EU/1/20/1507', 2, 2), true),
      ruleTest('one dose of a vaccine that takes two, written as a series of one', dose('EU/1/21/1529', 1, 1), false),
      ruleTest('one dose of Janssen', dose(JANSSEN, 1, 1), true),
      ruleTest('Janssen as first of two', dose(JANSSEN, 1, 2), false),
      ruleTest('a booster after Janssen', dose('EU/1/20/1528', 2, 1), true),
      ruleTest('a booster after two doses', dose('EU/1/20/1528', 3, 3), true),
      ruleTest('two doses of Abdala of three', dose('Abdala', 2, 3), false),
      ruleTest('three doses of Abdala', dose('Abdala', 3, 3), true),
      ruleTest('two doses of Abdala, written as a series of two', dose('Abdala', 2, 2), false),
      ruleTest('Abdala as a booster after Janssen', dose('Abdala', 2, 1), true),
      ruleTest('Abdala alone, written as a series of one', dose('Abdala', 1, 1), false),
      ruleTest('a booster after three doses of Abdala', dose('EU/1/20/1528', 4, 4), true),
      ruleTest('a booster of Abdala after three doses of it', dose('Abdala', 4, 4), true),
    ],
  }),
]
