import type { IssueCase } from '../issue-case.ts'
import { naatTest, recoveryDcc, testDcc, vaccination, vaccinationDcc } from '../people.ts'
import { dosed } from './issue-records.ts'

const signer = { spec: 'hcert §A.4, §3.3.5', importance: 'high' } as const
const usage = { ...signer, expect: { code: 'signer.usage' } } as const
const validity = { ...signer, expect: { code: 'signer.expired' } } as const

const signerCases: readonly IssueCase[] = [
  {
    ...usage,
    id: 'issue/usage-vaccination',
    about: 'A vaccination under a key for tests.',
    given: { key: 'dsc-test' },
  },
  { ...usage, id: 'issue/usage-test', about: 'A test under a key for vaccinations.', given: { dcc: testDcc } },
  {
    ...usage,
    id: 'issue/usage-recovery',
    about: 'A recovery under a key for tests.',
    given: { key: 'dsc-test', dcc: recoveryDcc },
  },
  {
    ...validity,
    id: 'issue/signer-expired',
    about: 'Issued after the end of the signer.',
    given: { key: 'dsc-expired' },
  },
  {
    ...validity,
    id: 'issue/signer-not-yet',
    about: 'Issued before the signer begins.',
    given: { issuedAt: '2021-03-01T00:00:00Z', ...dosed({ date: '2021-02-01' }) },
  },
  {
    ...validity,
    id: 'issue/exp-beyond-signer',
    about: 'exp asked for beyond the end of the signer.',
    given: { key: 'dsc-expired', issuedAt: '2022-03-01T00:00:00Z', expiresAt: '2022-09-01T00:00:00Z' },
  },
  {
    ...signer,
    id: 'issue/country-of-signer',
    about: 'An issuer of another country than the key.',
    spec: 'hcert §3.3.4',
    given: { country: 'FR', ...dosed({ country: 'FR' }) },
    expect: { code: 'signer.country' },
  },
  {
    ...signer,
    id: 'issue/signature-der',
    about: 'A device that gives back DER, 70 bytes, in place of r‖s.',
    spec: 'RFC 9053 §2.1',
    given: { signature: `30440220${'11'.repeat(32)}0220${'22'.repeat(32)}` },
    expect: { code: 'signer.refused' },
  },
  {
    ...signer,
    id: 'issue/read-back-unknown',
    about: 'Read back by a list that does not know the key, so not handed out.',
    spec: 'our rule: nothing leaves unless our own verifier accepts it',
    given: { key: 'stranger', readBack: 'sample' },
    expect: { code: 'issue.read-back' },
  },
]

const schema = { spec: 'eu-dcc-schema 1.3.2', importance: 'high', expect: { code: 'dcc.schema' } } as const
const valueSet = { spec: 'eHN value sets 2.12', importance: 'high', expect: { code: 'dcc.value-set' } } as const

const payloadCases: readonly IssueCase[] = [
  {
    ...schema,
    id: 'issue/issuer-81',
    about: 'A name of the issuer of 81 characters.',
    given: { issuer: 'S'.repeat(81) },
  },
  {
    ...schema,
    id: 'issue/no-event',
    about: 'A payload without an event.',
    given: { dcc: { ...vaccinationDcc, v: [] } },
  },
  {
    ...schema,
    id: 'issue/two-events',
    about: 'A payload with a vaccination and a test.',
    given: { dcc: { ...vaccinationDcc, t: [naatTest] } },
  },
  {
    ...schema,
    id: 'issue/fnt-lower-case',
    about: 'An fnt in lower case.',
    given: { dcc: { ...vaccinationDcc, nam: { ...vaccinationDcc.nam, fnt: 'nguyen' } } },
  },
  {
    ...schema,
    id: 'issue/untrimmed',
    about: 'A space at the end of a text.',
    given: { dcc: { ...vaccinationDcc, v: [{ ...vaccination, is: 'SAMPLE ' }] } },
  },
  {
    ...schema,
    id: 'issue/unknown-member',
    about: 'A member that the schema does not name.',
    given: { dcc: { ...vaccinationDcc, pid: 'SAMPLE' } },
  },
  {
    ...valueSet,
    id: 'issue/code-country',
    about: 'A dose given in ZZ, which is no country.',
    given: { ...dosed({ country: 'ZZ' }), foreignDoses: true },
  },
  {
    ...valueSet,
    id: 'issue/code-product',
    about: 'An mp that is in no value set.',
    given: { dcc: { ...vaccinationDcc, v: [{ ...vaccination, mp: 'SAMPLE-VACCINE' }] } },
  },
  {
    ...valueSet,
    id: 'issue/code-triple',
    about: 'An ma that is not the holder of mp, each of them a good code: as a real certificate had it.',
    spec: 'eHN value sets 2.12, Annex A',
    given: { dcc: { ...vaccinationDcc, v: [{ ...vaccination, ma: 'ORG-100031184' }] } },
  },
  {
    ...valueSet,
    id: 'issue/code-deprecated',
    about: 'A deprecated mp.',
    given: { dcc: { ...vaccinationDcc, v: [{ ...vaccination, mp: 'Inactivated-SARS-CoV-2-Vero-Cell' }] } },
  },
  {
    ...valueSet,
    id: 'issue/code-result',
    about: 'A test result that is in no value set.',
    given: { key: 'dsc-test', dcc: { ...testDcc, t: [{ ...naatTest, tr: '0' }] } },
  },
]

/** Certificates that are composed and must not be signed. */
export const issueRefusedCases: readonly IssueCase[] = [...signerCases, ...payloadCases]
