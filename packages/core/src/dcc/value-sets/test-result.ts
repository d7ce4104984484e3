import type { ValueSet } from './value-set.ts'

/** Field `tr`, SNOMED CT. */
export const TEST_RESULT: ValueSet = {
  id: 'covid-19-lab-result',
  date: '2021-04-27',
  active: [
    '260415000', // not detected
    '260373001', // detected
  ],
  deprecated: [],
}
