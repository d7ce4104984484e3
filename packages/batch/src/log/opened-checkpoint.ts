import { Fault } from '@vaxcert/core/fault'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { type Cosignature, readCosignature } from './cosignature.ts'
import { sameBytes } from './hash.ts'
import { type Note, type NoteSignature, parseNote } from './note.ts'
import type { VerifierKey } from './note-key.ts'

/** Whose word about a log counts. */
export interface LogTrust {
  /** The log's key; its name is the log's origin. */
  readonly log: VerifierKey
  readonly witnesses?: readonly VerifierKey[]
  /** How many of the witnesses must have cosigned. Default none. */
  readonly quorum?: number
}

/** A checkpoint that the log has signed. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly note: Note
  /** Of known witnesses, each once. */
  readonly cosignatures: readonly Cosignature[]
}

/**
 * Reads a checkpoint and verifies every signature of a known key; those of unknown keys are passed over (signed-note
 * §Signatures).
 * @throws Fault `log.note`, `log.checkpoint`, `log.origin` when it is of another log, `log.signature` when the log has not
 * signed it or a known key's signature is wrong, `log.witnesses` when too few have cosigned
 */
export function openCheckpoint(bytes: Uint8Array, trust: LogTrust): OpenedCheckpoint {
  const { log, witnesses = [], quorum = 0 } = trust
  const note = parseNote(bytes)
  const checkpoint = parseCheckpoint(note.text)
  if (checkpoint.origin !== log.name) throw new Fault('log.origin', 'a checkpoint of another log')
  requireLog(note, log)
  const cosignatures = witnesses.flatMap((witness) => cosignedBy(witness, note))
  if (cosignatures.length < quorum) throw new Fault('log.witnesses', 'too few have cosigned it')
  return { ...checkpoint, note, cosignatures }
}

function requireLog(note: Note, log: VerifierKey): void {
  const signatures = signaturesOf(log, note)
  const isSigned = signatures.length > 0 && log.kind === 'log'
  if (!isSigned || !signatures.every(({ signature }) => log.verify(Buffer.from(note.text), signature))) {
    throw new Fault('log.signature', 'not signed by the log')
  }
}

/** The newest of its cosignatures, if there is any. */
function cosignedBy(witness: VerifierKey, note: Note): readonly Cosignature[] {
  const cosignatures = signaturesOf(witness, note).map((line) => readCosignature(line, note.text, witness))
  return cosignatures.toSorted((one, other) => other.seconds - one.seconds).slice(0, 1)
}

function signaturesOf(key: VerifierKey, { signatures }: Note): readonly NoteSignature[] {
  return signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId))
}
