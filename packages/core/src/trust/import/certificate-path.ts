import { Fault } from '../../fault.ts'
import { verifyX509Signature, type X509Signature } from '../chain/x509-signature.ts'
import { readSigningCertificate, type SigningCertificate } from './certificate.ts'
import type { PinnedKey } from './pinned-key.ts'
import { isWithin } from './source.ts'

/** Authorities between a signer and the pinned one. PKIoverheid has the most, two. */
const MAX_LENGTH = 4

/**
 * Whether authorities lead from a certificate to the pinned key, each signing the next, each allowed to sign
 * certificates, each valid now (whole seconds since 1970), the certificate itself among them.
 */
export async function leadsTo(
  pinned: PinnedKey,
  certificate: SigningCertificate,
  authorities: readonly SigningCertificate[],
  now: number,
): Promise<boolean> {
  const root = pinned.certificate && readSigningCertificate(pinned.certificate)
  let last = certificate
  for (let length = 0; length <= MAX_LENGTH; length += 1) {
    if (!isWithin(now, last)) return false
    if (root === undefined ? await isSignedWith(last, pinned.spki) : await isIssuedBy(last, root)) return true
    const next = await issuerOf(last, authorities)
    if (next === undefined) return false
    last = next
  }
  return false
}

async function issuerOf(
  certificate: SigningCertificate,
  authorities: readonly SigningCertificate[],
): Promise<SigningCertificate | undefined> {
  for (const authority of authorities) if (await isIssuedBy(certificate, authority)) return authority
  return undefined
}

async function isIssuedBy(certificate: SigningCertificate, authority: SigningCertificate): Promise<boolean> {
  if (!authority.isAuthority || certificate.issuer !== authority.subject) return false
  return isSignedWith(certificate, authority.spki)
}

function isSignedWith({ algorithm, signature, signed }: SigningCertificate, spki: Uint8Array): Promise<boolean> {
  return isX509Signature({ algorithm, spki, signature, signed })
}

/** As `verifyX509Signature`, but an algorithm or key that we do not accept makes no right signature. */
export async function isX509Signature(given: X509Signature): Promise<boolean> {
  try {
    return await verifyX509Signature(given)
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
