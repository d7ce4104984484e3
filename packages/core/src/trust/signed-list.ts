import { sha256 } from '#sha256'
import { sameBytes } from '../cose/same-bytes.ts'
import { toBeSigned } from '../cose/sign1.ts'
import { Fault } from '../fault.ts'
import { type ListFile, type ListSignature, readListFile } from './list-file.ts'
import type { ListKey } from './list-key.ts'
import type { FileKind, Statement } from './statement.ts'

/** Who may sign a kind of file, and how many of them must. */
export interface Role {
  readonly threshold: number
  readonly keys: readonly ListKey[]
}

/** A file whose signatures are right and enough. */
export interface SignedList {
  readonly statement: Statement
  readonly body: Uint8Array
}

/**
 * Reads a file and believes it, if the role has signed it.
 * @throws Fault `list.too-large`, `list.shape`, `list.mixed`, `list.threshold`, `list.signature`
 */
export async function openList(file: Uint8Array, kind: FileKind, role: Role): Promise<SignedList> {
  const list = readListFile(file, kind)
  await requireSigned(list, [role])
  return { statement: list.statement, body: list.body }
}

/**
 * Demands that each of the roles has signed by as many different keys as it must, that no signature
 * is wrong or of anybody else, and that the body is the one that was signed.
 * @throws Fault `list.signature`, `list.threshold`
 */
export async function requireSigned(list: ListFile, roles: readonly Role[]): Promise<void> {
  const { signatures, statement, body } = list
  if (!sameBytes(sha256(body), statement.sha256)) throw new Fault('list.signature', 'body is not the one signed')
  const keys = signatures.map((signature) => keyOf(signature, roles))
  if (new Set(keys.map(idOf)).size < keys.length) throw new Fault('list.threshold', 'one key signed twice')
  for (const { threshold, keys: named } of roles) {
    const ids = new Set(named.map(idOf))
    const count = keys.filter((key) => ids.has(idOf(key))).length
    if (count < threshold) throw new Fault('list.threshold', 'too few signatures')
  }
  for (const [at, signature] of signatures.entries()) await requireRight(signature, keys[at] as ListKey)
}

function keyOf({ kid }: ListSignature, roles: readonly Role[]): ListKey {
  const key = roles.flatMap(({ keys }) => keys).find((candidate) => sameBytes(candidate.kid, kid))
  if (key === undefined) throw new Fault('list.signature', 'signed by a key that is not named for it')
  return key
}

async function requireRight({ protectedBytes, payload, signature }: ListSignature, { verify }: ListKey): Promise<void> {
  if (!(await verify(toBeSigned(protectedBytes, payload), signature))) {
    throw new Fault('list.signature', 'signature is wrong')
  }
}

function idOf({ kid }: ListKey): string {
  return kid.join()
}
