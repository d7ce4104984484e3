import { execFileSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { callersFolder } from '../src/callers-folder.ts'
import { emptyFolder } from './empty-folder.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const root = repository.slice(0, -1)
const cwd = emptyFolder()

/** Runs npm as somebody does who stands in `cwd`, outside any script. */
function npm(...args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)))
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' })
}

describe('the folder that paths start from', () => {
  const ours = { npm_package_name: 'vaxcert-workspace', INIT_CWD: '/home/clerk' }

  it('is the one npm was called from, in a script of this workspace', () => {
    expect(callersFolder(root, ours)).toBe('/home/clerk')
  })

  it('is the one of the process everywhere else', () => {
    expect(callersFolder(root, {})).toBe(root)
    expect(callersFolder(root, { npm_package_name: 'vaxcert-workspace' })).toBe(root)
    expect(callersFolder(root, { ...ours, npm_package_name: 'theirs' })).toBe(root)
    expect(callersFolder('/tmp', ours)).toBe('/tmp')
  })
})

describe('npm', () => {
  it('runs our script with the files of its caller', () => {
    writeFileSync(join(cwd, 'text.txt'), 'HC1:\n')
    const inspect = () => npm('run', '--prefix', repository, '-s', 'vaxcert', '--', 'inspect', 'text.txt', '--json')
    expect(inspect).toThrow(expect.objectContaining({ status: 1, stdout: expect.stringContaining('"text.txt"') }))
  })

  it('finds nothing to install and does not mind, by npm ci either', () => {
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, name), join(cwd, name))
    expect(npm('ci', '--ignore-scripts', '--offline')).toContain('up to date')
  })
})
