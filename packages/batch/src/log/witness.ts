import { Fault } from '@vaxcert/core/fault'
import { isConsistent, type TreeHead } from './check-proof.ts'
import { cosign } from './cosignature.ts'
import { EMPTY_ROOT, sameBytes } from './hash.ts'
import type { NoteSignature } from './note.ts'
import type { NoteSigner, VerifierKey } from './note-key.ts'
import { openCheckpoint } from './opened-checkpoint.ts'

/** The newest checkpoint of a log that a witness has cosigned. */
export interface SeenLog extends TreeHead {
  readonly origin: string
}

/** What a log asks a witness to cosign (C2SP tlog-witness, add-checkpoint). */
export interface WitnessRequest {
  /** Size of the tree that the proof starts from: the one the witness saw last. */
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  /** A checkpoint, signed by the log. */
  readonly checkpoint: Uint8Array
}

export interface Witnessed {
  /** To be kept, durably, before the signature is given away. */
  readonly seen: SeenLog
  readonly signature: NoteSignature
}

/** What a witness has seen of a log that it has not met yet. */
export function unseenLog(origin: string): SeenLog {
  return { origin, size: 0, root: EMPTY_ROOT }
}

/**
 * Cosigns a checkpoint that continues what was seen of the log, and only such a one.
 * @throws Fault as `openCheckpoint`; `log.rollback` for a smaller tree, `log.stale` when the proof does not start where we
 * are, `log.fork` for another tree of the same size, `log.consistency` when the proof does not hold
 */
export function witness(
  seen: SeenLog,
  request: WitnessRequest,
  log: VerifierKey,
  signer: NoteSigner,
  now: Date,
): Witnessed {
  if (seen.origin !== log.name) throw new TypeError('seen: of another log')
  const { origin, size, root, note } = openCheckpoint(request.checkpoint, { log })
  if (size < seen.size) throw new Fault('log.rollback', 'smaller than a tree seen before')
  if (request.oldSize !== seen.size) throw new Fault('log.stale', 'the proof does not start at the tree seen last')
  if (size === seen.size && !sameBytes(root, seen.root)) throw new Fault('log.fork', 'another tree of the same size')
  if (!isConsistent(seen, { size, root }, request.proof)) throw new Fault('log.consistency', 'the proof does not hold')
  return { seen: { origin, size, root }, signature: cosign(note.text, signer, now) }
}
