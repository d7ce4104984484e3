import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 over files, whole, and what else decides a run; base64url. */
export async function inputDigest(paths: readonly string[], ...settings: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    const own = createHash('sha256')
    for await (const block of createReadStream(path)) own.update(block as Uint8Array)
    hash.update(own.digest())
  }
  for (const setting of settings) hash.update(`${setting.length}:${setting}`)
  return hash.digest('base64url')
}
