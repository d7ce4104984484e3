import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from './empty-folder.ts'
import { keysSample } from './sample-certificates.ts'

const cwd = emptyFolder()
const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Runs the command line as a process of its own, as a shell does. */
function start(argv: readonly string[], stdout: 'pipe' | number): ChildProcess {
  const node = ['--conditions=@vaxcert/source', '--import', new URL('../../../.ci/ts.mjs', import.meta.url).href]
  return spawn(process.execPath, [...node, place('../src/main.ts'), ...argv], {
    cwd,
    stdio: ['ignore', stdout, 'pipe'],
  })
}

/** Its exit code and what it says on stderr. */
async function ending(child: ChildProcess): Promise<{ code: number; stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  const [code] = await once(child, 'close')
  return { code, stderr }
}

const trust = ['--trust', join(keysSample, 'trust-list.json')]

describe('a reader that goes away early, like head', () => {
  it.each([
    ['verify', ['verify', 'many.txt', ...trust, '--json']],
    ['inspect', ['inspect', 'many.txt', '--json']],
  ])('never makes %s of refused certificates a success', async (_, argv) => {
    writeFileSync(join(cwd, 'many.txt'), 'HC1:nothing\n'.repeat(5000))
    const child = start(argv, 'pipe')
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ending(child)).toEqual({ code: 2, stderr: '' })
  })
})

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('is one sentence and exit code 2', async () => {
    const full = openSync('/dev/full', 'w')
    const told = await ending(start(['--version'], full))
    closeSync(full)
    expect(told).toEqual({ code: 2, stderr: 'vaxcert: The results could not be written (ENOSPC).\n' })
  })
})
