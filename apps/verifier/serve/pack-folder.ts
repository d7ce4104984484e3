import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isListName } from '../src/lists/layout.ts'

/** The files of a published folder as one pack for a USB stick: see src/lists/sources/pack.ts. */
export function packFolder(folder: string): Uint8Array {
  const parts = [Buffer.from('VAXLIST1', 'latin1')]
  for (const name of listNames(folder)) {
    const bytes = readFileSync(join(folder, name))
    const head = Buffer.alloc(1 + name.length + 4)
    head.writeUInt8(name.length)
    head.write(name, 1, 'latin1')
    head.writeUInt32BE(bytes.length, 1 + name.length)
    parts.push(head, bytes)
  }
  return Buffer.concat(parts)
}

function listNames(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(isListName)
    .toSorted()
}
