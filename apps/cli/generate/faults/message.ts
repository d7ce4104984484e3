import { array, bytes, type Item, map, tag, text } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import type { Change, Layers } from '../layers.ts'

type Elements = readonly [header: Item, unprotected: Item, payload: Item, signature: Item]

/** Other elements in the COSE_Sign1 array. */
function elements(make: (right: Elements, below: Layers) => readonly Item[]): Change {
  return { layer: 'message', make: (right, below) => make(right as Elements, below) }
}

const NULL = Uint8Array.of(0xf6)

export const withoutSignature: Change = elements((right) => right.slice(0, 3))
export const fiveElements: Change = elements((right) => [...right, bytes(new Uint8Array())])
export const detachedPayload: Change = elements(([header, unprotected, , signature]) => [
  header,
  unprotected,
  NULL,
  signature,
])

/** The payload as a map, not as bytes that hold one. */
export const bareMapPayload: Change = elements(([header, unprotected, , signature], { payload }) => [
  header,
  unprotected,
  payload,
  signature,
])

export const bareMapHeader: Change = elements(([, ...rest], { protectedBytes }) => [protectedBytes, ...rest])

export const unprotectedBytes: Change = elements(([header, unprotected, ...rest]) => [
  header,
  bytes(unprotected),
  ...rest,
])
export const unprotectedNull: Change = elements(([header, , ...rest]) => [header, NULL, ...rest])
export const signatureText: Change = elements(([header, unprotected, payload]) => [
  header,
  unprotected,
  payload,
  text(''),
])

/** Two values for one label, outside. */
export const unprotectedTwice: Change = elements(([header, , ...rest]) => {
  const entry = [text('x'), text('y')] as const
  return [header, map([entry, entry]), ...rest]
})

/** An array in so many arrays, outside, where nobody signs it. */
export function unprotectedDepth(depth: number): Change {
  const nested = joinBytes(...Array.from({ length: depth }, () => [0x81]), [0])
  return elements(([header, , ...rest]) => [header, map([[text('x'), nested]]), ...rest])
}

/** A byte string of indefinite length. */
export const payloadInChunks: Change = elements(([header, unprotected, payload, signature]) => [
  header,
  unprotected,
  joinBytes([0x5f], payload, [0xff]),
  signature,
])

/** Other bytes in the place of the whole message. */
export function message(make: (elements: readonly Item[], right: Uint8Array) => Uint8Array): Change {
  return { layer: 'cose', make: (right, below) => make(below.message, right) }
}

/** Other tags around the array, the outermost first. */
export function tags(...numbers: readonly number[]): Change {
  return message((items) => numbers.reduceRight((item, number) => tag(number, item), array(...items)))
}

/** An array of indefinite length. */
export const openArray: Change = message((items) => joinBytes([0xd2, 0x9f], ...items, [0xff]))
