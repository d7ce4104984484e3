import { createInflateRaw } from 'node:zlib'
import { Fault } from '@vaxcert/core/fault'

/** A file within a ZIP archive. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
/** More files no workbook has. */
const MOST_ENTRIES = 10_000

/**
 * Lists a ZIP archive (APPNOTE 6.3 §4.3) by its directory. What entries claim of their unpacked size is not looked at.
 * @throws Fault `record.workbook` when it is no archive that we read: also ZIP64, several disks, encrypted
 */
export function listZip(archive: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  const entries = new Map<string, ZipEntry>()
  let at = archive.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) throw notRead()
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw notRead()
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    const entry = readEntry(archive, at, nameEnd)
    entries.set(entry.name, entry)
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT)
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw notRead()
}

function readEntry(archive: Buffer, at: number, nameEnd: number): ZipEntry {
  const isEncrypted = (archive.readUInt16LE(at + 8) & 1) === 1
  if (isEncrypted) throw new Fault('record.workbook', 'the archive is encrypted')
  return {
    name: archive.subarray(at + 46, nameEnd).toString(),
    method: archive.readUInt16LE(at + 10),
    packedBytes: archive.readUInt32LE(at + 20),
    offset: archive.readUInt32LE(at + 42),
  }
}

/**
 * Unpacks a file of the archive, in chunks.
 * @throws Fault `record.workbook` when it cannot be unpacked, `record.too-large` when it is longer than `mostBytes`
 */
export async function* unzip(archive: Buffer, entry: ZipEntry, mostBytes: number): AsyncGenerator<Buffer> {
  const packed = packedPart(archive, entry)
  let size = 0
  for await (const chunk of entry.method === STORED ? [packed] : inflated(packed)) {
    size += chunk.length
    if (size > mostBytes) throw new Fault('record.too-large', 'a sheet unpacks to more than a sheet may hold')
    yield chunk
  }
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (cause) {
    throw cause instanceof Fault ? cause : notRead()
  } finally {
    stream.destroy()
  }
}

function packedPart(archive: Buffer, entry: ZipEntry): Buffer {
  const { offset, packedBytes, method } = entry
  if (method !== STORED && method !== DEFLATED) throw notRead()
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL_HEADER) throw notRead()
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + packedBytes > archive.length) throw notRead()
  return archive.subarray(start, start + packedBytes)
}

function notRead(): Fault {
  return new Fault('record.workbook', 'not a workbook that can be unpacked')
}
