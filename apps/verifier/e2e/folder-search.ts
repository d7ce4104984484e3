import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { foundIn, type Needles } from './canaries.ts'

/** Which needles lie in which files of a folder, however deep, and how much was looked at. */
export interface FolderSearch {
  readonly found: readonly string[]
  readonly files: number
  readonly bytes: number
}

export function searchFolder(folder: string, needles: Needles): FolderSearch {
  const found: string[] = []
  let [files, bytes] = [0, 0]
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    found.push(...foundIn(Buffer.from(name), needles).map((label) => `${name}: ${label} in its name`))
    const content = entry.isFile() ? contentOf(path) : undefined
    if (content === undefined) continue
    files += 1
    bytes += content.length
    found.push(...foundIn(content, needles).map((label) => `${name}: ${label}`))
  }
  return { found, files, bytes }
}

/** Undefined for a file that the browser took away meanwhile. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
