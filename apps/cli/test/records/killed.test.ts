import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleForNode } from '../../../../.ci/bundle-node.ts'
import { testServer } from '../../../../packages/records/test/database/databases.ts'
import { type OwnDatabase, ownDatabase } from '../../../../packages/records/test/database/own-database.ts'
import { planOf } from '../../src/invented/plan.ts'
import { writeSample } from '../../src/invented/write-sample.ts'
import { emptyFolder } from '../empty-folder.ts'

const ROWS = 6_000
/** What stands in the folder of the run at the moments when it is killed; between them it goes on. */
const moments = ['run.json', 'survey.json', 'found.ndjson.part', 'found.ndjson', 'set.ndjson', 'findings.csv']
const root = emptyFolder()
const main = join(root, 'src', 'main.mjs')
let own: OwnDatabase | undefined

/** The real command, killed as soon as a file of that name is there. Answers its exit code, null where it was killed. */
async function cleanse(out: string, killedAt?: string): Promise<number | null> {
  const argv = ['cleanse', join(root, 'doses.csv'), '--out', out, '--counts', join(root, 'counts.csv')]
  const env = { ...process.env, ...(own && { DATABASE_URL: own.url }) }
  const child = spawn(process.execPath, [main, ...argv, '--today', '2022-05-31'], { env, stdio: 'ignore' })
  let code: number | null | undefined
  child.on('exit', (exited) => {
    code = exited
  })
  while (code === undefined) {
    if (killedAt !== undefined && existsSync(join(out, 'unfinished', killedAt))) child.kill('SIGKILL')
    await pause(1)
  }
  return code
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

beforeAll(async () => {
  await bundleForNode(new URL('../../src/main.ts', import.meta.url), main)
  // It looks for its version above it.
  copyFileSync(new URL('../../package.json', import.meta.url), join(root, 'package.json'))
  const server = testServer()
  if (server !== undefined) own = await ownDatabase(await server())
  writeSample(planOf(ROWS, 9, 'harsh'), root, () => {})
})

afterAll(() => own?.drop())

describe('a command that is killed', () => {
  it('goes on when it is given again, as often as it may be killed, and writes the same', {
    timeout: 600_000,
  }, async () => {
    const uncut = join(root, 'uncut')
    expect(await cleanse(uncut)).toBe(0)
    const out = join(root, 'killed')
    const ends: (number | null)[] = []
    for (const moment of moments) ends.push(await cleanse(out, moment))
    expect(ends).toEqual(moments.map(() => null))
    expect(existsSync(join(out, 'summary.json'))).toBe(false)
    expect(await cleanse(out)).toBe(0)
    expect(bytesOf(out)).toEqual(bytesOf(uncut))
  })
})
