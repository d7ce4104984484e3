import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new, empty folder, gone when the tests of the file or block that asked for it are done. Not to be called in a test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return folder
}
