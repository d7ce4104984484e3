import type { CertificatePlan, DscPlan } from './plans.ts'
import {
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
} from './x509-library.ts'

/** A CSCA signs document signers and revocation lists, and has no CA below it (hcert §A). */
export function cscaExtensions(plan: CertificatePlan): readonly Extension[] {
  return [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ...sharedExtensions(plan),
  ]
}

/** A document signer signs, and what it signs is said by its key purposes (hcert §A.4). */
export function dscExtensions(plan: DscPlan): readonly Extension[] {
  const purposes = plan.keyPurposes.length > 0 ? [new ExtendedKeyUsageExtension([...plan.keyPurposes])] : []
  return [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true), ...purposes, ...sharedExtensions(plan)]
}

function sharedExtensions({ notBefore, keyUntil, revocationLists }: CertificatePlan): readonly Extension[] {
  return [
    ...(keyUntil ? [keyPeriod(notBefore, keyUntil)] : []),
    ...(revocationLists ? [new CRLDistributionPointsExtension([revocationLists])] : []),
  ]
}

/** PrivateKeyUsagePeriod (RFC 3280 §4.2.1.4): a SEQUENCE of two GeneralizedTimes under the tags 0 and 1. */
function keyPeriod(from: Date, until: Date): Extension {
  const times = [generalizedTime(0x80, from), generalizedTime(0x81, until)]
  const content = Buffer.concat(times)
  return new Extension('2.5.29.16', false, Uint8Array.of(0x30, content.length, ...content))
}

function generalizedTime(tag: number, time: Date): Uint8Array {
  const text = time.toISOString().replace(/\.\d+|[-:T]/g, '')
  return Uint8Array.of(tag, text.length, ...Buffer.from(text))
}
