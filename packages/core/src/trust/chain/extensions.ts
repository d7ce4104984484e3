import { bytesToHex } from '@noble/hashes/utils.js'
import { type DerNode, malformed, membersOf, tag, tagged } from './der-tree.ts'

/** An extension as it stands in a certificate (RFC 5280 §4.1.2.9). */
export interface Extension {
  /** Content of its object identifier, lower-case hex. */
  readonly id: string
  readonly critical: boolean
  /** What it says, DER. */
  readonly value: Uint8Array
}

/** Extensions that are judged, by their identifiers (RFC 5280 §4.2.1). All others are foreign to us. */
export const extensionIds = {
  subjectKeyId: '551d0e',
  keyUsage: '551d0f',
  keyPeriod: '551d10',
  basicConstraints: '551d13',
  authorityKeyId: '551d23',
  keyPurposes: '551d25',
} as const

/** Those that may be critical. */
const understood: readonly string[] = [extensionIds.keyUsage, extensionIds.basicConstraints, extensionIds.keyPurposes]

/**
 * Reads one Extension. One that is not critical leaves the flag out, as DER leaves out every default.
 * @throws Fault `chain.form`
 */
export function readExtension(node: DerNode): Extension {
  const [id, ...rest] = membersOf(node, tag.sequence)
  const critical = rest.length === 2 && tagged(rest[0], tag.boolean).content[0] === 0xff
  if (rest.length !== (critical ? 2 : 1)) throw malformed('extension')
  const value = tagged(rest.at(-1), tag.octetString).content
  return { id: bytesToHex(tagged(id, tag.objectIdentifier).content), critical, value }
}

/** Whoever meets a critical extension that he does not understand must refuse (RFC 5280 §4.2). */
export function areUnderstood(extensions: readonly Extension[]): boolean {
  return extensions.every(({ id, critical }) => !critical || understood.includes(id))
}
