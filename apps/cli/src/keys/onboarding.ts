import {
  type IssuerKey,
  readCertificate,
  readIssuerKey,
  readStatements,
  type Statements,
} from '@vaxcert/core/trust/chain'
import { isCountry } from './country.ts'
import { monthsAfter } from './months.ts'
import { X509Certificate } from './x509-library.ts'

/** What the WHO network (GDHCN, certificate governance) asks of certificates beyond what a chain must be. */
export type OnboardingName = keyof typeof rules

/** What came of one of them. */
export interface OnboardingCheck {
  readonly name: OnboardingName
  /** `advised`: it may be so, and another way would be better. */
  readonly outcome: 'passed' | 'failed' | 'advised'
}

interface Facts {
  readonly notBefore: Date
  readonly notAfter: Date
  /** When the private key signs for the last time. */
  readonly keyUntil: Date | undefined
  readonly key: IssuerKey
  readonly statements: Statements
  readonly countries: readonly string[]
  readonly subject: string
}

interface Pair {
  readonly csca: Facts
  readonly dsc: Facts
}

const healthArc = '1.3.6.1.4.1.1847.2021.1.'

/** True, false, or what is merely advised against. */
const rules = {
  country: ({ csca, dsc }: Pair) => isOneCountry([...csca.countries, ...dsc.countries]),
  'csca-key': ({ csca: { key } }: Pair) => isP256(key) || (key.type === 'RSA' && key.bits >= 3000),
  'dsc-key': ({ dsc: { key } }: Pair) => isP256(key) || (key.type === 'RSA' && key.bits <= 3072 && 'advised'),
  'csca-lifetime': ({ csca }: Pair) => csca.notAfter <= monthsAfter(csca.notBefore, 48),
  'dsc-lifetime': ({ dsc }: Pair) => dsc.notAfter <= monthsAfter(dsc.notBefore, 24),
  'csca-key-use': ({ csca }: Pair) => signsFor(csca, 12),
  'dsc-key-use': ({ dsc }: Pair) => signsFor(dsc, 6),
  'dsc-outlives-documents': ({ dsc }: Pair) =>
    dsc.keyUntil !== undefined && dsc.notAfter >= monthsAfter(dsc.keyUntil, 12),
  'dsc-within-csca': ({ csca, dsc }: Pair) => dsc.notBefore >= csca.notBefore && dsc.notAfter <= csca.notAfter,
  'dsc-purposes': ({ dsc }: Pair) => dsc.statements.keyPurposes?.some((oid) => oid.startsWith(healthArc)) === true,
  'key-ids': ({ csca, dsc }: Pair) =>
    Boolean(csca.statements.subjectKeyId && dsc.statements.subjectKeyId && dsc.statements.authorityKeyId),
  names: ({ csca, dsc }: Pair) => !/SAMPLE/i.test(csca.subject + dsc.subject) || ('advised' as const),
} satisfies Readonly<Record<string, (pair: Pair) => boolean | 'advised'>>

/**
 * Holds a CSCA and its document signer, both DER, against the list; undefined when one of them cannot be read, which the
 * check of the chain tells.
 */
export function checkOnboarding(dsc: Uint8Array, csca: Uint8Array): readonly OnboardingCheck[] | undefined {
  const pair = { dsc: readFacts(dsc), csca: readFacts(csca) }
  if (pair.dsc === undefined || pair.csca === undefined) return undefined
  const known = { dsc: pair.dsc, csca: pair.csca }
  return (Object.keys(rules) as OnboardingName[]).map((name) => {
    const finding = rules[name](known)
    return { name, outcome: finding === true ? 'passed' : finding === false ? 'failed' : finding }
  })
}

function readFacts(der: Uint8Array): Facts | undefined {
  try {
    const certificate = readCertificate(der)
    const statements = readStatements(certificate.extensions)
    const { subjectName } = new X509Certificate(der.slice())
    return {
      notBefore: new Date(certificate.notBefore * 1000),
      notAfter: new Date(certificate.notAfter * 1000),
      keyUntil:
        statements.keyPeriod?.notAfter === undefined ? undefined : new Date(statements.keyPeriod.notAfter * 1000),
      key: readIssuerKey(certificate.spki),
      statements,
      countries: subjectName.getField('C'),
      subject: subjectName.toString(),
    }
  } catch {
    return undefined
  }
}

function isOneCountry(countries: readonly string[]): boolean {
  const [country = '', other, ...more] = countries
  return isCountry(country) && country === other && more.length === 0
}

function isP256(key: IssuerKey): boolean {
  return key.type === 'EC' && key.curve === 'P-256'
}

function signsFor({ notBefore, keyUntil }: Facts, months: number): boolean {
  return keyUntil !== undefined && keyUntil <= monthsAfter(notBefore, months)
}
