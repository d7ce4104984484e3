import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopRunServer } from '../packages/records/test/database/run-server.ts'

/** A folder for what several test files of one run share. Returns what takes it away, and ends the server that is noted in it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-run-'))
  project.provide('runFolder', folder)
  const end = (): void => {
    stopRunServer(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  // A run that is broken off tears nothing down.
  process.once('exit', end)
  return () => {
    process.off('exit', end)
    end()
  }
}
