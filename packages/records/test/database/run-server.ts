import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serverIn, startServer } from './private-server.ts'

/** How a run finds its server again. */
interface Started {
  readonly folder: string
  readonly bin: string
}

/** URL of the PostgreSQL server that the tests of one run share: whoever asks first starts it, and all others wait for it. */
export async function runServer(runFolder: string, bin: string): Promise<string> {
  const note = noteIn(runFolder)
  while (!existsSync(note)) {
    if (isFirst(`${note}.lock`)) start(note, bin)
    else await pause(50)
  }
  return serverOf(note).url
}

/** One that does not start may be tried again by the next. */
function start(note: string, bin: string): void {
  try {
    const { folder } = startServer(bin)
    writeFileSync(`${note}.part`, JSON.stringify({ folder, bin } satisfies Started))
    renameSync(`${note}.part`, note)
  } catch (error) {
    rmdirSync(`${note}.lock`)
    throw error
  }
}

function serverOf(note: string): ReturnType<typeof serverIn> {
  const { folder, bin } = JSON.parse(readFileSync(note, 'utf8')) as Started
  return serverIn(folder, bin)
}

/** Ends the server of the run, if there is one. */
export function stopRunServer(runFolder: string): void {
  const note = noteIn(runFolder)
  if (existsSync(note)) serverOf(note).stop()
}

function noteIn(runFolder: string): string {
  return join(runFolder, 'postgresql.json')
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
