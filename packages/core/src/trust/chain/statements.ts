import { Fault } from '../../fault.ts'
import { type DerNode, malformed, membersOf, readDer, requireOrder, tag, tagged } from './der-tree.ts'
import { dottedOid } from './dotted-oid.ts'
import { type Extension, extensionIds } from './extensions.ts'
import { generalizedTime } from './time.ts'

/** What the extensions of one certificate say, those that are judged; undefined where one is absent. */
export interface Statements {
  readonly basicConstraints: BasicConstraints | undefined
  readonly keyUsage: KeyUsage | undefined
  /** When the private key may be used. */
  readonly keyPeriod: KeyPeriod | undefined
  /** Object identifiers in dots. */
  readonly keyPurposes: readonly string[] | undefined
  readonly subjectKeyId: Uint8Array | undefined
  readonly authorityKeyId: Uint8Array | undefined
}

/** Whether it is an authority (RFC 5280 §4.2.1.9). */
export interface BasicConstraints {
  readonly isCa: boolean
  readonly critical: boolean
}

/** What the key may do, as far as we ask (RFC 5280 §4.2.1.3). */
export interface KeyUsage {
  readonly digitalSignature: boolean
  readonly keyCertSign: boolean
}

/** Seconds since 1970. */
export interface KeyPeriod {
  readonly notBefore: number | undefined
  readonly notAfter: number | undefined
}

/**
 * Reads the extensions that are judged. All others are left to `areUnderstood`.
 * @throws Fault `chain.extensions` when one of them is not what its type says, or any extension stands twice
 * (RFC 5280 §4.2)
 */
export function readStatements(extensions: readonly Extension[]): Statements {
  const byId = new Map(extensions.map((extension) => [extension.id, extension]))
  const read = <T>(id: string, take: (node: DerNode, critical: boolean) => T): T | undefined => {
    const extension = byId.get(id)
    return extension && take(readDer(extension.value), extension.critical)
  }
  try {
    if (byId.size < extensions.length) throw malformed('extension stands twice')
    return {
      basicConstraints: read(extensionIds.basicConstraints, constraintsIn),
      keyUsage: read(extensionIds.keyUsage, usageIn),
      keyPeriod: read(extensionIds.keyPeriod, periodIn),
      keyPurposes: read(extensionIds.keyPurposes, purposesIn),
      subjectKeyId: read(extensionIds.subjectKeyId, (node) => tagged(node, tag.octetString).content),
      authorityKeyId: read(extensionIds.authorityKeyId, keyIdIn),
    }
  } catch (cause) {
    throw new Fault('chain.extensions', 'extension', { cause })
  }
}

/**
 * RFC 5280 §4.2.1.9. FALSE written out, which DER leaves out, and a path length beside it stand in real document
 * signers; there is but one way to read them.
 */
function constraintsIn(node: DerNode, critical: boolean): BasicConstraints {
  const members = [...membersOf(node, tag.sequence)]
  const isCa = members[0]?.tag === tag.boolean && members.shift()?.content[0] === 0xff
  const [pathLength, ...rest] = members
  if (rest.length > 0 || (pathLength && isNegative(tagged(pathLength, tag.integer))))
    throw malformed('basicConstraints')
  return { isCa, critical }
}

/** RFC 5280 §4.2.1.3: bit 0 and bit 5. */
function usageIn(node: DerNode): KeyUsage {
  const [, bits = 0] = tagged(node, tag.bitString).content
  return { digitalSignature: (bits & 0x80) !== 0, keyCertSign: (bits & 0x04) !== 0 }
}

/** RFC 3280 §4.2.1.4: GeneralizedTime under the tags 0 and 1. */
function periodIn(node: DerNode): KeyPeriod {
  const members = membersOf(node, tag.sequence)
  requireOrder(members, [0x80, 0x81])
  const timeUnder = (tag: number) => members.filter((member) => member.tag === tag).map(generalizedTime)[0]
  return { notBefore: timeUnder(0x80), notAfter: timeUnder(0x81) }
}

function purposesIn(node: DerNode): readonly string[] {
  return membersOf(node, tag.sequence).map((purpose) => dottedOid(tagged(purpose, tag.objectIdentifier).content))
}

/** RFC 5280 §4.2.1.1: the identifier under the tag 0; the issuer's name and number may follow, and nobody needs them. */
function keyIdIn(node: DerNode): Uint8Array | undefined {
  const members = membersOf(node, tag.sequence)
  requireOrder(members, [0x80, 0xa1, 0x82])
  return members.find(({ tag }) => tag === 0x80)?.content
}

function isNegative({ content }: DerNode): boolean {
  return (content[0] ?? 0) >= 0x80
}
