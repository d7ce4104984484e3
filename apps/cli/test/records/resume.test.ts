import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CleansedRow, defaultCodeSets, limits2022 } from '@vaxcert/records'
import { noMapping } from '@vaxcert/records/read'
import type { SetRow } from '@vaxcert/records/sets'
import { type Decisions, readDecisions } from '@vaxcert/records/worklist'
import { beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../src/invented/plan.ts'
import { randomOf } from '../../src/invented/random.ts'
import { writeSample } from '../../src/invented/write-sample.ts'
import { type CleansePlan, type Progress, runCleanse } from '../../src/records/run-cleanse.ts'
import { emptyFolder } from '../empty-folder.ts'

const ROWS = 3_000
const CUTS = 24
const root = emptyFolder()
const doses = join(root, 'doses.csv')
const quiet: Progress = { survey: () => {}, rows: () => {} }

/** Says something of some rows, as the rules over the whole set do, in no time. */
async function* judged(rows: AsyncIterable<CleansedRow>): AsyncGenerator<SetRow> {
  for await (const { place, values } of rows) {
    const { row } = place
    const found = { severity: 'R', field: 'dose_number', before: values.dose_number, applied: false } as const
    if (row % 7 === 0) yield { row, findings: [{ rule: 'DU-04', ...found, others: [row - 1] }] }
    else if (row % 50 === 1 && row > 1) yield { row, findings: [{ rule: 'DU-02', ...found }], mergedInto: row - 1 }
  }
}

/** Decisions that end the run at the look-up of so many. */
class Cutting extends Map<string, never> {
  left: number

  constructor(decisions: Decisions, left: number) {
    super(decisions as Map<string, never>)
    this.left = left
  }

  override get(key: string): never | undefined {
    this.left -= 1
    if (this.left === 0) throw new Error('cut')
    return super.get(key)
  }
}

function decisionsFor(dose: string): Decisions {
  const who = { by: 'Officer', role: 'r', unit: 'u', at: '2022-05-20', list: 'l' }
  const change = { decision: 'correct', field: 'sex', before: 'male', after: 'female' }
  const lines = [
    { ...change, dose_id: dose, row: 1, ...who },
    { decision: 'deceased', dose_id: 'nobody', row: 2, ...who },
  ]
  return readDecisions([lines.map((line) => JSON.stringify(line)).join('\n')])
}

function plan(out: string, more: Partial<CleansePlan> = {}): CleansePlan {
  mkdirSync(out, { recursive: true })
  const knowing = { limits: limits2022, codes: defaultCodeSets, today: '2022-05-31', confirmed: new Map() }
  const set = { rules: [], stage: judged }
  return { paths: [doses], mapping: noMapping, out, knowing, set, digest: 'one', step: 500, decisions, ...more }
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

let decisions: Decisions
let uncut: Readonly<Record<string, string>>

beforeAll(async () => {
  writeSample(planOf(ROWS, 5, 'harsh'), root, () => {})
  const [, first = ''] = /(D\d+)/.exec(readFileSync(doses, 'utf8')) ?? []
  decisions = decisionsFor(first)
  await runCleanse(plan(join(root, 'uncut')), quiet)
  uncut = bytesOf(join(root, 'uncut'))
})

describe('a run that is cut', () => {
  it('has something to lose', () => {
    const { rows, merged, decided } = JSON.parse(uncut['summary.json'] ?? '')
    expect(rows).toBeGreaterThan(ROWS * 0.9)
    expect(merged).toBeGreaterThan(10)
    expect(decided).toMatchObject({ 'no-such-dose': 1 })
  })

  it(`goes on wherever it is cut, and writes the same: ${CUTS} cuts`, async () => {
    const random = randomOf(3, 1)
    const out = join(root, 'cut')
    let [cuts, runs, wentOn] = [0, 0, 0]
    while (cuts < CUTS) {
      if (existsSync(join(out, 'unfinished', 'checkpoint.json'))) wentOn += 1
      const cutting = new Cutting(decisions, 1 + random.below(ROWS * 2.2)) as Decisions
      const isWhole = await runCleanse(plan(out, { decisions: cutting }), quiet).then(
        () => true,
        (error: Error) => error.message !== 'cut',
      )
      if (!isWhole) cuts += 1
      else {
        runs += 1
        expect(bytesOf(out)).toEqual(uncut)
        rmSync(out, { recursive: true })
      }
    }
    await runCleanse(plan(out), quiet)
    expect(bytesOf(out)).toEqual(uncut)
    expect(runs).toBeGreaterThan(1)
    expect(wentOn).toBeGreaterThan(5)
  })

  it('is not surveyed, or judged as a whole, a second time', async () => {
    const out = join(root, 'once')
    let [surveyed, stages] = [0, 0]
    const set = {
      rules: [],
      stage: (rows: AsyncIterable<CleansedRow>) => {
        stages += 1
        return judged(rows)
      },
    }
    const progress = { ...quiet, survey: (rows?: number) => (surveyed += rows === undefined ? 1 : 0) } as Progress
    const cutting = new Cutting(decisions, ROWS * 1.5) as Decisions
    await expect(runCleanse(plan(out, { set, decisions: cutting }), progress)).rejects.toThrow('cut')
    await runCleanse(plan(out, { set }), progress)
    expect([surveyed, stages]).toEqual([1, 1])
    expect(bytesOf(out)).toEqual(uncut)
  })

  it('is not gone on with by a run over anything else, unless its work is thrown away', async () => {
    const out = join(root, 'other')
    const cutting = new Cutting(decisions, ROWS * 1.5) as Decisions
    await expect(runCleanse(plan(out, { decisions: cutting }), quiet)).rejects.toThrow('cut')
    await expect(runCleanse(plan(out, { digest: 'two' }), quiet)).rejects.toThrow('--afresh')
    await runCleanse(plan(out, { digest: 'two', isAfresh: true }), quiet)
    expect(bytesOf(out)).toEqual(uncut)
  })

  it('ends where it only had to put files in their places', async () => {
    const out = join(root, 'placing')
    cpSync(join(root, 'uncut'), out, { recursive: true })
    const work = join(out, 'unfinished')
    mkdirSync(work)
    for (const name of ['listed.csv', 'doubles.csv', 'summary.json']) renameSync(join(out, name), join(work, name))
    writeFileSync(join(work, 'run.json'), '{"digest":"one"}')
    writeFileSync(join(work, 'whole.json'), '{}')
    const summary = await runCleanse(plan(out, { paths: [] }), quiet)
    expect(summary).toEqual(JSON.parse(uncut['summary.json'] ?? ''))
    expect(bytesOf(out)).toEqual(uncut)
  })

  it('begins its rows anew where a table is shorter than it was: a disk that lost power', async () => {
    const out = join(root, 'short')
    const cutting = new Cutting(decisions, ROWS * 1.7) as Decisions
    await expect(runCleanse(plan(out, { decisions: cutting }), quiet)).rejects.toThrow('cut')
    writeFileSync(join(out, 'unfinished', 'clean.csv'), 'half')
    await runCleanse(plan(out), quiet)
    expect(bytesOf(out)).toEqual(uncut)
  })

  it('stops where somebody wants it to', async () => {
    const out = join(root, 'stopped')
    const stop = new AbortController()
    const progress = { ...quiet, rows: (rows?: number) => rows !== undefined && stop.abort(new Error('stopped')) }
    const run = runCleanse(plan(out, { stop: stop.signal }), progress as Progress)
    await expect(run).rejects.toThrow('stopped')
    expect(readdirSync(out)).toEqual(['unfinished'])
    await runCleanse(plan(out), quiet)
    expect(bytesOf(out)).toEqual(uncut)
  })
})
