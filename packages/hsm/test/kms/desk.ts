import { generateKeyPairSync } from 'node:crypto'
import type { HeldKey } from './held-key.ts'
import { keys, signDigest } from './held-key.ts'

/** What goes wrong with a request to sign. */
export type Mischief =
  | 'throttle'
  | 'fail'
  | 'deny'
  | 'disable'
  | 'vanish'
  | 'hang'
  | 'drop'
  | 'break-off'
  | 'stranger'
  | 'garbage'
  | 'truncate'
  | 'lengthen'
  | 'nothing'
  | 'flip-digest-crc'
  | 'flip-signature-crc'
  | 'other-name'

/** What a local key service shows of its key, and does with requests. What is asked of it is counted. */
export interface Desk {
  key: HeldKey
  enabled: boolean
  /** What the service says of where its key has been. */
  origin: 'generated' | 'imported' | 'software'
  /** Whether the key is one to sign with. */
  signs: boolean
  /** For the next requests to sign, one each. */
  readonly next: (Mischief | undefined)[]
  /** For all after them. */
  always: Mischief | undefined
  /** Bytes that are sent instead of a signature with 'garbage'. */
  garbage: Uint8Array
  /** Milliseconds before each answer. */
  delay: number
  /** Requests to sign so far. */
  asked: number
  underWay: number
  mostUnderWay: number
  /** Requests whose other end went away before they were answered. */
  givenUp: number
}

export function newDesk(key: HeldKey): Desk {
  return {
    key,
    enabled: true,
    origin: 'generated',
    signs: true,
    next: [],
    always: undefined,
    garbage: Uint8Array.of(1, 2, 3),
    delay: 0,
    asked: 0,
    underWay: 0,
    mostUnderWay: 0,
    givenUp: 0,
  }
}

/** A request to sign comes in. What becomes of it, once the time of an answer is over. */
export async function receive(desk: Desk): Promise<Mischief | undefined> {
  desk.asked += 1
  desk.underWay += 1
  desk.mostUnderWay = Math.max(desk.mostUnderWay, desk.underWay)
  const mischief = desk.next.length > 0 ? desk.next.shift() : desk.always
  if (desk.delay > 0) await new Promise((resolve) => setTimeout(resolve, desk.delay))
  desk.underWay -= 1
  return mischief
}

/** The bytes that stand where a signature belongs. */
export function signatureFor(
  desk: Desk,
  mischief: Mischief | undefined,
  digest: Uint8Array,
  form: 'der' | 'ieee-p1363',
): Uint8Array {
  if (mischief === 'garbage') return desk.garbage
  const ec = desk.key.documentSigner.algorithm === 'ES256'
  const key = mischief === 'stranger' ? (ec ? keys.stranger : otherRsa()) : desk.key
  const signature = signDigest(key, digest, form)
  if (mischief === 'truncate') return signature.subarray(0, -1)
  return mischief === 'lengthen' ? Buffer.concat([signature, Buffer.of(0)]) : signature
}

/** Another RSA key of the same size, made when it is needed. */
let otherRsaKey: HeldKey | undefined

function otherRsa(): HeldKey {
  otherRsaKey ??= { ...keys.PS256, privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }
  return otherRsaKey
}
