import { naatTest, recovery, vaccination } from '../people.ts'
import { field, same, when } from './logic.ts'
import { type NationalRule, nationalRule, ruleTest } from './national-rule.ts'

/** How many of these fields are there. */
function count([first, ...rest]: readonly string[]): object | number {
  return first === undefined ? 0 : { '+': [when(field(first), 1, 0), count(rest)] }
}

const oneEvent = ['r.0', 'r.1', 't.0', 't.1', 'v.0', 'v.1']
const disease = { var: 'external.valueSets.disease-agent-targeted' }

function isKnown(event: string, otherwise: object | boolean): object {
  return when(field(event), { in: [field(`${event}.tg`), disease] }, otherwise)
}

const influenza = '6142004'

/** Rules for certificates of every kind. */
export const generalRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'GR-VN-0001',
    certificateType: 'General',
    purposes: ['entry', 'venue'],
    en: 'a certificate states exactly one vaccination, test or recovery.',
    vi: 'mỗi giấy chứng nhận chỉ ghi một lần tiêm, một xét nghiệm hoặc một lần khỏi bệnh.',
    affectedFields: oneEvent,
    logic: same(count(oneEvent), 1),
    tests: [
      ruleTest('one vaccination', { v: [vaccination] }, true),
      ruleTest('one test', { t: [naatTest] }, true),
      ruleTest('one recovery', { r: [recovery] }, true),
      ruleTest('nothing', {}, false),
      ruleTest('empty lists', { v: [], t: [], r: [] }, false),
      ruleTest('two vaccinations', { v: [vaccination, vaccination] }, false),
      ruleTest('a vaccination and a test', { v: [vaccination], t: [naatTest] }, false),
    ],
  }),
  nationalRule({
    identifier: 'GR-VN-0002',
    certificateType: 'General',
    purposes: ['entry', 'venue'],
    en: 'the certificate must be about COVID-19.',
    vi: 'giấy chứng nhận phải về bệnh COVID-19.',
    affectedFields: ['r.0', 'r.0.tg', 't.0', 't.0.tg', 'v.0', 'v.0.tg'],
    logic: isKnown('v.0', isKnown('t.0', isKnown('r.0', false))),
    tests: [
      ruleTest('a vaccination against COVID-19', { v: [vaccination] }, true),
      ruleTest('a test for COVID-19', { t: [naatTest] }, true),
      ruleTest('a recovery from COVID-19', { r: [recovery] }, true),
      ruleTest('a vaccination against influenza', { v: [{ ...vaccination, tg: influenza }] }, false),
      ruleTest('a test for influenza', { t: [{ ...naatTest, tg: influenza }] }, false),
      ruleTest('a recovery without a disease', { r: [{ ...recovery, tg: '' }] }, false),
      ruleTest('nothing', {}, false),
    ],
  }),
]
