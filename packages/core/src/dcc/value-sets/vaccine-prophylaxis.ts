import type { ValueSet } from './value-set.ts'

/** Field `vp`, SNOMED CT. */
export const VACCINE_PROPHYLAXIS: ValueSet = {
  id: 'sct-vaccines-covid-19',
  date: '2023-01-25',
  active: [
    '1119349007', // mRNA
    '1119305005', // antigen
    '1157024006', // inactivated whole virus
    '1162643001', // recombinant spike protein
    '1187593009', // DNA plasmid
    '28531000087107', // any COVID-19 vaccine
    '29061000087103', // non-replicating viral vector
    '30141000087107', // virus-like particle
  ],
  // ATC: any COVID-19 vaccine.
  deprecated: ['J07BX03'],
}
