import type { ListKind, RevocationIndex } from '@vaxcert/core/trust'

/** Where published files are taken from: an address, a pack, a folder. Believed in nothing. */
export interface ListSource {
  /**
   * A file by its name in the published folder; undefined when there is none of that name.
   * @throws Fault `source.unreachable`, `list.too-large`
   */
  file(name: string, maxBytes: number): Promise<Uint8Array | undefined>
}

export const MANIFEST = 'manifest.list'

const KIB = 1024
const MIB = 1024 * KIB

/** Largest files of a published folder, in bytes, by what they are. */
export const maxBytes = { root: 64 * KIB, manifest: 64 * KIB, list: 32 * MIB, piece: 64 * KIB } as const

export function listName(kind: ListKind): string {
  return `${kind}.list`
}

export function rootName(number: number): string {
  return `roots/${number}.root`
}

/** A piece of the revocation list; `sha256` in lower-case hex. */
export function pieceName(sha256: string): string {
  return `chunks/${sha256}`
}

/** Any name that a published folder can hold. */
export function isListName(name: string): boolean {
  return /^(?:(?:manifest|trust|deny|revocation|rules|value-sets)\.list|roots\/[1-9]\d{0,5}\.root|chunks\/[0-9a-f]{64})$/.test(
    name,
  )
}

/** SHA-256 of all chunks in which a revocation list is looked up, each once. */
export function chunksOf({ signers }: RevocationIndex): readonly string[] {
  const lists = [...signers.values()].flatMap((signer) => signer.lists)
  return [...new Set(lists.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk?.sha256 ?? [])))]
}
