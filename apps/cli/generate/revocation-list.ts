import { createHash } from 'node:crypto'
import { array, bytes, int, map, text } from './bytes/cbor.ts'
import { joinBytes } from './bytes/hex.ts'
import { type KeyName, sampleKey } from './sample-keys.ts'
import type { GivenRevocation } from './verify-case.ts'

/** One list: what is revoked of one type under one kid. Written here by hand, so that no code is shared with the library. */
export interface ListPlan {
  /** Undefined: whoever signed. */
  readonly key?: KeyName
  readonly type: 'SIGNATURE' | 'UCI' | 'COUNTRYCODEUCI' | 'SIGNER'
  /** Of 16 bytes each, in any order. */
  readonly members?: readonly Uint8Array[]
  /** The members lie in 2^bits chunks. */
  readonly bits?: number
}

const typeBytes = { SIGNER: 0, SIGNATURE: 0x0a, UCI: 0x0b, COUNTRYCODEUCI: 0x0c } as const

/** First 16 bytes of SHA-256. */
export function shortHash(input: string | Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(input).digest().subarray(0, 16))
}

/** The lists of edition 1, in the order of kid and type, with all of their chunks. */
export function revocationList(...plans: readonly ListPlan[]): GivenRevocation {
  const chunks = plans.flatMap((plan) => chunksOf(plan).filter((chunk) => chunk.length > 0))
  const lists = plans.map(writeList).toSorted(Buffer.compare)
  const body = map([
    [text('format'), text('vaxcert-revocation')],
    [text('version'), int(1)],
    [text('edition'), int(1)],
    [text('lists'), bytes(joinBytes(...lists))],
    [text('deltas'), array()],
  ])
  return { index: base64(body), chunks: Object.fromEntries(chunks.map((chunk) => [nameOf(chunk), base64(chunk)])) }
}

/** The same list with chunks that were changed on their way, under the names they had. */
export function withChunks(
  list: GivenRevocation,
  change: (chunk: Uint8Array) => Uint8Array | undefined,
): GivenRevocation {
  const changed = Object.entries(list.chunks).flatMap(([name, chunk]) => {
    const other = change(new Uint8Array(Buffer.from(chunk, 'base64')))
    return other === undefined ? [] : [[name, base64(other)]]
  })
  return { ...list, chunks: Object.fromEntries(changed) }
}

function writeList(plan: ListPlan): Uint8Array {
  const kid = plan.key === undefined ? new Uint8Array(8) : sampleKey(plan.key).documentSigner.kid
  const rows = chunksOf(plan).map((chunk) => {
    const members = chunk.length / 16
    return members === 0
      ? new Uint8Array(34)
      : joinBytes([members >> 8, members & 255], Buffer.from(nameOf(chunk), 'hex'))
  })
  return joinBytes(kid, [typeBytes[plan.type], plan.bits ?? 0], ...(plan.type === 'SIGNER' ? [] : rows))
}

function chunksOf({ members = [], bits = 0 }: ListPlan): readonly Uint8Array[] {
  const sorted = members.toSorted(Buffer.compare)
  return Array.from({ length: 2 ** bits }, (_, prefix) => {
    return joinBytes(...sorted.filter(([first = 0, second = 0]) => ((first << 8) | second) >> (16 - bits) === prefix))
  })
}

function nameOf(chunk: Uint8Array): string {
  return createHash('sha256').update(chunk).digest('hex')
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64')
}
