import { ENTRY_BYTES, isLogEntry } from './entry.ts'

const LENGTH_BYTES = 2

/** Entries of one file, each after its length as a big-endian uint16 (C2SP tlog-tiles, entry bundles). */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * (LENGTH_BYTES + ENTRY_BYTES))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    if (!isLogEntry(entry)) throw new TypeError('entries: not made by logEntry')
    view.setUint16(at, entry.length)
    bytes.set(entry, at + LENGTH_BYTES)
    at += LENGTH_BYTES + ENTRY_BYTES
  }
  return bytes
}

/** So many entries, undefined for one that is none; or undefined for bytes of another length. */
export function readBundle(bytes: Uint8Array, count: number): readonly (Uint8Array | undefined)[] | undefined {
  if (bytes.length !== count * (LENGTH_BYTES + ENTRY_BYTES)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return Array.from({ length: count }, (_, place) => {
    const at = place * (LENGTH_BYTES + ENTRY_BYTES)
    const entry = bytes.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + ENTRY_BYTES)
    return view.getUint16(at) === ENTRY_BYTES && isLogEntry(entry) ? entry : undefined
  })
}
