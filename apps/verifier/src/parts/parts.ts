import { type Part, partOf } from './part.ts'

/** What a first check takes: camera and decoder, the engine, the recognition of other codes, the screens of answers. */
export const checking: Part<typeof import('./checking.ts')> = partOf(() => import('./checking.ts'))

/** Comparing a certificate with an identity paper. */
export const identity: Part<typeof import('./identity.ts')> = partOf(() => import('./identity.ts'))

/** Pictures and PDFs. */
export const files: Part<typeof import('./files.ts')> = partOf(() => import('./files.ts'))

/** The rooms beside the check: lists, supervisor, settings. */
export const rooms: Part<typeof import('./rooms.ts')> = partOf(() => import('./rooms.ts'))

/** In the order in which they are likely to be wanted. */
const all: readonly Part<unknown>[] = [checking, files, identity, rooms]

/** Gets all of them, one after the other. Whether every one came: what did not is asked for again when it is wanted. */
export async function getAllParts(): Promise<boolean> {
  let areAllHere = true
  for (const part of all) {
    areAllHere = await part.get().then(
      () => areAllHere,
      () => false,
    )
  }
  return areAllHere
}
