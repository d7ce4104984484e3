import { signDcc } from '@vaxcert/core'
import { type Dcc, personName } from '@vaxcert/core/dcc'
import { type Level, qrMatrix } from '../../../packages/paper/src/index.ts'
import { sampleAuthority } from '../serve/sample-authority.ts'

const DAY = 86_400_000

/** A certificate, and the error correction to print it with. */
export interface Print {
  readonly text: string
  readonly level: Level
}

/** What the text of a certificate depends on. */
interface Wish {
  readonly fullName: string
  readonly signer?: string
  readonly isExpired?: boolean
  /** Letters that do not compress. */
  readonly padding?: string
}

/** The text of an invented person's vaccination, signed by a sample key. */
export function certificateOf(fullName: string): Promise<string> {
  return signed({ fullName })
}

/** The same, a day too late. */
export function expiredCertificateOf(fullName: string): Promise<string> {
  return signed({ fullName, isExpired: true })
}

/** An accepted certificate that prints as a QR code of this version: small and weak, as most are, or large and RSA. */
export async function printOfVersion(version: 13 | 18 | 25, fullName: string): Promise<Print> {
  const level = version === 13 ? 'L' : 'Q'
  const signer = version === 25 ? 'dsc-rsa' : 'dsc-vaccination'
  for (let letters = 0; letters < 120; letters += 8) {
    const text = await signed({ fullName, signer, padding: NOISE.slice(0, letters) })
    if (qrMatrix(text, { level }).version === version) return { text, level }
  }
  throw new Error(`no certificate prints as version ${version}`)
}

const NOISE = Array.from({ length: 120 }, (_, at) => Math.floor(((at + 7) ** 3 * 0.6180339887) % 36).toString(36)).join(
  '',
)

async function signed(wish: Wish): Promise<string> {
  const { signer = 'dsc-vaccination', isExpired = false } = wish
  const now = Date.now()
  const day = (days: number) => new Date(now + days * DAY)
  const validity = { issuedAt: day(-60), expiresAt: day(isExpired ? -1 : 300) }
  return (await signDcc(vaccination(wish, day(-70)), sampleAuthority(signer), validity)).text
}

/** Born on the day that the sample identity card says. */
function vaccination({ fullName, padding = '' }: Wish, at: Date): Dcc {
  const product = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' }
  const is = `SAMPLE Bộ Y tế ${padding.slice(0, 60)}`.trim()
  const ci = `URN:UVCI:01:VN:SAMPLE${padding.slice(60).toUpperCase() || '0000000021'}`.slice(0, 70)
  const dose = { tg: '840539006', co: 'VN', is, ci, ...product, dn: 2, sd: 2, dt: at.toISOString().slice(0, 10) }
  return { ver: '1.3.0', nam: personName({ fullName }), dob: '1990-03-12', v: [dose] }
}
