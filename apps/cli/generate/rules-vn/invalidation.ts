import { vaccination } from '../people.ts'
import { all, field, oneOf } from './logic.ts'
import { type NationalRule, nationalRule, ruleTest } from './national-rule.ts'

/** An invented vaccination site whose certificates of two days are taken back, by the start of their identifiers. */
const site = '01:VN:SAMPLE-HP-0001'

const ofSite = all(
  oneOf({ extractFromUVCI: [field('v.0.ci'), 2] }, ['SAMPLE-HP-0001']),
  oneOf({ var: 'payload.v.0.dt' }, ['2021-10-09', '2021-10-10']),
)

function dose(ci: string, dt = '2021-10-09'): object {
  return { v: [{ ...vaccination, ci, dt }] }
}

/** What Viet Nam takes back of what it signed. */
export const invalidationRules: readonly NationalRule[] = [
  nationalRule({
    identifier: 'IR-VN-0001',
    type: 'Invalidation',
    certificateType: 'Vaccination',
    purposes: ['entry', 'venue'],
    en: 'certificates of an invented site are taken back for 9 and 10 October 2021.',
    vi: 'thu hồi giấy chứng nhận của một cơ sở giả định trong hai ngày 09 và 10/10/2021.',
    affectedFields: ['v.0.ci', 'v.0.dt'],
    logic: { '!': [ofSite] },
    tests: [
      ruleTest('the first day', dose(`URN:UVCI:${site}/1#7`), false),
      ruleTest('the second day', dose(`URN:UVCI:${site}/1#7`, '2021-10-10'), false),
      ruleTest('the day before', dose(`URN:UVCI:${site}/1#7`, '2021-10-08'), true),
      ruleTest('the day after', dose(`URN:UVCI:${site}/1#7`, '2021-10-11'), true),
      ruleTest('an identifier without its prefix', dose(`${site}/2`), false),
      ruleTest('another site', dose('URN:UVCI:01:VN:SAMPLE-HP-0002/1#7'), true),
      ruleTest('an identifier without parts', dose('SAMPLE-HP-0001'), true),
    ],
  }),
]
