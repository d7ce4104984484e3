import type { ValueSet } from './value-set.ts'

/**
 * Field `ma` of a test: device numbers of the Joint Research Centre's database. The list is kept on the
 * EU gateway and changes with every device that is admitted, so that only the form is known here.
 */
export const TEST_MANF: ValueSet = {
  id: 'covid-19-lab-test-manufacturer-and-name',
  date: '2021-07-15',
  active: [],
  deprecated: [],
  form: /^[1-9]\d{0,4}$/,
}
