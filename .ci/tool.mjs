// Runs one of the workspace's tools by name: node .ci/tool.mjs vitest run …
import { spawnSync } from 'node:child_process'

const [name, ...args] = process.argv.slice(2)
const bin = new URL(`node_modules/.bin/${name}`, import.meta.url).pathname
const { status } = spawnSync(bin, args, { stdio: 'inherit', shell: process.platform === 'win32' })
process.exit(status ?? 1)
