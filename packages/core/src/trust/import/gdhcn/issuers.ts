import { unlessFault } from '../../../fault.ts'
import { type Certificate, readCertificate } from '../../chain/certificate.ts'
import { verifyX509Signature } from '../../chain/x509-signature.ts'
import { bytesOf } from '../source.ts'
import { bareCode } from './participant.ts'
import type { VerificationMethod } from './verification-method.ts'

/** The CSCAs of a list by the code of their participant. */
export type Issuers = ReadonlyMap<string, readonly Certificate[]>

/**
 * What a list shows of who issued a DSC. `verified`: a CSCA of the same participant signed it. `broken`: a CSCA bears
 * the issuer's name, but none of that name signed it. `open`: no CSCA bears it, or the signature is of a kind that
 * we cannot check.
 */
export type Issuance = 'verified' | 'broken' | 'open'

/** The CSCAs that can be read. In ids they are SCA, in codes CSCA. */
export function issuersOf(methods: readonly VerificationMethod[]): Issuers {
  const issuers = new Map<string, Certificate[]>()
  for (const { participant, keyusage, publicKeyJwk } of methods) {
    if (!['CSCA', 'SCA'].includes(bareCode(keyusage.code))) continue
    const known = issuers.get(participant.code) ?? []
    known.push(...readable(publicKeyJwk.x5c.slice(0, 1)))
    issuers.set(participant.code, known)
  }
  return issuers
}

/**
 * Who issued a DSC. A document of DSCs alone has no CSCAs: then the one counts that stands beside the DSC. Times are
 * not looked at, since the list vouches for each key by itself and keeps the expired.
 */
export async function issuanceOf(
  { publicKeyJwk, participant }: VerificationMethod,
  issuers: Issuers,
): Promise<Issuance> {
  const [dsc] = readable(publicKeyJwk.x5c.slice(0, 1))
  if (dsc === undefined) return 'open'
  const listed = named(dsc, issuers.get(participant.code) ?? [])
  const cscas = listed.length > 0 ? listed : named(dsc, readable(publicKeyJwk.x5c.slice(1)))
  let issuance: Issuance = 'open'
  for (const csca of cscas) {
    const right = await isSignedBy(dsc, csca)
    if (right) return 'verified'
    if (right === false) issuance = 'broken'
  }
  return issuance
}

function named({ issuer }: Certificate, cscas: readonly Certificate[]): readonly Certificate[] {
  return cscas.filter(({ subject }) => subject === issuer)
}

/** Undefined where key or algorithm is of a kind that we cannot check. */
async function isSignedBy(dsc: Certificate, { spki }: Certificate): Promise<boolean | undefined> {
  const { algorithms, signature, signed } = dsc
  const [, algorithm] = algorithms
  try {
    return await verifyX509Signature({ algorithm, spki, signature, signed })
  } catch {
    return undefined
  }
}

function readable(certificates: readonly string[]): readonly Certificate[] {
  return certificates.flatMap((text) => unlessFault(() => readCertificate(bytesOf(text) ?? new Uint8Array())) ?? [])
}
