import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { buildApp } from './build-app.ts'

/** The app, built by the first test file of a run that asks and shared by all of them: nobody changes or removes it. */
export async function builtApp(): Promise<string> {
  const shared = join(inject('runFolder'), 'verifier')
  if (!existsSync(shared)) takeOver(await buildApp(), shared)
  return shared
}

/** In one step, so that nobody sees half of it. Where another file was faster, its build is the one. */
function takeOver(built: string, shared: string): void {
  try {
    renameSync(built, shared)
  } catch (error) {
    rmSync(built, { recursive: true })
    if (!existsSync(shared)) throw error
  }
}
