import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes files by their paths below a folder. Folders that hold generated files hold nothing else afterwards. */
export function writeFiles(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const folder of topFolders(files)) rmSync(join(root, folder), { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

function topFolders(files: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...files.keys()].filter((path) => path.includes('/')).map((path) => path.replace(/\/.*/, '')))
}
