import type { Claims, Dcc, DecodedDcc, Vaccination } from '@vaxcert/core/dcc'

export const vaccination: Vaccination = {
  tg: '840539006',
  vp: '1119349007',
  mp: 'EU/1/20/1528',
  ma: 'ORG-100030215',
  dn: 1,
  sd: 2,
  dt: '2021-06-10',
  co: 'KR',
  is: 'SAMPLE Ministry',
  ci: 'URN:UVCI:01:KR:SAMPLE1',
}

/** Of an invented person. */
export const dcc: Dcc = {
  ver: '1.3.0',
  nam: { fn: 'Trần', gn: 'Thị Ánh', fnt: 'TRAN', gnt: 'THI<ANH' },
  dob: '1990-03-12',
  v: [vaccination],
}

/** The parts that count of the certificate that Viet Nam showed (dcc-quality-assurance): whose it is, is invented. */
export const shownByVietNam: Claims = {
  iss: 'VN',
  iat: 1_649_950_687,
  exp: 1_738_195_200,
  dcc: {
    ...dcc,
    v: [
      {
        ...vaccination,
        vp: 'J07BX03',
        mp: 'EU/1/21/1529',
        dn: 2,
        dt: '2021-03-18',
        co: 'VN',
        is: 'Ban Co Yeu',
        ci: 'URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF',
      },
    ],
  },
}

/** As `verify` hands it over. */
export function accepted(
  content: Dcc,
  payload: Uint8Array = new Uint8Array([1]),
): {
  readonly kind: 'accepted'
  readonly dcc: DecodedDcc
} {
  return { kind: 'accepted', dcc: { claims: { dcc: content }, message: { payload } } as unknown as DecodedDcc }
}
