import { type Bag, isBag } from '../check-result.ts'
import { sameContent } from '../same-content.ts'
import { readCertificateCbor } from './dgc-layers.ts'

/** A text of a certificate with the name of its field. */
type NamedText = readonly [name: string, text: string]

/** More than any certificate holds; comparing takes time by the square of it. */
const MAX_TEXTS = 512

/**
 * Whether JSON and CBOR bytes cannot be one certificate: a text of the one is not in the other. That a text stands in the
 * bytes, behind its field's name, is seen from the bytes alone, so that our reader is not its own witness.
 */
export function differsInText(json: Bag, cbor: Uint8Array): boolean {
  const ours = textsOf(readCertificateCbor(cbor))
  const theirs = textsOf(json)
  if (Math.max(ours.length, theirs.length) > MAX_TEXTS) return false
  return (
    theirs.some((text) => !standsIn(cbor, text) && !isAmong(text, ours)) ||
    ours.some((text) => standsIn(cbor, text) && !isAmong(text, theirs))
  )
}

function textsOf(value: unknown): readonly NamedText[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isBag(value)) return []
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' ? [[name, member.trim()] as const] : textsOf(member),
  )
}

function isAmong([name, text]: NamedText, texts: readonly NamedText[]): boolean {
  return texts.some(([otherName, otherText]) => name === otherName && sameContent(text, otherText))
}

/** Bytes that a tag and the head of a text may take between a name and its text in CBOR. */
const MAX_HEAD = 12

function standsIn(cbor: Uint8Array, [name, text]: NamedText): boolean {
  const [bytes, nameBytes, textBytes] = [Buffer.from(cbor), Buffer.from(name), Buffer.from(text)]
  for (let at = bytes.indexOf(nameBytes); at >= 0; at = bytes.indexOf(nameBytes, at + 1)) {
    const from = at + nameBytes.length + 1
    if (bytes.subarray(from, from + MAX_HEAD + textBytes.length).includes(textBytes)) return true
  }
  return false
}
