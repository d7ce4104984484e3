import { Fault } from '@vaxcert/core/fault'
import { entryOfCose } from './certificate-entries.ts'
import { isIncluded } from './check-proof.ts'
import { eachHash, leafHash, sameBytes } from './hash.ts'
import { checkpointOf, type LogSource, tilesOf } from './log-source.ts'
import { type LogTrust, type OpenedCheckpoint, openCheckpoint } from './opened-checkpoint.ts'
import { inclusionProof } from './proof.ts'
import { type LogProof, parseProof } from './proof-file.ts'
import { type ReadTile, TILE_WIDTH } from './tile.ts'

/** A certificate that the log is to have: its COSE_Sign1 message and the salt of its entry. */
export interface Logged {
  readonly cose: Uint8Array
  readonly salt: Uint8Array
}

/**
 * Looks a certificate up in a published log and proves that it is there. The proof holds: it has been checked.
 * @throws Fault as `openCheckpoint`; `log.missing`, `log.tile` when files are missing or damaged, `log.absent` when it is not
 * there, `cose.shape`, `log.entry` when it is no certificate with a salt
 */
export async function proveLogged({ cose, salt }: Logged, source: LogSource, trust: LogTrust): Promise<LogProof> {
  const leaf = leafHash(entryOfCose(cose, salt))
  const note = await checkpointOf(source)
  if (note === undefined) throw new Fault('log.missing', 'there is no checkpoint')
  const head = openCheckpoint(note, trust)
  const index = await placeOf(leaf, head.size, tilesOf(source, head.size))
  const hashes = await inclusionProof(head.size, index, tilesOf(source, head.size))
  if (!isIncluded(head, index, leaf, hashes)) throw new Fault('log.tile', 'the tiles do not lead to the root')
  return { salt, index, hashes, checkpoint: note }
}

async function placeOf(leaf: Uint8Array, size: number, readTile: ReadTile): Promise<number> {
  for (let at = 0; at * TILE_WIDTH < size; at += 1) {
    const place = eachHash((await readTile(0, at)) ?? new Uint8Array()).findIndex((hash) => sameBytes(hash, leaf))
    if (place >= 0) return at * TILE_WIDTH + place
  }
  throw new Fault('log.absent', 'not in the log')
}

export interface CheckedProof {
  readonly index: number
  readonly checkpoint: OpenedCheckpoint
}

/**
 * Checks a proof file for a certificate, without the log.
 * @throws Fault as `openCheckpoint`; `log.proof` when it is none, `log.inclusion` when it is none of this certificate,
 * `cose.shape`, `log.entry` when that is none
 */
export function checkProof(proof: Uint8Array, cose: Uint8Array, trust: LogTrust): CheckedProof {
  const { salt, index, hashes, checkpoint: note } = parseProof(proof)
  const checkpoint = openCheckpoint(note, trust)
  if (!isIncluded(checkpoint, index, leafHash(entryOfCose(cose, salt)), hashes)) {
    throw new Fault('log.inclusion', 'the proof does not hold for this certificate')
  }
  return { index, checkpoint }
}
