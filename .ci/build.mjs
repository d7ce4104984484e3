// Makes the publishable packages: JavaScript and types into dist/, packed, then judged by publint and attw.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'))
const bin = '.ci/node_modules/.bin'
/** In the order in which they import each other. */
const folders = [
  'packages/core',
  'packages/records',
  'packages/paper',
  'packages/hsm',
  'packages/batch',
  'apps/cli',
  'test-vectors',
]
const tarballs = mkdtempSync(join(tmpdir(), 'vaxcert-'))

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status ?? 'a signal'}`)
}

function build(folder) {
  rmSync(`${folder}/dist`, { recursive: true, force: true })
  run(`${bin}/tsc`, ['-p', `${folder}/tsconfig.build.json`])
}

function judge(folder) {
  const { name } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const tarball = join(tarballs, `${name.replace('@', '').replace('/', '-')}.tgz`)
  run('npx', ['-y', '--prefer-offline', packageManager, '--dir', folder, 'pack', '--out', tarball])
  run(`${bin}/publint`, ['--strict', tarball])
  if (folder.startsWith('packages/')) run(`${bin}/attw`, ['--profile', 'esm-only', '--format', 'ascii', tarball])
}

try {
  for (const folder of folders) if (folder !== 'test-vectors') build(folder)
  for (const folder of folders) judge(folder)
  console.log(`built and judged: ${folders.join(', ')}`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(tarballs, { recursive: true, force: true })
}
