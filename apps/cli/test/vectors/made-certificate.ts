import { constants, createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { toBeSigned } from '@vaxcert/core/cose'
import { decodeBase45, writeText } from '@vaxcert/core/dcc'
import { qrPng } from '@vaxcert/paper'
import { hex } from '../../src/terminal.ts'
import { cborBytes, type Odd, odd } from './cbor-bytes.ts'

/** A key with its certificate, DER. */
export interface MadeKey {
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
}

/** One of the repository's sample keys by the name of its files. */
export function sampleKey(name: string): MadeKey {
  const folder = new URL('../../../../keys-sample/', import.meta.url)
  const { raw } = new X509Certificate(readFileSync(new URL(`${name}.pem`, folder)))
  return { certificate: raw, privateKey: createPrivateKey(readFileSync(new URL(`${name}.key.pem`, folder))) }
}

/** The certificate of an invented person. */
export const inventedDcc = {
  ver: '1.3.0',
  nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Thị Mẫu', gnt: 'THI<MAU' },
  dob: '1985-07-13',
  v: [
    {
      ...{ tg: '840539006', vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215', dn: 1, sd: 2 },
      ...{ dt: '2021-08-14', co: 'VN', is: 'SAMPLE Authority', ci: 'URN:UVCI:01:VN:0123456789ABCDEF#0' },
    },
  ],
} as const

/** 2021-09-01 and 2022-09-01. */
export const ISSUED = 1_630_454_400
export const EXPIRES = 1_661_990_400

export interface Making {
  readonly key?: MadeKey
  readonly dcc?: unknown
  readonly iss?: string
  readonly iat?: Odd
  readonly exp?: Odd
  readonly alg?: number
  readonly unprotected?: 'kid' | 'kid and alg'
  /** Outermost first. */
  readonly tags?: readonly number[]
}

/** A whole file of dgc-testdata that expects every step to succeed. */
export function madeFile(making: Making = {}): Record<string, unknown> {
  const { key = sampleKey('dsc-all'), dcc = inventedDcc } = making
  const cose = madeCose({ ...making, key, dcc })
  const text = writeText(cose)
  return {
    JSON: withoutOddities(dcc),
    CBOR: hex(cborBytes(odd(dcc))),
    COSE: hex(cose),
    COMPRESSED: hex(decodeBase45(text.slice(4))),
    BASE45: text.slice(4),
    PREFIX: text,
    '2DCODE': Buffer.from(qrPng(text)).toString('base64'),
    TESTCTX: {
      ...{ VERSION: 1, SCHEMA: '1.3.0', DESCRIPTION: 'made', VALIDATIONCLOCK: '2021-10-01T12:00:00+02:00' },
      CERTIFICATE: Buffer.from(key.certificate).toString('base64'),
    },
    EXPECTEDRESULTS: Object.fromEntries(flagKeys.map((flag) => [flag, true])),
  }
}

export const flagKeys: readonly string[] = [
  ...['EXPECTEDVALIDOBJECT', 'EXPECTEDSCHEMAVALIDATION', 'EXPECTEDENCODE', 'EXPECTEDDECODE', 'EXPECTEDVERIFY'],
  ...['EXPECTEDCOMPRESSION', 'EXPECTEDKEYUSAGE', 'EXPECTEDUNPREFIX', 'EXPECTEDVALIDJSON', 'EXPECTEDPICTUREDECODE'],
  ...['EXPECTEDEXPIRATIONCHECK', 'EXPECTEDB45DECODE'],
]

export function madeCose(making: Making & { readonly key: MadeKey }): Uint8Array {
  const { key, dcc = inventedDcc, iss = 'VN', iat = ISSUED, exp = EXPIRES } = making
  const { alg = -7, unprotected, tags = [18] } = making
  const headers: readonly [number, Odd][] = [
    [1, alg],
    [4, createHash('sha256').update(key.certificate).digest().subarray(0, 8)],
  ]
  const moved = { none: 2, kid: 1, 'kid and alg': 0 }[unprotected ?? 'none']
  const protectedBytes = moved === 0 ? new Uint8Array() : cborBytes(new Map(headers.slice(0, moved)))
  const claims: readonly (readonly [number, Odd])[] = [
    [1, iss],
    [4, exp],
    [6, iat],
    [-260, new Map([[1, odd(dcc)]])],
  ]
  const payload = cborBytes(new Map(claims))
  const signature = signed(key.privateKey, toBeSigned(protectedBytes, payload))
  const message: Odd = [protectedBytes, new Map(headers.slice(moved)), payload, signature]
  return cborBytes(tags.reduceRight<Odd>((value, tag) => ({ tag, value }), message))
}

function signed(key: KeyObject, bytes: Uint8Array): Uint8Array {
  if (key.asymmetricKeyType === 'ec') return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
  return sign('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
}

/** What JSON would show of floats and tags. */
function withoutOddities(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOddities)
  if (typeof value !== 'object' || value === null) return value
  if ('float' in value) return value.float
  if ('tag' in value && 'value' in value) return value.value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutOddities(member)]))
}
