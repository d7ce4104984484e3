import type { GivenDocument } from './verify-case.ts'

/** Invented health documents beside the EU's certificate, as JSON, and what a reader finds in each. */

export type Row = readonly [path: string, label: string | undefined, value: string]

/** Field by field; `complete` unless said otherwise. */
export function found(subClaim: number, name: string, rows: readonly Row[], complete = true): GivenDocument {
  const fields = rows.map(([path, label, value]) => ({ path, ...(label !== undefined && { label }), value }))
  return { subClaim, name, fields, complete }
}

/** DVCMin of smart-icvp 0.3.0. */
export const icvp = {
  n: 'Nguyễn Thị Ngọc Lan',
  dob: '2019-03-12',
  s: 'female',
  ntl: 'VNM',
  nid: 'SAMPLE-C1234567',
  ndt: 'PPN',
  gn: 'Nguyễn Văn An',
  v: [
    {
      vp: 'YellowFeverProductd8a09f80301dc05e124f99ffe7711fc0',
      dt: '2022-04-20',
      bo: 'SAMPLE-B77',
      cn: 'SAMPLE Clinician',
      is: 'SAMPLE Vaccination Centre, Hải Phòng',
      vls: '2022-04-30',
      vle: '2099-12-31',
    },
  ],
}

export const icvpFound: GivenDocument = found(-6, 'ICVP', [
  ['n', 'Name', 'Nguyễn Thị Ngọc Lan'],
  ['dob', 'Date of birth', '2019-03-12'],
  ['s', 'Sex', 'female'],
  ['ntl', 'Nationality', 'VNM'],
  ['nid', 'Identity document', 'SAMPLE-C1234567'],
  ['ndt', 'Type of identity document', 'PPN'],
  ['gn', 'Parent or guardian', 'Nguyễn Văn An'],
  ['v.0.vp', 'Vaccine or product', 'YellowFeverProductd8a09f80301dc05e124f99ffe7711fc0'],
  ['v.0.dt', 'Date of vaccination', '2022-04-20'],
  ['v.0.bo', 'Batch', 'SAMPLE-B77'],
  ['v.0.cn', 'Clinician', 'SAMPLE Clinician'],
  ['v.0.is', 'Issuer', 'SAMPLE Vaccination Centre, Hải Phòng'],
  ['v.0.vls', 'Valid from', '2022-04-30'],
  ['v.0.vle', 'Valid until', '2099-12-31'],
])

/** As the trials of 2024 wrote it: one vaccination that is no list, and fields that DVCMin dropped. */
export const trialIcvp = {
  n: 'Nguyễn Thị Ngọc Lan',
  dob: '1985-03-12',
  s: 'F',
  nid: 'SAMPLE-C1234567',
  v: { dn: 'Primary', tg: '1D47', vp: 'XM0N24', mp: '1', ma: 'SAMPLE Maker', mid: '25', dt: '2022-04-20', bo: 'B77' },
}

export const trialIcvpFound: GivenDocument = found(-6, 'ICVP', [
  ['n', 'Name', 'Nguyễn Thị Ngọc Lan'],
  ['dob', 'Date of birth', '1985-03-12'],
  ['s', 'Sex', 'F'],
  ['nid', 'Identity document', 'SAMPLE-C1234567'],
  ['v.dn', 'Dose', 'Primary'],
  ['v.tg', 'Disease', '1D47'],
  ['v.vp', 'Vaccine or product', 'XM0N24'],
  ['v.mp', 'Trade item', '1'],
  ['v.ma', 'Manufacturer', 'SAMPLE Maker'],
  ['v.mid', 'Manufacturer identifier', '25'],
  ['v.dt', 'Date of vaccination', '2022-04-20'],
  ['v.bo', 'Batch', 'B77'],
])

const ICD_11 = 'http://id.who.int/icd/release/11/mms'

/** Logical model DDCCCoreDataSetVS. */
export const ddccVaccination = {
  name: 'Nguyễn Thị Ngọc Lan',
  birthDate: '1985-03-12',
  certificate: {
    issuer: 'SAMPLE Ministry of Health',
    hcid: 'SAMPLE-0001',
    version: 'RC2',
    period: { start: '2022-05-01' },
  },
  vaccination: {
    vaccine: { code: 'XM0GQ8', system: ICD_11 },
    brand: { code: 'XM8NQ0', system: ICD_11, display: 'Comirnaty' },
    manufacturer: { code: 'ORG-100030215' },
    lot: 'SAMPLE-L1',
    date: '2021-10-09',
    dose: 2,
    totalDoses: 2,
    country: { code: 'VNM' },
    centre: 'SAMPLE Clinic',
  },
}

