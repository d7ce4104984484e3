import { sameBytes } from '../cose/same-bytes.ts'
import { Fault } from '../fault.ts'
import { type ListFile, type ListSignature, readListFile } from './list-file.ts'
import { demand } from './list-shape.ts'
import { type Root, readRootBody } from './root.ts'
import { requireSigned } from './signed-list.ts'
import { isSameStatement } from './statement.ts'

/** The newest root believed, and the files that lead to it, the pinned one first. */
export interface RootChain {
  readonly root: Root
  readonly files: readonly Uint8Array[]
}

/** Roots that may be offered at once. */
export const MAX_ROOTS = 1024

/** The number of the root that has none before it. */
const FIRST = 1

/**
 * Reads the root that is shipped with an app: who ships it vouches for it. It must still have signed itself; what keys
 * of the root before it signed, which it need not name, cannot be checked.
 * @throws Fault `list.too-large`, `list.shape`, `list.mixed`, `list.threshold`, `list.signature`
 */
export async function pinRoot(file: Uint8Array): Promise<Root> {
  const list = readListFile(file, 'root')
  const root = rootOf(file, list)
  const { root: role } = root.roles
  const isNamed = ({ kid }: ListSignature): boolean => role.keys.some((key) => sameBytes(key.kid, kid))
  const signatures = root.number === FIRST ? list.signatures : list.signatures.filter(isNamed)
  await requireSigned({ ...list, signatures }, [role])
  return root
}

/**
 * Walks from root to root, each one higher and signed by the one before it and by itself. An expired root on
 * the way does no harm. Offered roots that are held already are compared; older ones than those are passed over.
 * @throws Fault `list.changed`, `list.jump`, `list.rollback` and those of `pinRoot`
 */
export async function walkRoots(held: RootChain, offered: readonly Uint8Array[]): Promise<RootChain> {
  if (offered.length > MAX_ROOTS) throw new Fault('list.too-large', 'too many roots')
  let chain = held
  for (const file of offered) {
    const list = readListFile(file, 'root')
    if (list.statement.number > chain.root.number) chain = await step(chain, file, list)
    else await requireSame(chain, file, list)
  }
  return chain
}

function rootOf(file: Uint8Array, { statement, body }: ListFile): Root {
  return { ...statement, ...readRootBody(body, statement.epoch), file }
}

async function step({ root: old, files }: RootChain, file: Uint8Array, list: ListFile): Promise<RootChain> {
  const { number, epoch, issuedAt } = list.statement
  if (number > old.number + 1) throw new Fault('list.jump', 'a root between is missing')
  const root = rootOf(file, list)
  demand(root.environment === old.environment, 'root of another environment')
  await requireSigned(list, [old.roles.root, root.roles.root])
  if (epoch > old.epoch + 1) throw new Fault('list.jump', 'epoch')
  if (epoch < old.epoch || issuedAt < old.issuedAt) throw new Fault('list.rollback', 'epoch or time of a root')
  return { root, files: [...files, file] }
}

/** What it states must be what is held. Other signatures of it, or in another order, do no harm, if they are right. */
async function requireSame({ root, files }: RootChain, file: Uint8Array, list: ListFile): Promise<void> {
  const at = files.length - 1 - (root.number - list.statement.number)
  const [before, held] = [files[at - 1], files[at]]
  if (held === undefined || sameBytes(held, file)) return
  if (!isSameStatement(readListFile(held, 'root').statement, list.statement)) {
    throw new Fault('list.changed', 'a root of a number that is held')
  }
  if (before === undefined) await pinRoot(file)
  else await step({ root: rootOf(before, readListFile(before, 'root')), files: [] }, file, list)
}
