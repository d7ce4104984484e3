import { type Authority, signDcc } from '@vaxcert/core'
import { toBeSigned, writeCbor, writeSign1 } from '@vaxcert/core/cose'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { type Dcc, writeText } from '@vaxcert/core/dcc'
import type { DocumentSigner } from '@vaxcert/core/trust'

/** Moment of every test and picture. */
export const NOW: Date = new Date('2022-06-01T03:00:00Z')

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** A P-256 key made for these tests: it protects nothing. */
const PUBLIC =
  '04ce793891c97754e209748f5aee8e59156a265f560fdebf1e8122791337ded531c75bd3605195630332d437fe422bc45eac1349c1613158baaba963f63b04795a'
const PRIVATE = '456e5ad81c012e187269bccfd0993c9ebeaf189d727f147be7aeb9dbeef15b18'
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)

/** One who may sign everything from 2021 to 2036. */
export const documentSigner: DocumentSigner = {
  kid,
  spki: bytes(`3059301306072a8648ce3d020106082a8648ce3d030107034200${PUBLIC}`),
  algorithm: 'ES256',
  country: 'VN',
  usages: ['vaccination', 'test', 'recovery'],
  notBefore: Date.parse('2021-01-01') / 1000,
  notAfter: Date.parse('2036-01-01') / 1000,
}

const authority: Authority = {
  signer: deterministicSigner({
    kid,
    pkcs8: bytes(
      `308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420${PRIVATE}a144034200${PUBLIC}`,
    ),
  }),
  documentSigner,
  country: 'VN',
  issuer: 'Bộ Y tế (SAMPLE)',
}

const event = { tg: '840539006', co: 'VN', is: 'Bộ Y tế (SAMPLE)', ci: 'URN:UVCI:01:VN:0123456789ABCDEF#Y' }

/** An invented person. */
export const person: Pick<Dcc, 'ver' | 'nam' | 'dob'> = {
  ver: '1.3.0',
  nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Thị Ngọc Ánh', gnt: 'THI<NGOC<ANH' },
  dob: '1990-03-12',
}

/** A vaccination of this person, with other members where they are given. */
export function vaccination(changes: Partial<Dcc> = {}, dose = { dn: 2, sd: 2 }): Dcc {
  const product = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' }
  return { ...person, v: [{ ...event, ...product, ...dose, dt: '2021-09-14' }], ...changes }
}

export const recovery: Dcc = { ...person, r: [{ ...event, fr: '2022-02-01', df: '2022-02-12', du: '2022-07-31' }] }

export const test: Dcc = {
  ...person,
  t: [{ ...event, tt: 'LP6464-4', nm: 'PCR', sc: '2022-05-31T01:00:00Z', tr: '260415000', tc: 'Huế (SAMPLE)' }],
}

/** The text of a certificate, rightly signed. */
export async function sign(dcc: Dcc, issuedAt: Date = NOW): Promise<string> {
  return (await signDcc(dcc, authority, { issuedAt })).text
}

/** The text of a WHO ICVP, rightly signed: a health document that no EU rules know. */
export async function signDocument(): Promise<string> {
  const document = {
    n: 'Nguyễn Thị Ngọc Ánh',
    dob: '1990-03-12',
    s: 'female',
    ntl: 'VNM',
    v: {
      vp: 'YellowFeverProductd2c75a15ed309658b3968519ddb31690',
      dt: '2021-09-14',
      bo: 'SAMPLE-1',
      is: 'Bộ Y tế (SAMPLE)',
    },
  }
  const message = writeCbor(new Map([[-260, new Map([[-6, document]])]]))
  const head = writeCbor(
    new Map<number, number | Uint8Array>([
      [1, -7],
      [4, kid],
    ]),
  )
  return writeText(writeSign1(head, message, await authority.signer.sign(toBeSigned(head, message))))
}

/** The text of a certificate that somebody else signed in the authority's name. */
export async function forge(dcc: Dcc): Promise<string> {
  const { signer } = authority
  const bend = (signature: Uint8Array) => signature.with(40, (signature[40] ?? 0) ^ 1)
  const forger = { ...signer, sign: async (message: Uint8Array) => bend(await signer.sign(message)) }
  return (await signDcc(dcc, { ...authority, signer: forger }, { issuedAt: NOW })).text
}
