/** Invented people and events, as JSON of eu-dcc-schema 1.3.0. */

const ISSUER = 'SAMPLE Ministry of Health'

export const lan = {
  nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Thị Ngọc Lan', gnt: 'THI<NGOC<LAN' },
  dob: '1985-03-12',
} as const

export const vaccination = {
  tg: '840539006',
  vp: '1119349007',
  mp: 'EU/1/20/1528',
  ma: 'ORG-100030215',
  dn: 2,
  sd: 2,
  dt: '2021-10-09',
  co: 'VN',
  is: ISSUER,
  ci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3',
} as const

export const naatTest = {
  tg: '840539006',
  tt: 'LP6464-4',
  nm: 'SAMPLE SARS-CoV-2 RT-PCR',
  sc: '2022-05-30T08:12:00Z',
  tr: '260415000',
  tc: 'SAMPLE Laboratory, Hải Phòng',
  co: 'VN',
  is: ISSUER,
  ci: 'URN:UVCI:01:VN:NB2HI4DTHIXS653XO4XC#W',
} as const

export const rapidTest = {
  tg: '840539006',
  tt: 'LP217198-3',
  ma: '1232',
  sc: '2022-05-31T15:40:00Z',
  tr: '260415000',
  tc: 'SAMPLE Clinic, Thái Nguyên',
  co: 'VN',
  is: ISSUER,
  ci: 'URN:UVCI:01:VN:GEZDGNBVGY3TQOJQGEZD#T',
} as const

export const recovery = {
  tg: '840539006',
  fr: '2022-02-20',
  co: 'VN',
  is: ISSUER,
  df: '2022-03-03',
  du: '2022-08-19',
  ci: 'URN:UVCI:01:VN:MFRGGZDFMZTWQ2LKNNWG#G',
} as const

export const vaccinationDcc = { ver: '1.3.0', ...lan, v: [vaccination] }
export const testDcc = { ver: '1.3.0', ...lan, t: [naatTest] }
export const recoveryDcc = { ver: '1.3.0', ...lan, r: [recovery] }
