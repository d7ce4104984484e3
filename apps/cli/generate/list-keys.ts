import { createPrivateKey, createPublicKey } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Signer } from '@vaxcert/core/cose'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { listKid } from '@vaxcert/core/trust'
import { readKeyFiles } from '../src/keys/key-files.ts'

/** Keys of keys-sample that sign roots and lists, and one that may not. */
export type ListKeyName = 'root-1' | 'root-2' | 'root-3' | 'list-1' | 'list-2' | 'list-3' | 'facility' | 'stranger'

export interface ListKeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Gives the same signature for the same bytes. */
  readonly signer: Signer
}

const folder = fileURLToPath(new URL('../../../keys-sample/', import.meta.url))

export function listKeyPair(name: ListKeyName): ListKeyPair {
  const key = createPrivateKey(readKeyFiles(`${folder}${name}`).privateKey)
  const spki = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }))
  const pkcs8 = new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }))
  return { spki, signer: deterministicSigner({ kid: listKid(spki), pkcs8 }) }
}

/** A role of these keys, two of which must sign. */
export function twoOf(names: readonly ListKeyName[]): {
  readonly threshold: number
  readonly keys: readonly Uint8Array[]
} {
  return { threshold: 2, keys: names.map((name) => listKeyPair(name).spki) }
}

export function signersOf(names: readonly ListKeyName[]): readonly Signer[] {
  return names.map((name) => listKeyPair(name).signer)
}
