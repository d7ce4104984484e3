import { derTag, writeDer } from '../../cose/der.ts'
import type { PublicKey } from '../../cose/keys.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import { Fault } from '../../fault.ts'
import { usagesOf } from '../usages.ts'
import type { ChainCheckName, ChainCode } from './chain-verdict.ts'
import { areUnderstood } from './extensions.ts'
import type { IssuerKey } from './issuer-key.ts'
import { emptyName } from './names.ts'
import type { Party } from './party.ts'
import type { BasicConstraints, KeyUsage } from './statements.ts'
import { verifyX509Signature } from './x509-signature.ts'

/** What is checked: both certificates, and the moments in seconds. */
export interface Chain {
  readonly csca: Party<IssuerKey>
  readonly dsc: Party<PublicKey>
  readonly issuedAt: number | undefined
  readonly at: number
}

/** True where the rule holds, a code where it does not, undefined where it does not apply. */
export type Finding = true | ChainCode | undefined

type Rule = (chain: Chain) => Finding | Promise<Finding>

/**
 * What RFC 5280 and hcert §5 ask of a DSC and its CSCA, each by itself, in the order of the checks. Nothing stands
 * between the two, and nothing above the CSCA: it is trusted since somebody chose it.
 */
export const chainRules: Readonly<Record<Exclude<ChainCheckName, 'csca-form' | 'dsc-form'>, Rule>> = {
  'csca-version': ({ csca }) => csca.version === V3 || 'chain.version',
  'dsc-version': ({ dsc }) => dsc.version === V3 || (isPlainV1(dsc) ? 'chain.v1' : 'chain.version'),
  'csca-serial': ({ csca }) => isSerial(csca.serial) || 'chain.serial',
  'dsc-serial': ({ dsc }) => isSerial(dsc.serial) || 'chain.serial',
  'csca-algorithm': ({ csca }) => csca.scheme !== undefined || 'chain.algorithm',
  'dsc-algorithm': ({ dsc }) => dsc.scheme !== undefined || 'chain.algorithm',
  'csca-key': ({ csca }) => csca.key !== undefined || 'chain.key',
  'dsc-key': ({ dsc }) => dsc.key !== undefined || 'chain.key',
  'csca-extensions': ({ csca }) => extensions(csca),
  'dsc-extensions': ({ dsc }) => extensions(dsc),
  'csca-ca': ({ csca }) => csca.statements && authority(csca.statements.basicConstraints),
  'csca-usage': ({ csca }) => csca.statements && (csca.statements.keyUsage?.keyCertSign === true || 'chain.csca-usage'),
  'csca-signature': ({ csca }) =>
    csca.issuer === csca.subject ? signature(csca, csca, 'chain.self-signature') : 'chain.not-self-issued',
  'dsc-no-ca': ({ dsc }) => dsc.statements && (dsc.statements.basicConstraints?.isCa !== true || 'chain.dsc-is-ca'),
  'dsc-usage': ({ dsc }) => dsc.statements && signing(dsc.statements.keyUsage),
  'dsc-purpose': ({ dsc }) => dsc.statements && purpose(dsc.statements.keyPurposes),
  name: ({ csca, dsc }) => (dsc.issuer === csca.subject && dsc.issuer !== emptyName) || 'chain.name',
  'key-id': ({ csca, dsc }) => keyIds(dsc.statements?.authorityKeyId, csca.statements?.subjectKeyId),
  signature: ({ csca, dsc }) => signature(dsc, csca, 'chain.signature'),
  'csca-at-issue': ({ csca, issuedAt }) => validAtIssue(csca, issuedAt),
  'dsc-at-issue': ({ dsc, issuedAt }) => validAtIssue(dsc, issuedAt),
  'csca-now': ({ csca, at }) => validNow(csca, at, 'chain.csca-expired'),
  'dsc-now': ({ dsc, at }) => validNow(dsc, at, 'chain.dsc-expired'),
}

const V3 = 2
const MAX_SERIAL_BYTES = 20

type AnyParty = Party<unknown>

/** Version 1 knows no extensions: such a signer is a leaf by being handed in as one. */
function isPlainV1({ version, extensions }: AnyParty): boolean {
  return version === 0 && extensions.length === 0
}

/** Positive, and of at most 20 bytes (RFC 5280 §4.1.2.2). */
function isSerial(serial: Uint8Array): boolean {
  const [first = 0x80] = serial
  return first < 0x80 && serial.some((byte) => byte > 0) && serial.length <= MAX_SERIAL_BYTES
}

function extensions({ statements, extensions }: AnyParty): Finding {
  if (statements === undefined) return 'chain.extensions'
  return areUnderstood(extensions) || 'chain.critical'
}

/** A CA says so, and says it critically (RFC 5280 §4.2.1.9). */
function authority(constraints: BasicConstraints | undefined): Finding {
  if (constraints?.isCa !== true) return 'chain.no-ca'
  return constraints.critical || 'chain.ca-not-critical'
}

/** A DSC without key usage may sign; with one it signs, and no certificates (RFC 5280 §4.2.1.3). */
function signing(usage: KeyUsage | undefined): Finding {
  if (usage === undefined) return true
  return (usage.digitalSignature && !usage.keyCertSign) || 'chain.dsc-usage'
}

/** It may sign at least one kind of health certificate (hcert §A.4). */
function purpose(keyPurposes: readonly string[] = []): Finding {
  return usagesOf(keyPurposes).length > 0 || 'chain.dsc-purpose'
}

/** The DSC names the key of the CSCA (RFC 5280 §4.2.1.1). Some name it by the whole extension in which it stands. */
function keyIds(authorityKeyId: Uint8Array | undefined, subjectKeyId: Uint8Array | undefined): Finding {
  if (authorityKeyId === undefined || subjectKeyId === undefined) return undefined
  if (sameBytes(authorityKeyId, subjectKeyId)) return true
  const extension = writeDer(derTag.octetString, writeDer(derTag.octetString, subjectKeyId))
  return sameBytes(authorityKeyId, extension) ? 'chain.key-id-wrapped' : 'chain.key-id'
}

/** By the issuer's key, whatever the names say. Does not apply where algorithm or key are refused already. */
async function signature(party: AnyParty, issuer: AnyParty, code: ChainCode): Promise<Finding> {
  if (party.scheme === undefined || issuer.key === undefined) return undefined
  const { signature, signed } = party
  const given = { algorithm: party.algorithms[1], spki: issuer.spki, signature, signed }
  try {
    return (await verifyX509Signature(given)) || code
  } catch (error) {
    if (error instanceof Fault) return code
    throw error
  }
}

function validAtIssue({ notBefore, notAfter }: AnyParty, issuedAt: number | undefined): Finding {
  if (issuedAt === undefined) return undefined
  return (notBefore <= issuedAt && issuedAt <= notAfter) || 'chain.not-at-issue'
}

function validNow({ notBefore, notAfter }: AnyParty, at: number, expired: ChainCode): Finding {
  if (at < notBefore) return 'chain.not-yet'
  return at <= notAfter || expired
}
