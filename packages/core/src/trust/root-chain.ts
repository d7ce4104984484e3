import { sameBytes } from '../cose/same-bytes.ts'
import { Fault } from '../fault.ts'
import { type ListFile, readListFile } from './list-file.ts'
import { demand } from './list-shape.ts'
import { type Root, readRootBody } from './root.ts'
import { requireSigned } from './signed-list.ts'

/** The newest root believed, and the files that lead to it, the pinned one first. */
export interface RootChain {
  readonly root: Root
  readonly files: readonly Uint8Array[]
}

/** Roots that may be offered at once. */
export const MAX_ROOTS = 1024

/**
 * Reads the root that is shipped with an app: who ships it vouches for it. It must still have signed itself.
 * @throws Fault `list.too-large`, `list.shape`, `list.mixed`, `list.threshold`, `list.signature`
 */
export async function pinRoot(file: Uint8Array): Promise<Root> {
  const list = readListFile(file, 'root')
  const root = rootOf(file, list)
  await requireSigned(list, [root.roles.root])
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
    else requireSame(chain, file, list)
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

function requireSame({ root, files }: RootChain, file: Uint8Array, { statement }: ListFile): void {
  const held = files[files.length - 1 - (root.number - statement.number)]
  if (held !== undefined && !sameBytes(held, file)) throw new Fault('list.changed', 'a root of a number that is held')
}
