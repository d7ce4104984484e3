import { accepted, refusedAt } from '../expectations.ts'
import { recoveryDcc, testDcc, vaccinationDcc } from '../people.ts'
import type { KeyName } from '../sample-keys.ts'
import type { VerifyCase } from '../verify-case.ts'

const events = {
  vaccination: { dcc: vaccinationDcc, name: 'a vaccination' },
  test: { dcc: testDcc, name: 'a test' },
  recovery: { dcc: recoveryDcc, name: 'a recovery' },
} as const

type Event = keyof typeof events

/** What each key of keys-sample may sign, and how that is said in its certificate. */
const keys: readonly { readonly key: KeyName; readonly may: readonly Event[]; readonly says: string }[] = [
  { key: 'dsc-vaccination', may: ['vaccination'], says: 'A key for vaccinations only' },
  { key: 'dsc-test', may: ['test'], says: 'A key for tests only' },
  { key: 'dsc-recovery', may: ['recovery'], says: 'A key for recoveries only' },
  {
    key: 'dsc-legacy',
    may: ['vaccination'],
    says: 'A key for vaccinations only, by the older identifier with a stray 0,',
  },
  { key: 'dsc-all', may: ['vaccination', 'test', 'recovery'], says: 'A key without extended key usage' },
  { key: 'dsc-rsa', may: ['vaccination', 'test', 'recovery'], says: 'An RSA key without extended key usage' },
]

/** Rows of the EU list by key and event. CO15 allows any event under a key without extended key usage. */
const officialIds: Readonly<Record<string, string>> = {
  'dsc-test-vaccination': 'CO6',
  'dsc-test-recovery': 'CO7',
  'dsc-vaccination-test': 'CO8',
  'dsc-vaccination-recovery': 'CO9',
  'dsc-recovery-vaccination': 'CO10',
  'dsc-recovery-test': 'CO11',
  'dsc-test-test': 'CO12',
  'dsc-vaccination-vaccination': 'CO13',
  'dsc-recovery-recovery': 'CO14',
  'dsc-all-vaccination': 'CO15',
  'dsc-all-test': 'CO15',
  'dsc-all-recovery': 'CO15',
}

/** Every key with every event. */
export const usageCases: readonly VerifyCase[] = keys.flatMap(({ key, may, says }) =>
  (Object.keys(events) as Event[]).map((event): VerifyCase => {
    const allowed = may.includes(event)
    const officialId = officialIds[`${key}-${event}`]
    return {
      id: `signer/usage-${key.replace('dsc-', '')}-signs-${event}`,
      about: `${says} ${allowed ? 'signs' : 'must not sign'} ${events[event].name}.`,
      spec: 'hcert §A.4 (extended key usage)',
      importance: 'high',
      ...(officialId && { officialId }),
      certificate: { key, dcc: events[event].dcc },
      expect: allowed ? accepted : refusedAt('usage', 'signer.usage'),
    }
  }),
)
