// Installs the workspace with the pinned pnpm, once for each state of the lock file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'))
const stampFile = 'node_modules/.setup-stamp'
const stamp = createHash('sha256')
  .update([packageManager, process.version, process.arch, readFileSync('pnpm-lock.yaml')].join('\n'))
  .digest('hex')

const insidePnpm = (process.env.npm_config_user_agent ?? '').startsWith('pnpm')
const upToDate = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
if (!insidePnpm && !upToDate) install()

function install() {
  console.error(`Installing the workspace with ${packageManager} …`)
  const args = ['-y', '--prefer-offline', packageManager, 'install', '--frozen-lockfile', '--reporter=silent']
  const { status } = spawnSync('npx', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`Setup failed: ${packageManager} install ended with ${status ?? 'a signal'}.`)
    process.exit(1)
  }
  writeFileSync(stampFile, stamp)
}
