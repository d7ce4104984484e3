import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a process took. */
export interface Took {
  /** Of CPU time. */
  readonly seconds: number
  /** At its peak. */
  readonly mebibytes: number
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const loader = fileURLToPath(new URL('../../../.ci/ts.mjs', import.meta.url))
const measured = `
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write(JSON.stringify({ mebibytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }))
  })`

/** Runs a command line in a process of its own; its last line, and what it took. */
export function command(argv: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  return run(main, argv, env)
}

/** The same of a program of ours. */
export function run(program: string, argv: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const preload = `data:text/javascript,${encodeURIComponent(measured)}`
  const flags = ['--conditions=@vaxcert/source', '--import', loader, '--import', preload]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, ...argv], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`${argv[0]} ended with ${status}: ${stderr}`)
  return { said: JSON.parse(stdout), took: JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Took }
}
