import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** A folder for what several test files of one run share. Returns what takes it away. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-run-'))
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, maxRetries: 5 })
}
