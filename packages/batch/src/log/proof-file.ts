import { Fault } from '@vaxcert/core/fault'
import { readBase64, writeBase64 } from './base64.ts'
import { SALT_BYTES } from './entry.ts'
import { areHashes } from './hash.ts'

/** A proof that goes with a certificate: whoever knows the log's key checks it without the log (C2SP tlog-proof). */
export interface LogProof {
  /** Of the certificate's entry; it stands in the proof as extra data. */
  readonly salt: Uint8Array
  /** Which entry, counted from 0. */
  readonly index: number
  /** Hashes from the leaf's sibling up. */
  readonly hashes: readonly Uint8Array[]
  /** The signed note. */
  readonly checkpoint: Uint8Array
}

const HEAD = 'c2sp.org/tlog-proof@v1'
const MAX_PROOF_BYTES = 131_072
/** A tree of 2⁶³ leaves needs no more. */
const MAX_HASHES = 63

export function writeProof({ salt, index, hashes, checkpoint }: LogProof): string {
  const lines = [HEAD, `extra ${writeBase64(salt)}`, `index ${index}`, ...hashes.map((hash) => writeBase64(hash))]
  return `${lines.join('\n')}\n\n${Buffer.from(checkpoint).toString()}`
}

/**
 * Reads what `writeProof` writes, and nothing else. The checkpoint is not looked into.
 * @throws Fault `log.proof`
 */
export function parseProof(bytes: Uint8Array): LogProof {
  const text = bytes.length > MAX_PROOF_BYTES ? '' : Buffer.from(bytes).toString('latin1')
  const end = text.indexOf('\n\n')
  const [head, extra = '', index = '', ...lines] = end < 0 ? [] : text.slice(0, end).split('\n')
  const salt = readBase64(/^extra (.+)$/.exec(extra)?.[1] ?? '')
  const digits = /^index (0|[1-9][0-9]{0,15})$/.exec(index)?.[1]
  if (head !== HEAD || salt?.length !== SALT_BYTES || digits === undefined || !Number.isSafeInteger(Number(digits))) {
    throw new Fault('log.proof', 'not a proof with the salt of a certificate')
  }
  if (lines.length > MAX_HASHES) throw new Fault('log.proof', 'too many hashes')
  return { salt, index: Number(digits), hashes: lines.map(readHash), checkpoint: bytes.subarray(end + 2) }
}

function readHash(line: string): Uint8Array {
  const hash = readBase64(line)
  if (hash === undefined || !areHashes(hash, 1)) throw new Fault('log.proof', 'not a hash')
  return hash
}
