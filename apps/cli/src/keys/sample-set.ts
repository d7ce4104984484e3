import { usageOid } from '@vaxcert/core/trust/x509'
import {
  type CertificateRequest,
  type CertifiedKey,
  type DscRequest,
  makeCsca,
  makeDsc,
  makeSelfSigned,
} from './certificates.ts'

/** The keys of a sample set by the name of their files. */
export type SampleSet = ReadonlyMap<string, CertifiedKey>

type DscPlan = Pick<DscRequest, 'algorithm' | 'keyPurposes'> & { readonly notAfter?: Date }

const authority = { notBefore: new Date('2021-01-01T00:00:00Z'), notAfter: new Date('2041-01-01T00:00:00Z') }
const signer = { notBefore: new Date('2021-04-01T00:00:00Z'), notAfter: new Date('2036-04-01T00:00:00Z') }
const vaccinationOnly = [usageOid('vaccination', 'current')]

/** The document signers a checker of samples trusts: each usage, each family, each algorithm, and one out of date. */
const trusted: Readonly<Record<string, DscPlan>> = {
  'dsc-vaccination': { algorithm: 'ES256', keyPurposes: vaccinationOnly },
  'dsc-test': { algorithm: 'ES256', keyPurposes: [usageOid('test', 'current')] },
  'dsc-recovery': { algorithm: 'ES256', keyPurposes: [usageOid('recovery', 'current')] },
  'dsc-all': { algorithm: 'ES256', keyPurposes: [] },
  'dsc-legacy': { algorithm: 'ES256', keyPurposes: [usageOid('vaccination', 'legacy')] },
  'dsc-rsa': { algorithm: 'PS256', keyPurposes: [] },
  'dsc-expired': { algorithm: 'ES256', keyPurposes: vaccinationOnly, notAfter: new Date('2022-04-01T00:00:00Z') },
}

/** Names of the document signers that belong on the sample trust list, in its order. */
export const trustedNames: readonly string[] = Object.keys(trusted)

/** Those that sign roots, and those that sign lists: two of three must. */
const rootNames: readonly string[] = ['root-1', 'root-2', 'root-3']
const listNames: readonly string[] = ['list-1', 'list-2', 'list-3']

/** Names of every key of the set. */
export const sampleNames: readonly string[] = [
  'csca',
  ...trustedNames,
  'stranger-csca',
  'stranger',
  'facility',
  ...rootNames,
  ...listNames,
]

/** Makes the keys of `keys-sample`: new ones at each call, with the same names and times. */
export async function makeSampleSet(): Promise<SampleSet> {
  const csca = await makeCsca(named('CSCA', authority))
  const lookalike = await makeCsca(named('CSCA', authority))
  const set = new Map<string, CertifiedKey>([['csca', csca]])
  for (const [name, plan] of Object.entries(trusted)) {
    set.set(name, await makeDsc({ ...named(titleOf(name), signer), ...plan }, csca))
  }
  set.set('stranger-csca', lookalike)
  set.set('stranger', await makeDsc({ ...named('DSC stranger', signer), ...outsider }, lookalike))
  set.set('facility', await makeSelfSigned(named('Facility', signer)))
  for (const name of [...rootNames, ...listNames]) set.set(name, await makeSelfSigned(named(holderOf(name), authority)))
  return set
}

const outsider: DscPlan = { algorithm: 'ES256', keyPurposes: [] }

function titleOf(name: string): string {
  return name.replace('dsc-', 'DSC ')
}

/** "list-1" as "List 1". */
function holderOf(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replace('-', ' ')}`
}

function named(title: string, validity: Omit<CertificateRequest, 'subject'>): CertificateRequest {
  return { ...validity, subject: { country: 'VN', organisation: 'SAMPLE Authority', commonName: `SAMPLE ${title}` } }
}
