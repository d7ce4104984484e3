import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a command did, and what it took. */
export interface Stepped<Said> {
  /** Last line of its answer, as JSON; undefined where it was killed. */
  readonly said: Said | undefined
  readonly code: number | null
  readonly took: Took
}

export interface Took {
  readonly seconds: number
  /** Of its own process, not of workers that it starts; undefined where it was killed. */
  readonly cpuSeconds?: number
  readonly mebibytes?: number
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const loader = fileURLToPath(new URL('../../../../.ci/ts.mjs', import.meta.url))

/** The peak of this process and, where it ends by itself, of each worker: the largest is told. */
const measured = `
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    require('node:fs').writeSync(2, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }) + '\\n')
  })`
const preload = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const require = createRequire('/')
  ${measured}`)}`

/** Runs a command line in a process group of its own, in this folder; `watch` may signal it meanwhile. */
export async function step<Said>(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  watch?: (child: ChildProcess) => Promise<void>,
): Promise<Stepped<Said>> {
  const start = performance.now()
  const flags = ['--conditions=@vaxcert/source', '--import', loader, '--import', preload]
  const child = spawn(process.execPath, [...flags, main, ...argv], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = [gathered(child.stdout), gathered(child.stderr)]
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await Promise.all([ended, watch?.(child)])
  const code = await ended
  const took = tookOf(await err, (performance.now() - start) / 1000)
  if (code === 2 && watch === undefined) throw new Error(`vaxcert ${argv.slice(0, 2).join(' ')}: ${await err}`)
  return { said: lastJson<Said>(await out), code, took }
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString()
}

function lastJson<Said>(text: string): Said | undefined {
  const line = text.trim().split('\n').at(-1) ?? ''
  return line.startsWith('{') ? (JSON.parse(line) as Said) : undefined
}

/** CPU time of all of its processes that came to an end, and the largest peak of memory among them. */
function tookOf(stderr: string, seconds: number): Took {
  const lines = stderr.split('\n').filter((line) => line.startsWith('{"maxRSS"'))
  const each = lines.map((line) => JSON.parse(line) as { readonly maxRSS: number; readonly cpu: number })
  const round = (number: number): number => Math.round(number * 10) / 10
  if (each.length === 0) return { seconds: round(seconds) }
  return {
    seconds: round(seconds),
    cpuSeconds: round(each.reduce((sum, { cpu }) => sum + cpu / 1e6, 0)),
    mebibytes: Math.round(Math.max(...each.map(({ maxRSS }) => maxRSS)) / 1024),
  }
}
