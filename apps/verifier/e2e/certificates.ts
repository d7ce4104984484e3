import { signDcc } from '@vaxcert/core'
import { type Dcc, personName } from '@vaxcert/core/dcc'
import { sampleAuthority } from '../serve/sample-authority.ts'

const DAY = 86_400_000

/** The text of an invented person's vaccination, signed by a sample key; expired where the verdict must be "refused". */
export async function certificateOf(fullName: string, verdict: 'accepted' | 'refused' = 'accepted'): Promise<string> {
  const now = Date.now()
  const day = (days: number) => new Date(now + days * DAY)
  const validity = { issuedAt: day(-60), expiresAt: day(verdict === 'accepted' ? 300 : -1) }
  return (await signDcc(vaccination(fullName, day(-70)), sampleAuthority('dsc-vaccination'), validity)).text
}

/** Born on the day that the sample identity card says. */
function vaccination(fullName: string, at: Date): Dcc {
  const product = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' }
  const place = { tg: '840539006', co: 'VN', is: 'SAMPLE Bộ Y tế', ci: 'URN:UVCI:01:VN:SAMPLE0000000021' }
  const dose = { ...place, ...product, dn: 2, sd: 2, dt: at.toISOString().slice(0, 10) }
  return { ver: '1.3.0', nam: personName({ fullName }), dob: '1990-03-12', v: [dose] }
}
