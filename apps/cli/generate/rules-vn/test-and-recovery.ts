import { naatTest, rapidTest, recovery } from '../people.ts'
import { all, clock, field, moved, oneOf, same, when } from './logic.ts'
import { type NationalRule, nationalRule, ruleTest } from './national-rule.ts'

const NAAT = 'LP6464-4'
const RAPID = 'LP217198-3'
const [tt, sc] = ['t.0.tt', 't.0.sc']

function tested(fields: object, event: object = naatTest): object {
  return { t: [{ ...event, ...fields }] }
}

/** What was tested, how, and when. */
export const testRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'TR-VN-0001',
    certificateType: 'Test',
    purposes: ['entry', 'venue'],
    en: 'the test must be a PCR test or a rapid antigen test.',
    vi: 'phải là xét nghiệm RT-PCR hoặc xét nghiệm nhanh kháng nguyên.',
    affectedFields: [tt],
    logic: oneOf(field(tt), [NAAT, RAPID]),
    tests: [
      ruleTest('a PCR test', { t: [naatTest] }, true),
      ruleTest('a rapid antigen test', { t: [rapidTest] }, true),
      ruleTest('an antibody test', tested({ tt: '94661-6' }), false),
      ruleTest('another code', tested({ tt: 'LP6464-3' }), false),
      ruleTest('a code in lower case', tested({ tt: 'lp6464-4' }), false),
      ruleTest('no code', tested({ tt: '' }), false),
    ],
  }),
  nationalRule({
    identifier: 'TR-VN-0002',
    certificateType: 'Test',
    purposes: ['entry', 'venue'],
    en: 'the sample of a PCR test must be at most 72 hours old, that of a rapid antigen test at most 24 hours.',
    vi: 'mẫu RT-PCR lấy không quá 72 giờ, mẫu xét nghiệm nhanh kháng nguyên không quá 24 giờ.',
    affectedFields: [sc, tt],
    logic: when(
      same(field(tt), NAAT),
      { 'not-after': [moved(sc, 0), clock, moved(sc, 72, 'hour')] },
      { 'not-after': [moved(sc, 0), clock, moved(sc, 24, 'hour')] },
    ),
    tests: [
      ruleTest('PCR, 72 hours ago', tested({ sc: '2022-05-29T00:00:00Z' }), true),
      ruleTest('PCR, 72 hours and a second ago', tested({ sc: '2022-05-28T23:59:59Z' }), false),
      ruleTest('PCR, 72 hours ago in Viet Nam', tested({ sc: '2022-05-29T07:00:00+07:00' }), true),
      ruleTest('PCR, in a second', tested({ sc: '2022-06-01T00:00:01Z' }), false),
      ruleTest('rapid, 24 hours ago', tested({ sc: '2022-05-31T00:00:00Z' }, rapidTest), true),
      ruleTest('rapid, 24 hours and a second ago', tested({ sc: '2022-05-30T23:59:59Z' }, rapidTest), false),
      ruleTest('rapid, 24 hours ago in Viet Nam', tested({ sc: '2022-05-31T07:00:00+07:00' }, rapidTest), true),
    ],
  }),
  nationalRule({
    identifier: 'TR-VN-0003',
    certificateType: 'Test',
    purposes: ['entry', 'venue'],
    en: 'the result of the test must be negative.',
    vi: 'kết quả xét nghiệm phải âm tính.',
    affectedFields: ['t.0.tr'],
    logic: same(field('t.0.tr'), '260415000'),
    tests: [
      ruleTest('PCR, not detected', { t: [naatTest] }, true),
      ruleTest('rapid, not detected', { t: [rapidTest] }, true),
      ruleTest('PCR, detected', tested({ tr: '260373001' }), false),
      ruleTest('rapid, detected', tested({ tr: '260373001' }, rapidTest), false),
      ruleTest('inconclusive', tested({ tr: '419984006' }), false),
      ruleTest('no result', tested({ tr: '' }), false),
    ],
  }),
]

function recovered(fields: object): object {
  return { r: [{ ...recovery, ...fields }] }
}

/** When the first positive test was, and for how long the certificate says that it is good. */
export const recoveryRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'RR-VN-0001',
    certificateType: 'Recovery',
    purposes: ['entry', 'venue'],
    en: 'the first positive test must be 11 to 180 days ago.',
    vi: 'xét nghiệm dương tính đầu tiên phải cách đây từ 11 đến 180 ngày.',
    affectedFields: ['r.0.fr'],
    logic: all({ 'not-after': [moved('r.0.fr', 11), clock] }, { before: [clock, moved('r.0.fr', 181)] }),
    tests: [
      ruleTest('11 days ago', recovered({ fr: '2022-05-21' }), true),
      ruleTest('a second less than 11 days ago', recovered({ fr: '2022-05-21' }), false, '2022-05-31T23:59:59Z'),
      ruleTest('10 days ago', recovered({ fr: '2022-05-22' }), false),
      ruleTest('180 days ago', recovered({ fr: '2021-12-03' }), true),
      ruleTest('the last second of 180 days', recovered({ fr: '2021-12-03' }), true, '2022-06-01T23:59:59Z'),
      ruleTest('181 days ago', recovered({ fr: '2021-12-02' }), false),
    ],
  }),
  nationalRule({
    identifier: 'RR-VN-0002',
    certificateType: 'Recovery',
    purposes: ['entry', 'venue'],
    en: 'today must lie within the days for which the certificate of recovery is good.',
    vi: 'giấy chứng nhận khỏi bệnh phải còn hiệu lực.',
    affectedFields: ['r.0.df', 'r.0.du'],
    logic: all({ 'not-after': [moved('r.0.df', 0), clock] }, { before: [clock, moved('r.0.du', 1)] }),
    tests: [
      ruleTest('the first second', recovered({ df: '2022-06-01' }), true),
      ruleTest('a second before', recovered({ df: '2022-06-01' }), false, '2022-05-31T23:59:59Z'),
      ruleTest('the day before', recovered({ df: '2022-06-02' }), false),
      ruleTest('in between', recovered({}), true),
      ruleTest('the last second', recovered({ du: '2022-06-01' }), true, '2022-06-01T23:59:59Z'),
      ruleTest('the day after', recovered({ du: '2022-05-31' }), false),
    ],
  }),
]
