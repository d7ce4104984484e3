import { readFileSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/** A file to send. */
export interface StaticFile {
  readonly bytes: Uint8Array
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** A file of a folder by the path of an address, already without its query; undefined when there is none. */
export function staticFile(folder: string, path: string): StaticFile | undefined {
  const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path)
  if (!file.startsWith(folder + sep)) return undefined
  try {
    if (!statSync(file).isFile()) return undefined
    return { bytes: readFileSync(file), type: types[extname(file)] ?? 'application/octet-stream' }
  } catch {
    // A name too long, with a zero byte, or under a file as if it were a folder.
    return undefined
  }
}
