import { signDcc } from '@vaxcert/core'
import { type Dcc, personName } from '@vaxcert/core/dcc'
import { sampleAuthority } from './sample-authority.ts'
import type { Symbology } from './sample-picture.ts'

/** A code to scan, and what a checker should say. */
export interface SampleCode {
  /** For a file name. */
  readonly name: string
  readonly expected: string
  readonly text: string
  /** Default `qr`. */
  readonly symbology?: Symbology
}

const DAY = 86_400_000
const event = { tg: '840539006', co: 'VN', is: 'SAMPLE Bộ Y tế' }

/** Certificates and other codes of invented people, as of this moment. */
export async function sampleCodes(now: Date): Promise<readonly SampleCode[]> {
  const day = (days: number) => new Date(now.getTime() + days * DAY)
  const date = (days: number) => day(days).toISOString().slice(0, 10)
  const sign = async (name: string, expected: string, dcc: Dcc, signer: string, until = 300): Promise<SampleCode> => {
    const validity = { issuedAt: day(-60), expiresAt: day(until) }
    return { name, expected, text: (await signDcc(dcc, sampleAuthority(signer), validity)).text }
  }
  const good = await sign('vaccination', 'accepted', vaccination('SAMPLE0000000001', date(-70)), 'dsc-vaccination')
  return [
    good,
    { ...good, name: 'aztec', expected: 'accepted (Aztec, from a picture)', symbology: 'aztec' },
    await sign('recovery', 'accepted', recovery(date(-80), date(-66), date(100)), 'dsc-recovery'),
    await sign('test', 'accepted', test(day(-61)), 'dsc-test'),
    await sign('rsa', 'accepted (RSA key)', vaccination('SAMPLE0000000002', date(-70)), 'dsc-rsa'),
    await sign('expired', 'refused: expired', vaccination('SAMPLE0000000003', date(-70)), 'dsc-vaccination', -1),
    await sign('revoked', 'refused: taken back', vaccination('SAMPLEREVOKED0000001', date(-70)), 'dsc-vaccination'),
    await sign('usage', 'refused: a key for tests', vaccination('SAMPLE0000000004', date(-70)), 'dsc-test'),
    await sign('stranger', 'undecided: signer unknown', vaccination('SAMPLE0000000005', date(-70)), 'stranger'),
    { name: 'changed', expected: 'refused: changed after signing', text: changed(good.text) },
    { name: 'link', expected: 'no certificate: a link', text: 'https://example.com/certificate?id=1' },
    { name: 'wifi', expected: 'no certificate: a Wi-Fi code', text: 'WIFI:T:WPA;S:SAMPLE;P:sample;;' },
    { name: 'card', expected: 'no certificate: an identity card', text: CARD },
  ]
}

/** An invented Căn cước card of the person below. */
const CARD = '001190000017||Nguyễn Thị Ánh Tuyết|12031990|Nữ|Số 1 phố Mẫu, Hà Nội|01012022'

const person = {
  ver: '1.3.0',
  nam: personName({ fullName: 'Nguyễn Thị Ánh Tuyết' }),
  dob: '1990-03-12',
} as const

function vaccination(id: string, dt: string): Dcc {
  const product = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' }
  return { ...person, v: [{ ...event, ...product, dn: 2, sd: 2, dt, ci: uvci(id) }] }
}

function recovery(fr: string, df: string, du: string): Dcc {
  return { ...person, r: [{ ...event, fr, df, du, ci: uvci('SAMPLE0000000006') }] }
}

function test(at: Date): Dcc {
  const sc = `${at.toISOString().slice(0, 19)}Z`
  const kind = { tt: 'LP6464-4', nm: 'SAMPLE PCR', tr: '260415000', tc: 'SAMPLE Trung tâm' }
  return { ...person, t: [{ ...event, ...kind, sc, ci: uvci('SAMPLE0000000007') }] }
}

/** One that is not checked by anybody: the check character belongs to the revoked sample alone. */
function uvci(id: string): string {
  return id === 'SAMPLEREVOKED0000001' ? `URN:UVCI:01:VN:${id}#D` : `URN:UVCI:01:VN:${id}`
}

/** The same with its last letters turned round: the signature is no longer right. */
function changed(text: string): string {
  const at = text.length - 6
  return (
    text.slice(0, at) +
    text
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    text.slice(at + 2)
  )
}
