import type { ValueSet } from './value-set.ts'

/** Field `tt`, LOINC. */
export const TEST_TYPE: ValueSet = {
  id: 'covid-19-lab-test-type',
  date: '2021-04-27',
  active: [
    'LP6464-4', // nucleic acid amplification
    'LP217198-3', // rapid immunoassay
  ],
  deprecated: [],
}
