import type { Dcc, Recovery, Test, Vaccination } from '../../src/dcc/types.ts'

/** Invented people and certificates, one for each kind of event; each fits the strict schema and the value sets. */
export const vaccination: Vaccination = {
  tg: '840539006',
  vp: '1119349007',
  mp: 'EU/1/20/1528',
  ma: 'ORG-100030215',
  dn: 2,
  sd: 2,
  dt: '2021-08-14',
  co: 'VN',
  is: 'Ministry of Health',
  ci: 'URN:UVCI:01:VN:8A2KQ0XW5T7PBN4M9RZC#L',
}

export const test: Test = {
  tg: '840539006',
  tt: 'LP6464-4',
  nm: 'Sample RT-PCR',
  sc: '2021-08-14T09:30:00+07:00',
  tr: '260415000',
  tc: 'Trạm Y tế Phường Một',
  co: 'VN',
  is: 'Ministry of Health',
  ci: 'URN:UVCI:01:VN:T2KQ0XW5T7PBN4M9RZC1#L',
}

export const recovery: Recovery = {
  tg: '840539006',
  fr: '2021-07-01',
  co: 'VN',
  is: 'Ministry of Health',
  df: '2021-07-12',
  du: '2021-12-28',
  ci: 'URN:UVCI:01:VN:R2KQ0XW5T7PBN4M9RZC1#L',
}

const person = {
  ver: '1.3.0',
  nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Thị Hồng Ánh', gnt: 'THI<HONG<ANH' },
  dob: '1990-03-12',
}

export const vaccinationDcc: Dcc = { ...person, v: [vaccination] }
export const testDcc: Dcc = { ...person, t: [test] }
export const recoveryDcc: Dcc = { ...person, r: [recovery] }
export const everyDcc: readonly Dcc[] = [vaccinationDcc, testDcc, recoveryDcc]
