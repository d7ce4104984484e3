import { type CborWritable, readCbor, writeCbor } from '@vaxcert/core/cose'
import {
  type Claims,
  checkVaccineTriple,
  checkValueSets,
  type Dcc,
  type DecodedText,
  decode,
  monthsLater,
} from '@vaxcert/core/dcc'
import type { Limits } from '../cleanse/limits.ts'
import type { ProcessRule } from './process-rule.ts'

/** A certificate, ours before it is handed out or another's as it was read, and what is known beside it. */
export interface JudgedCertificate {
  /** "HC1:…" */
  readonly text: string
  readonly claims: Claims
  readonly limits: Limits
  /** When the document signer's certificate holds, in seconds since 1970; absent where nobody has it. */
  readonly signer?: { readonly notBefore: number; readonly notAfter: number }
  /** Whether another certificate has the identifier; absent where nobody keeps them. */
  isUsed?(ci: string): boolean
}

/** Decision 5772/QĐ-BYT: twelve months, and never longer than whoever signed it (hcert §3.3.5). */
export const livesTooLong: ProcessRule<JudgedCertificate> = {
  id: 'PR-06',
  severity: 'B',
  fix: 'A',
  fields: [],
  example: 'issued 2022-04-14, expires 2025-01-30: 1,021 days',
  step: 'certificate',
  check({ claims: { iat, exp }, limits, signer }) {
    if (iat === undefined || exp === undefined) return iat === undefined ? ['iat'] : ['exp']
    const latest = monthsLater(new Date(iat * 1000), limits.validMonths).getTime() / 1000
    const isTooLate = exp > Math.min(latest, signer?.notAfter ?? latest)
    return [...(iat < (signer?.notBefore ?? iat) ? ['iat'] : []), ...(isTooLate ? ['exp'] : [])]
  },
}

/** Letters, digits and signs of a UVCI (eHN guidelines, annex 2). Its check character is for display only, and not asked. */
const identifier = /^[A-Z0-9/#:]{1,72}$/

export const malformedIdentifier: ProcessRule<JudgedCertificate> = {
  id: 'PR-07',
  severity: 'B',
  fix: 'A',
  fields: [],
  example: 'URN:UVCI:01:SG:3-61',
  step: 'certificate',
  check: ({ claims: { dcc }, isUsed }) =>
    identifiersOf(dcc)
      .filter(([, ci]) => !identifier.test(ci) || isUsed?.(ci) === true)
      .map(([path]) => path),
}

/** Read as strictly as we can: what an issuer may say, in the one way in which it is said; where it cannot be read, the code why. */
export const notReadBack: ProcessRule<Pick<JudgedCertificate, 'text'>> = {
  id: 'PR-08',
  severity: 'B',
  fix: 'A',
  fields: [],
  example: 'dose number 2.0, a name in NFD, a blank at its end',
  step: 'certificate',
  check({ text }) {
    const decoded = decode(text, 'strict')
    return decoded.ok ? contentFaults(decoded.layers) : [decoded.code]
  },
}

export const certificateRules: readonly ProcessRule<JudgedCertificate>[] = [
  ...[livesTooLong, malformedIdentifier, notReadBack],
]

/** Paths of what no value set or pair of sets knows, of texts that are not NFC; `payload` where it could be written shorter. */
function contentFaults({ message: { payload }, claims }: DecodedText): readonly string[] {
  if (!('dcc' in claims)) return ['hcert']
  const { dcc } = claims
  const codes = [...checkValueSets(dcc), ...checkVaccineTriple(dcc)].map(({ path }) => path)
  return [...new Set([...codes, ...otherThanNfc(dcc, '')]), ...(isShortest(payload) ? [] : ['payload'])]
}

/** Whole numbers as integers and not as floating point, lengths that are told: what a reader could take in two ways. */
function isShortest(payload: Uint8Array): boolean {
  const again = writeCbor(readCbor(payload, { code: 'claims.shape' }) as CborWritable)
  return again.length === payload.length && again.every((byte, at) => byte === payload[at])
}

function otherThanNfc(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return value === value.normalize('NFC') ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => otherThanNfc(inner, path === '' ? name : `${path}.${name}`))
}

function identifiersOf({ v = [], t = [], r = [] }: Dcc): readonly (readonly [path: string, ci: string])[] {
  return Object.entries({ v, t, r }).flatMap(([group, events]) =>
    events.map(({ ci }, at) => [`${group}.${at}.ci`, ci] as const),
  )
}
