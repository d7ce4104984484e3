import { Fault } from '@vaxcert/core/fault'
import type { NoteSignature } from './note.ts'
import type { NoteSigner, VerifierKey } from './note-key.ts'

/** A witness's word that it saw nothing of the log that does not agree with a checkpoint (C2SP tlog-cosignature). */
export interface Cosignature {
  readonly witness: string
  /** Seconds since 1970: when it was given. */
  readonly seconds: number
}

const TIME_BYTES = 8
const SIGNATURE_BYTES = 64

/** The signature of a witness under the text of a checkpoint. */
export function cosign(text: string, signer: NoteSigner, now: Date): NoteSignature {
  if (signer.kind !== 'witness') throw new TypeError('signer: not of a witness')
  const seconds = Math.floor(now.getTime() / 1000)
  const signature = new Uint8Array(TIME_BYTES + SIGNATURE_BYTES)
  new DataView(signature.buffer).setBigUint64(0, BigInt(seconds))
  signature.set(signer.sign(cosigned(text, seconds)), TIME_BYTES)
  return { name: signer.name, keyId: signer.keyId, signature }
}

/**
 * What a witness's signature line says.
 * @throws Fault `log.signature` when it is not the witness's over this text
 */
export function readCosignature({ signature }: NoteSignature, text: string, witness: VerifierKey): Cosignature {
  if (witness.kind !== 'witness' || signature.length !== TIME_BYTES + SIGNATURE_BYTES) throw wrong()
  const view = new DataView(signature.buffer, signature.byteOffset)
  const seconds = Number(view.getBigUint64(0))
  if (!Number.isSafeInteger(seconds)) throw wrong()
  if (!witness.verify(cosigned(text, seconds), signature.subarray(TIME_BYTES))) throw wrong()
  return { witness: witness.name, seconds }
}

/** The signed message (tlog-cosignature §Ed25519 signed message). */
function cosigned(text: string, seconds: number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
}

function wrong(): Fault<'log.signature'> {
  return new Fault('log.signature', "not the witness's signature")
}
