// Runs one of the workspace's tools by name: node .ci/tool.mjs vitest run …
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [name, ...args] = process.argv.slice(2)
const bin = fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url))
const { status } = spawnSync(bin, args, { stdio: 'inherit', shell: process.platform === 'win32' })
process.exit(status ?? 1)
