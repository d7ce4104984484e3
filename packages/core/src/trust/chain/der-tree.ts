import { Fault } from '../../fault.ts'

/** One DER element with all that lies in it. Bytes are views into what was read. */
export interface DerNode {
  readonly tag: number
  /** Tag, length and content. */
  readonly bytes: Uint8Array
  readonly content: Uint8Array
  /** Empty for a primitive element. */
  readonly children: readonly DerNode[]
}

/**
 * Tags of what certificates are made of (X.690 §8). The keys in them have a flatter reader, `cose/der.ts`, on the side of
 * the audit boundary where no certificate goes.
 */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Real certificates go nine levels deep. */
const MAX_DEPTH = 16

/**
 * Reads the one element that the bytes are, to the last byte, in the one form that DER allows (X.690 §10, §11): lengths
 * definite and minimal, nothing constructed but SEQUENCE, SET and tagged elements, each primitive in its only form.
 * Times are left to whoever reads them, and so are the contents of an OCTET STRING.
 * @throws Fault `chain.form`
 */
export function readDer(bytes: Uint8Array): DerNode {
  const [node, ...rest] = readAll(bytes, MAX_DEPTH)
  if (node === undefined || rest.length > 0) throw malformed('not one element')
  return node
}

/**
 * What lies in an element that must be there and carry the tag, in that number where one is given.
 * @throws Fault `chain.form`
 */
export function membersOf(node: DerNode | undefined, tag: number, count?: number): readonly DerNode[] {
  const { children } = tagged(node, tag)
  if (count !== undefined && children.length !== count) throw malformed('number of members')
  return children
}

/**
 * An element that must be there and carry the tag.
 * @throws Fault `chain.form`
 */
export function tagged(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw malformed('missing, or of another type')
  return node
}

/**
 * Sees to it that optional elements stand in the order of these tags, each at most once and no other between them.
 * @throws Fault `chain.form`
 */
export function requireOrder(nodes: readonly DerNode[], tags: readonly number[]): void {
  const places = nodes.map((node) => tags.indexOf(node.tag))
  if (places.some((place, index) => place <= (places[index - 1] ?? -1))) throw malformed('unknown or misplaced element')
}

/** The fault of what is not the strict DER of a certificate. */
export function malformed(detail: string): Fault<'chain.form'> {
  return new Fault('chain.form', detail)
}

function readAll(bytes: Uint8Array, depth: number): readonly DerNode[] {
  if (depth === 0) throw malformed('nested too deeply')
  const nodes: DerNode[] = []
  for (let at = 0; at < bytes.length; ) {
    const [start, end] = contentAt(bytes, at)
    nodes.push(nodeOf(bytes.subarray(at, end), start - at, depth))
    at = end
  }
  return nodes
}

function nodeOf(bytes: Uint8Array, headLength: number, depth: number): DerNode {
  const [first = 0] = bytes
  const content = bytes.subarray(headLength)
  const isConstructed = (first & 0x20) !== 0
  const isUniversal = (first & 0xc0) === 0
  if (isUniversal && isConstructed !== mustBeConstructed(first & 0x1f)) throw malformed('constructed or not')
  if (isUniversal && !isConstructed && primitives.get(first)?.(content) === false) throw malformed('primitive')
  return { tag: first, bytes, content, children: isConstructed ? readAll(content, depth - 1) : [] }
}

/** SEQUENCE and SET. */
function mustBeConstructed(number: number): boolean {
  return number === 0x10 || number === 0x11
}

/** Where the content of the element that begins here starts and ends. */
function contentAt(bytes: Uint8Array, at: number): readonly [start: number, end: number] {
  if (((bytes[at] ?? 0) & 0x1f) === 0x1f) throw malformed('tag number')
  const first = bytes[at + 1] ?? 0xff
  const lengthBytes = first < 0x80 ? 0 : first - 0x80
  if (lengthBytes > 2 || first === 0x80) throw malformed('length')
  const start = at + 2 + lengthBytes
  const long = bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0)
  const end = start + (lengthBytes === 0 ? first : long)
  const isMinimal = lengthBytes === 0 || long >= (lengthBytes === 1 ? 0x80 : 0x100)
  if (end > bytes.length || !isMinimal) throw malformed('length')
  return [start, end]
}

/** Whether content is what DER makes of a value, by tag. */
const primitives: ReadonlyMap<number, (content: Uint8Array) => boolean> = new Map([
  [tag.boolean, ([value, ...rest]: Uint8Array) => rest.length === 0 && (value === 0 || value === 0xff)],
  [tag.integer, isMinimalInteger],
  [tag.bitString, isPaddedWithZeros],
  [tag.null, (content: Uint8Array) => content.length === 0],
  [tag.objectIdentifier, isObjectIdentifier],
])

function isMinimalInteger(content: Uint8Array): boolean {
  const [first, second = first] = content
  if (first === undefined || second === undefined) return false
  if (content.length === 1) return true
  return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80)
}

/** The first byte counts the unused bits at the end, which are zero (X.690 §11.2). */
function isPaddedWithZeros(content: Uint8Array): boolean {
  const [unused] = content
  if (unused === undefined || unused > 7 || (unused > 0 && content.length === 1)) return false
  return ((content.at(-1) ?? 0) & ((1 << unused) - 1)) === 0 || content.length === 1
}

/** Every arc in the fewest bytes, the last one complete (X.690 §8.19). */
function isObjectIdentifier(content: Uint8Array): boolean {
  const isPadded = content.some((byte, index) => byte === 0x80 && (content[index - 1] ?? 0) < 0x80)
  return (content.at(-1) ?? 0x80) < 0x80 && !isPadded
}
