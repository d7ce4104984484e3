import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers'
import type { Job, Told } from '../child/job.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

/** A child under way. */
export interface Running {
  kill(): void
  /** Done when it tells of a step, or ends. */
  reached(step: string): Promise<void>
  readonly ended: Promise<Ending>
}

export interface Ending {
  readonly isKilled: boolean
  /** Milliseconds from when it was ready. */
  readonly took: number
  /** What it told until then. */
  readonly told: readonly Told[]
}

/** Starts a child. `killAfter`: milliseconds from when it is ready. */
export function startChild(
  { scratch, programs, tally, children }: World,
  job: Omit<Job, 'journal'>,
  { killAfter, mayCrash }: { readonly killAfter: number | undefined; readonly mayCrash: boolean },
): Running {
  const folder = mkdtempSync(join(scratch, 'child-'))
  const [journal, file] = [join(folder, 'journal'), join(folder, 'job.json')]
  writeFileSync(file, JSON.stringify({ ...job, journal }), { mode: 0o600 })
  const child = spawn(process.execPath, [programs.child, file], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000)
  })
  const steps = createInterface(child.stdout)
  let readyAt = performance.now()
  steps.once('line', () => {
    readyAt = performance.now()
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
  })
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => {
      children.delete(child)
      const told = readJournal(journal)
      const isKilled = signal === 'SIGKILL'
      if (isKilled) tally.kills += 1
      else if (code !== 0 && told.at(-1)?.kind !== 'failed') {
        if (mayCrash) count(tally.done, 'ended by what is no Fault')
        else tally.crashed.push(said)
      }
      for (const line of told) countTold(line, tally)
      resolve({ isKilled, told, took: performance.now() - readyAt })
    })
  })
  const reached = (step: string): Promise<void> =>
    new Promise((resolve) => {
      steps.on('line', (line) => line === step && resolve())
      steps.once('close', resolve)
    })
  return { ended, reached, kill: () => void child.kill('SIGKILL') }
}

/** Its last line may be half there: a process may be killed while it writes. */
function readJournal(path: string): readonly Told[] {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  return lines.map((line) => JSON.parse(line) as Told)
}

function countTold(told: Told, { told: steps, killedAt, done }: World['tally']): void {
  if (told.kind === 'step') steps.add(told.step)
  if (told.kind === 'killed') count(killedAt, told.at)
  if (told.kind === 'troubled') count(done, `signer ${told.trouble}`)
  if (told.kind === 'failed') count(done, `ended with ${told.code}`)
  if (told.kind === 'worked' && told.report.code !== undefined) count(done, `ended with ${told.report.code}`)
}
