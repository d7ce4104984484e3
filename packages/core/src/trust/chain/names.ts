import { bytesToHex } from '@noble/hashes/utils.js'
import { type DerNode, membersOf, tag, tagged } from './der-tree.ts'

/** Types of text that are compared by what they say; all others by their bytes (RFC 5280 §7.1). */
const texts: readonly number[] = [tag.utf8String, tag.printableString, tag.ia5String]

/** The name that names nobody. */
export const emptyName = '[]'

/**
 * One text for all spellings of a distinguished name, so that two are the same when their texts are (RFC 5280 §7.1): the
 * same attributes in the same order, whatever the case, the white space and the string type. The attributes of one
 * set have no order.
 * @throws Fault `chain.form`
 */
export function normalName(name: DerNode | undefined): string {
  const sets = membersOf(name, tag.sequence).map((set) => membersOf(set, tag.set).map(normalAttribute).sort())
  return JSON.stringify(sets)
}

function normalAttribute(attribute: DerNode): string {
  const [type, value] = membersOf(attribute, tag.sequence, 2)
  const id = bytesToHex(tagged(type, tag.objectIdentifier).content)
  return `${id} ${value && normalValue(value)}`
}

/** As RFC 4518 §2 prepares a text: compatibility forms, case, and white space repeated or at the ends make no difference. */
function normalValue({ tag, content, bytes }: DerNode): string {
  if (!texts.includes(tag)) return bytesToHex(bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    return `"${text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')}`
  } catch {
    return bytesToHex(bytes)
  }
}
