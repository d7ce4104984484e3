import { type NoteKeyKind, type NoteSigner, noteSigner, readVerifierKey, type VerifierKey } from '@vaxcert/batch/log'
import { Fault } from '@vaxcert/core'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

const MAX_KEY_BYTES = 65_536

/** Where a key of a log or a witness lies. */
export function logKeyPaths(prefix: string): { readonly privateKey: string; readonly verifierKey: string } {
  return { privateKey: `${prefix}.key.pem`, verifierKey: `${prefix}.vkey` }
}

/**
 * The public key that stands in a file, "name+hash+key".
 * @throws CommanderError with exit code 2 when the file holds none of that kind
 */
export async function readKeyFile(path: string, kind: NoteKeyKind, io: Io): Promise<VerifierKey> {
  const text = Buffer.from(await readWhole(path, io, MAX_KEY_BYTES)).toString()
  const key = usable(path, () => readVerifierKey(text.trim()))
  if (key.kind !== kind) throw unusable(path)
  return key
}

/**
 * The signer of a log or a witness, from PREFIX.key.pem; its name stands in PREFIX.vkey.
 * @throws CommanderError with exit code 2 when the files cannot be read, or do not belong together
 */
export async function readNoteSigner(prefix: string, kind: NoteKeyKind, io: Io): Promise<NoteSigner> {
  const { privateKey, verifierKey } = logKeyPaths(prefix)
  const { name, keyId } = await readKeyFile(verifierKey, kind, io)
  const pem = Buffer.from(await readWhole(privateKey, io, MAX_KEY_BYTES)).toString()
  const signer = usable(privateKey, () => noteSigner(kind, name, pem))
  if (!Buffer.from(signer.keyId).equals(keyId)) {
    throw usageError(`${printable(privateKey)} is not the key of ${printable(verifierKey)}.`)
  }
  return signer
}

function usable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Fault ? unusable(path) : error
  }
}

function unusable(path: string): Error {
  return usageError(`${printable(path)} is not the Ed25519 key that is needed here: make one with vaxcert log keys.`)
}
