import type { FieldLabels } from './sub-claim.ts'

const PERSON: FieldLabels = {
  name: 'Name',
  birthDate: 'Date of birth',
  identifier: 'Identifier',
  sex: 'Sex',
}

/** What every DDCC says of itself (DDCCCoreDataSet). */
const CERTIFICATE: FieldLabels = {
  issuer: 'Issuer',
  kid: 'Key identifier',
  hcid: 'Certificate identifier',
  ddccid: 'DDCC identifier',
  version: 'Schema version',
  period: { start: 'Valid from', end: 'Valid until' },
}

const VACCINATION: FieldLabels = {
  vaccine: 'Vaccine',
  brand: 'Brand',
  manufacturer: 'Manufacturer',
  maholder: 'Marketing authorisation holder',
  lot: 'Lot',
  date: 'Date of vaccination',
  validFrom: 'Vaccination valid from',
  dose: 'Dose number',
  totalDoses: 'Doses in the series',
  country: 'Country',
  centre: 'Centre',
  signature: 'Signature on paper',
  practitioner: 'Health worker',
  disease: 'Disease',
  nextDose: 'Next dose due',
}

/** As the first issuers wrote the same fields: flat, and in snake case. */
const FLAT_VACCINATION: FieldLabels = {
  ...VACCINATION,
  ma_holder: 'Marketing authorisation holder',
  total_doses: 'Doses in the series',
  vaccine_valid: 'Vaccination valid from',
  due_date: 'Next dose due',
  hw: 'Health worker',
  pha: 'Public health authority',
  hcid: 'Certificate identifier',
  valid_from: 'Valid from',
  valid_until: 'Valid until',
}

const TEST: FieldLabels = {
  pathogen: 'Pathogen',
  type: 'Type of test',
  brand: 'Brand',
  manufacturer: 'Manufacturer',
  origin: 'Origin of the sample',
  date: 'Date of the sample',
  result: 'Result',
  centre: 'Centre',
  country: 'Country',
}

/** DDCC:VS core data set (logical model DDCCCoreDataSetVS, RC2). */
export const VACCINATION_STATUS: FieldLabels = {
  ...FLAT_VACCINATION,
  ...PERSON,
  certificate: CERTIFICATE,
  vaccination: FLAT_VACCINATION,
}

/** DDCC:TR core data set (logical model DDCCCoreDataSetTR, RC2). */
export const TEST_RESULT: FieldLabels = { ...PERSON, certificate: CERTIFICATE, test: TEST }
