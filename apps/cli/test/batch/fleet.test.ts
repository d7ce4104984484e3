import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FleetPlan, runFleet } from '../../src/batch/run-fleet.ts'
import type { RunOptions } from '../../src/batch/run-options.ts'
import { emptyFolder } from '../empty-folder.ts'

const folder = emptyFolder()

/** A worker that does nothing but what `acts` says of each time that it is started: it says so to a file. */
const program = join(folder, 'worker.mjs')
writeFileSync(
  program,
  `import { appendFileSync, readFileSync } from 'node:fs'
  process.on('message', (message) => {
    if (message.kind === 'stop') return end('stopped')
    const { told } = message.options
    const times = readFileSync(told, 'utf8').split('\\n').length - 1
    const act = message.options.acts[Math.min(times, message.options.acts.length - 1)]
    appendFileSync(told, act + '\\n')
    if (act === 'die') process.kill(process.pid, 'SIGKILL')
    if (act === 'refuse') process.exit(2)
    process.send({ kind: 'ready' })
    if (act === 'wait') return
    process.send({ kind: 'step', step: { name: 'release', phase: 'after', chunk: 1, certificates: 7 } })
    end('drained')
  })
  function end(end) {
    process.send({ kind: 'ended', report: { end, chunks: 1, issued: 7, refused: 0, stuck: 0, waiting: {} } })
    process.removeAllListeners('message')
  }`,
)

type Act = 'die' | 'refuse' | 'wait' | 'work'
let made = 0

function fleetOf(workers: number, acts: readonly Act[], signal = new AbortController().signal) {
  made += 1
  const told = join(folder, `told${made}`)
  appendFileSync(told, '')
  const seen = { said: '', issued: 0 }
  const watch: FleetPlan['watch'] = {
    async step(_worker, { certificates }) {
      seen.issued += certificates
    },
    issued: () => seen.issued,
    end: () => {},
  }
  const stderr = {
    write(text: string) {
      seen.said += text
    },
  }
  const options = { workers, acts, told } as unknown as RunOptions
  const times = (): number => readFileSync(told, 'utf8').split('\n').length - 1
  return { seen, times, run: () => runFleet({ options, signal, watch, stderr, program, pause: 1 }) }
}

describe('workers in processes of their own', () => {
  it('tell what they do, and what they came to', async () => {
    const { seen, run } = fleetOf(2, ['work'])
    const { reports, restarts } = await run()
    expect(reports.map(({ end }) => end)).toEqual(['drained', 'drained'])
    expect({ restarts, ...seen }).toEqual({ restarts: 0, issued: 14, said: '' })
  })

  it('are started again when they die', async () => {
    const { seen, run } = fleetOf(1, ['die', 'die', 'work'])
    const { reports, restarts } = await run()
    expect(reports).toHaveLength(1)
    expect(restarts).toBe(2)
    expect(seen.said).toBe('vaxcert: worker 1 died (SIGKILL); it is started again\n'.repeat(2))
  })

  it('are given up when they die five times more', async () => {
    const { times, run } = fleetOf(1, ['die'])
    expect(await run()).toEqual({ reports: [], restarts: 5 })
    expect(times()).toBe(6)
  })

  it('do not begin where the first cannot: it has said why', async () => {
    const { times, run } = fleetOf(4, ['refuse'])
    await expect(run()).rejects.toMatchObject({ exitCode: 2, message: '' })
    expect(times()).toBe(1)
  })

  it('stop when they are told to', async () => {
    const stop = new AbortController()
    const { times, run } = fleetOf(2, ['wait'], stop.signal)
    const running = run()
    await expect.poll(times).toBe(2)
    stop.abort()
    expect((await running).reports.map(({ end }) => end)).toEqual(['stopped', 'stopped'])
  })
})
