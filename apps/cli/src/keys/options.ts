import type { Usage } from '@vaxcert/core/dcc'
import { InvalidArgumentError, Option } from 'commander'
import type { CertificateRequest } from './certificates.ts'

/** Options that every single certificate takes, as commander hands them over. */
export interface CertificateOptions {
  readonly out: string
  readonly country: string
  readonly organisation: string
  readonly commonName: string
  readonly from: Date
  readonly until: Date
  readonly force: boolean
  readonly json: boolean
}

/** The options of `CertificateOptions`, with the role's name as default common name. */
export function certificateOptions(role: string): readonly Option[] {
  return [
    new Option('--out <prefix>', 'write PREFIX.pem and PREFIX.key.pem').argParser(readPrefix).makeOptionMandatory(),
    new Option('--from <date>', 'first moment of validity, 2021-04-01 for midnight UTC')
      .argParser(readDate)
      .makeOptionMandatory(),
    new Option('--until <date>', 'last moment of validity').argParser(readDate).makeOptionMandatory(),
    new Option('--country <code>', 'country of the subject').argParser(readCountry).default('VN'),
    new Option('--organisation <name>', 'organisation of the subject').default('SAMPLE Authority'),
    new Option('--common-name <name>', 'common name; must say SAMPLE')
      .argParser(readCommonName)
      .default(`SAMPLE ${role}`),
    new Option('--force', 'replace files that are there').default(false),
    new Option('--json', 'print one JSON line').default(false),
  ]
}

export function requestOf(options: CertificateOptions): CertificateRequest {
  const { country, organisation, commonName } = options
  return { subject: { country, organisation, commonName }, notBefore: options.from, notAfter: options.until }
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
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError('Not two capital letters (ISO 3166-1 alpha-2).')
  return text
}

function readCommonName(text: string): string {
  if (!text.includes('SAMPLE')) throw new InvalidArgumentError('Must say SAMPLE: keys made here protect nothing.')
  return text
}
