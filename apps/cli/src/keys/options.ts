import type { Usage } from '@vaxcert/core/dcc'
import { InvalidArgumentError, Option } from 'commander'
import type { Io } from '../io.ts'
import { isCountry } from './country.ts'
import { dayOf, monthsAfter } from './months.ts'
import type { CertificatePlan, Subject } from './plans.ts'

/** Who a certificate or a request names, as commander hands it over. */
export interface SubjectOptions {
  readonly country: string
  readonly organisation: string
  readonly commonName: string
}

/** Where results go. */
export interface OutputOptions {
  readonly out: string
  readonly force: boolean
  readonly json: boolean
}

/** Options that every single certificate takes. */
export interface CertificateOptions extends SubjectOptions, OutputOptions {
  readonly from: Date
  readonly until?: Date
  readonly keyUntil?: Date
  readonly crl?: string
}

/** How long certificates and private keys last in the WHO network, in months (GDHCN, certificate governance). */
export interface Lifetime {
  readonly role: 'CSCA' | 'DSC'
  readonly certificate: number
  readonly privateKey: number
}

/** Of a CSCA, and of a document signer. */
export const cscaLifetime: Lifetime = { role: 'CSCA', certificate: 48, privateKey: 12 }
export const dscLifetime: Lifetime = { role: 'DSC', certificate: 24, privateKey: 6 }

/** The options of `OutputOptions`. */
export function outputOptions(files: string): readonly Option[] {
  return [
    new Option('--out <prefix>', `write ${files}`).argParser(readPrefix).makeOptionMandatory(),
    new Option('--force', 'replace files that are there').default(false),
    new Option('--json', 'print one JSON line').default(false),
  ]
}

/** The options of a subject, with the role's name as default common name. */
export function subjectOptions(role: string): readonly Option[] {
  return [
    new Option('--country <code>', 'country of the subject').argParser(readCountry).default('VN'),
    new Option('--organisation <name>', 'organisation of the subject').default('SAMPLE Authority'),
    new Option('--common-name <name>', 'common name; must say SAMPLE, for the key lies in a file')
      .argParser(readCommonName)
      .default(`SAMPLE ${role}`),
  ]
}

/** The options of validity, from today for as long as the WHO network recommends. */
export function validityOptions({ certificate, privateKey }: Lifetime, io: Io): readonly Option[] {
  const from = 'first moment of validity, 2021-04-01 for midnight UTC'
  return [
    new Option('--from <date>', from).argParser(readDate).default(dayOf(io.now()), 'today'),
    new Option('--until <date>', `last moment of validity (default: ${certificate / 12} years later)`).argParser(
      readDate,
    ),
    new Option('--key-until <date>', `last moment the key may sign (default: ${privateKey} months later)`).argParser(
      readDate,
    ),
    new Option('--crl <url>', 'where the revocation list of the CSCA is published').argParser(readUrl),
  ]
}

/** Undefined where a period ends before it begins, or the key outlives its certificate. */
export function planOf(options: CertificateOptions, lifetime: Lifetime): CertificatePlan | undefined {
  const { from, crl } = options
  const notAfter = options.until ?? monthsAfter(from, lifetime.certificate)
  const keyUntil = options.keyUntil ?? earlier(monthsAfter(from, lifetime.privateKey), notAfter)
  if (notAfter < from || keyUntil < from || keyUntil > notAfter) return undefined
  return { notBefore: from, notAfter, keyUntil, ...(crl && { revocationLists: crl }) }
}

function earlier(left: Date, right: Date): Date {
  return new Date(Math.min(left.getTime(), right.getTime()))
}

/** The subject that the options name. */
export function subjectOf({ country, organisation, commonName }: SubjectOptions): Subject {
  return { country, organisation, commonName }
}

/** Usages from a list with commas. */
export function readUsages(text: string): readonly Usage[] {
  const usages = text.split(',').map((name) => {
    if (name !== 'vaccination' && name !== 'test' && name !== 'recovery') {
      throw new InvalidArgumentError('Allowed are vaccination, test and recovery, with commas between.')
    }
    return name
  })
  return [...new Set<Usage>(usages)]
}

/** A path to which `.pem` is added: one that ends in the name of a file, for else the file would have none. */
export function readPrefix(text: string): string {
  if (/(?:^|[\\/])\.*$/.test(text)) throw new InvalidArgumentError('Not the beginning of a file name, like my/csca.')
  return text
}

/** A day that X.509 can tell: its years go from 1950 to 9999 (RFC 5280 §4.1.2.5). */
function readDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`)
  if (
    !/^\d{4}-\d\d-\d\d$/.test(text) ||
    text < '1950' ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  ) {
    throw new InvalidArgumentError('Not a day like 2021-04-01, from 1950 on.')
  }
  return date
}

function readCountry(text: string): string {
  if (!isCountry(text)) {
    throw new InvalidArgumentError('Not a country in two capital letters (ISO 3166-1 alpha-2).')
  }
  return text
}

function readCommonName(text: string): string {
  if (!text.includes('SAMPLE')) {
    throw new InvalidArgumentError('Must say SAMPLE: keys made here protect nothing. Real ones come in with --request.')
  }
  return text
}

function readUrl(text: string): string {
  if (!/^https?:\/\/[!-~]+$/.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('Not an http address.')
  return text
}
