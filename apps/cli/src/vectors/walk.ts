import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'

/** No suite nests deeper or holds more files; what lies beyond is not looked at. */
export const MAX_DEPTH = 32
export const MAX_FILES = 100_000

/**
 * Paths of the files in a folder and below it, in the order of their names. Symbolic links are followed,
 * each folder is entered once. Broken links and devices are passed over.
 */
export function filesBelow(folder: string): readonly string[] {
  const files: string[] = []
  const entered = new Set<string>()
  enter(folder, 0)
  return files

  function enter(path: string, depth: number): void {
    const real = realpathSync(path)
    if (depth > MAX_DEPTH || entered.has(real)) return
    entered.add(real)
    for (const name of readdirSync(path).sort()) visit(join(path, name), depth)
  }

  function visit(path: string, depth: number): void {
    const stats = statsOf(path)
    if (stats?.isDirectory()) enter(path, depth + 1)
    else if (stats?.isFile() && files.length < MAX_FILES) files.push(path)
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
