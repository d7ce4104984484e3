import { type Authority, signDcc } from '@vaxcert/core'
import { type Dcc, personName } from '@vaxcert/core/dcc'
import { sampleAuthority } from '../serve/sample-authority.ts'

/** A certificate, what a checker says of it, the name of its holder, and their identity card. */
export interface CanaryCode {
  readonly text: string
  readonly expected: 'accepted' | 'refused' | 'undecided'
  readonly name: string
  readonly card: string
}

const DAY = 86_400_000
const outcomes = ['accepted', 'refused', 'undecided'] as const
const event = { tg: '840539006', vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215', dn: 2, sd: 2 } as const

/** So many certificates of these people, really signed with sample keys; every outcome as often as the others. */
export async function canaryCodes(names: readonly string[], count: number, now: Date): Promise<readonly CanaryCode[]> {
  const signers: Readonly<Record<CanaryCode['expected'], Authority>> = {
    accepted: sampleAuthority('dsc-vaccination'),
    refused: sampleAuthority('dsc-test'),
    undecided: sampleAuthority('stranger'),
  }
  const validity = { issuedAt: new Date(now.getTime() - 60 * DAY), expiresAt: new Date(now.getTime() + 300 * DAY) }
  const dt = new Date(now.getTime() - 70 * DAY).toISOString().slice(0, 10)
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const expected = outcomes[index % outcomes.length] as CanaryCode['expected']
      const name = names[Math.floor(index / outcomes.length) % names.length] as string
      const ci = `URN:UVCI:01:VN:SAMPLE${String(index).padStart(10, '0')}`
      const dcc: Dcc = {
        ver: '1.3.0',
        nam: personName({ fullName: name }),
        dob: '1990-03-12',
        v: [{ ...event, dt, co: 'VN', is: 'SAMPLE Bộ Y tế', ci }],
      }
      const { text } = await signDcc(dcc, signers[expected], validity)
      const card = `001190000017||${name}|12031990|Nữ|Số 1 phố Mẫu, Hà Nội|01012022`
      return { text, expected, name, card }
    }),
  )
}
