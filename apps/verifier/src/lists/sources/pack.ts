import { Fault } from '@vaxcert/core/fault'
import { isListName, type ListSource } from '../layout.ts'
import { fileBytes } from './file-bytes.ts'

/**
 * A pack carries the files of a published folder in one file, for a USB stick: `VAXLIST1`, then for each file
 * one byte with the length of its name, the name in ASCII, four bytes with its length (big-endian), its bytes.
 * Nothing vouches for the pack itself: every file in it is signed, or named by the hash of what is.
 */
const MAGIC = 'VAXLIST1'
const MAX_PACK_BYTES = 256 * 2 ** 20
const MAX_FILES = 200_000

/**
 * Reads a pack to its last byte.
 * @throws Fault `pack.shape`, `pack.unreadable`, `list.too-large`
 */
export async function packSource(file: Blob): Promise<ListSource> {
  if (file.size > MAX_PACK_BYTES) throw new Fault('list.too-large', 'a pack')
  return filesSource(readPack(await fileBytes(file)))
}

/** The files of a pack, as views of its bytes. */
export function readPack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  demand(ascii(bytes.subarray(0, MAGIC.length)) === MAGIC)
  for (let at = MAGIC.length; at < bytes.length; ) {
    const nameEnd = at + 1 + (bytes[at] as number)
    demand(nameEnd + 4 <= bytes.length && files.size < MAX_FILES)
    const name = ascii(bytes.subarray(at + 1, nameEnd))
    const end = nameEnd + 4 + view.getUint32(nameEnd)
    demand(isListName(name) && !files.has(name) && end <= bytes.length)
    files.set(name, bytes.subarray(nameEnd + 4, end))
    at = end
  }
  return files
}

/** Files at hand, by name. */
export function filesSource(files: ReadonlyMap<string, Uint8Array>): ListSource {
  return {
    async file(name, maxBytes) {
      const bytes = files.get(name)
      if (bytes !== undefined && bytes.length > maxBytes) throw new Fault('list.too-large', 'a file of a pack')
      return bytes?.slice()
    },
  }
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function demand(condition: boolean): asserts condition {
  if (!condition) throw new Fault('pack.shape', 'no pack of lists')
}