export const ddccVaccinationFound: GivenDocument = found(3, 'DDCC:VS', [
  ['name', 'Name', 'Nguyễn Thị Ngọc Lan'],
  ['birthDate', 'Date of birth', '1985-03-12'],
  ['certificate.issuer', 'Issuer', 'SAMPLE Ministry of Health'],
  ['certificate.hcid', 'Certificate identifier', 'SAMPLE-0001'],
  ['certificate.version', 'Schema version', 'RC2'],
  ['certificate.period.start', 'Valid from', '2022-05-01'],
  ['vaccination.vaccine.code', 'Vaccine', 'XM0GQ8'],
  ['vaccination.vaccine.system', 'Vaccine', ICD_11],
  ['vaccination.brand.code', 'Brand', 'XM8NQ0'],
  ['vaccination.brand.system', 'Brand', ICD_11],
  ['vaccination.brand.display', 'Brand', 'Comirnaty'],
  ['vaccination.manufacturer.code', 'Manufacturer', 'ORG-100030215'],
  ['vaccination.lot', 'Lot', 'SAMPLE-L1'],
  ['vaccination.date', 'Date of vaccination', '2021-10-09'],
  ['vaccination.dose', 'Dose number', '2'],
  ['vaccination.totalDoses', 'Doses in the series', '2'],
  ['vaccination.country.code', 'Country', 'VNM'],
  ['vaccination.centre', 'Centre', 'SAMPLE Clinic'],
])

/** The same data set as its first issuers wrote it: flat, in snake case, null for what is not known. */
export const flatVaccination = {
  name: 'Nguyễn Thị Ngọc Lan',
  sex: { code: 'female', system: 'http://hl7.org/fhir/administrative-gender' },
  date: '2021-10-09',
  dose: 1,
  total_doses: null,
  due_date: '2021-10-30',
  ma_holder: { code: 'ORG-100030215' },
  vaccine_valid: '2021-10-23',
  hw: 'https://vaxcert.example/practitioners/23',
}

export const flatVaccinationFound: GivenDocument = found(3, 'DDCC:VS', [
  ['name', 'Name', 'Nguyễn Thị Ngọc Lan'],
  ['sex.code', 'Sex', 'female'],
  ['sex.system', 'Sex', 'http://hl7.org/fhir/administrative-gender'],
  ['date', 'Date of vaccination', '2021-10-09'],
  ['dose', 'Dose number', '1'],
  ['due_date', 'Next dose due', '2021-10-30'],
  ['ma_holder.code', 'Marketing authorisation holder', 'ORG-100030215'],
  ['vaccine_valid', 'Vaccination valid from', '2021-10-23'],
  ['hw', 'Health worker', 'https://vaxcert.example/practitioners/23'],
])

/** Logical model DDCCCoreDataSetTR, with a group `meta` that it does not know, as one country adds. */
export const ddccTest = {
  name: 'Nguyễn Thị Ngọc Lan',
  birthDate: '1985-03-12',
  meta: { reference: 'SAMPLE-REF', passportNumber: 'SAMPLE-C1234567' },
  test: {
    pathogen: { code: 'XN109', system: ICD_11 },
    type: { code: 'LP6464-4' },
    date: '2022-05-30T08:12:00Z',
    result: { code: '260415000', display: 'Not detected' },
    centre: 'SAMPLE Laboratory, Hải Phòng',
    country: { code: 'VNM' },
  },
}

export const ddccTestFound: GivenDocument = found(4, 'DDCC:TR', [
  ['name', 'Name', 'Nguyễn Thị Ngọc Lan'],
  ['birthDate', 'Date of birth', '1985-03-12'],
  ['meta.reference', undefined, 'SAMPLE-REF'],
  ['meta.passportNumber', undefined, 'SAMPLE-C1234567'],
  ['test.pathogen.code', 'Pathogen', 'XN109'],
  ['test.pathogen.system', 'Pathogen', ICD_11],
  ['test.type.code', 'Type of test', 'LP6464-4'],
  ['test.date', 'Date of the sample', '2022-05-30T08:12:00Z'],
  ['test.result.code', 'Result', '260415000'],
  ['test.result.display', 'Result', 'Not detected'],
  ['test.centre', 'Centre', 'SAMPLE Laboratory, Hải Phòng'],
  ['test.country.code', 'Country', 'VNM'],
])

/** `{"url":"https://vaxcert.example/manifest","flag":"P"}` */
export const link = 'vhlink:/eyJ1cmwiOiJodHRwczovL3ZheGNlcnQuZXhhbXBsZS9tYW5pZmVzdCIsImZsYWciOiJQIn0'
