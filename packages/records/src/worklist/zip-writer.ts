import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive, packed. */
export interface ZipEntry {
  readonly name: Buffer
  readonly packed: Buffer
  readonly size: number
  readonly crc: number
}

/** Packs a file. Its name is ASCII. */
export function zipEntry(name: string, text: string): ZipEntry {
  const bytes = Buffer.from(text)
  return { name: Buffer.from(name), packed: deflateRawSync(bytes, { level: 4 }), size: bytes.length, crc: crc32(bytes) }
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980, the first day there is: the same files give the same archive. */
const DAY = 0x21

/** An archive of a few small files (APPNOTE 6.3.9 §4.3). */
export function zipArchive(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = [record(LOCAL, [VERSION], entry), entry.name, entry.packed]
    directory.push(record(CENTRAL, [VERSION, VERSION], entry), centralRest(offset), entry.name)
    files.push(...local)
    offset += local.reduce((length, part) => length + part.length, 0)
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...files, index, endRecord(entries.length, index.length, offset)])
}

/** What a file's own record and its line in the directory have in common. */
function record(mark: number, versions: readonly number[], { name, packed, size, crc }: ZipEntry): Buffer {
  const bytes = Buffer.alloc(4 + versions.length * 2 + 24)
  bytes.writeUInt32LE(mark)
  let at = 4
  for (const short of [...versions, 0, DEFLATED, 0, DAY]) at = bytes.writeUInt16LE(short, at)
  for (const long of [crc, packed.length, size]) at = bytes.writeUInt32LE(long, at)
  bytes.writeUInt16LE(name.length, at)
  return bytes
}

/** No comment, first disk, no attributes; where the file begins. */
function centralRest(offset: number): Buffer {
  const bytes = Buffer.alloc(14)
  bytes.writeUInt32LE(offset, 10)
  return bytes
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(END)
  bytes.writeUInt16LE(entries, 8)
  bytes.writeUInt16LE(entries, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
