import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@vaxcert/batch'
import { openServer } from '@vaxcert/records/database'
import { type Device, sampleKey } from './device.ts'
import { type GatedTally, UNIT, writeGatedDoses } from './gated-doses.ts'
import { sampleTexts } from './sample-texts.ts'
import { type Stepped, step, type Took } from './step.ts'
import { stopper, stops } from './stops.ts'
import { wrongCounts } from './wrong-counts.ts'

export interface ProvincePlan {
  readonly folder: string
  readonly url: string
  readonly device: Device
  readonly doses: number
  readonly workers: number
  readonly sample: number
  readonly say: (line: string) => void
}

/** What a step took, and what it said. */
export interface ToldStep extends Took {
  readonly name: string
  readonly code: number | null
  readonly said: Readonly<Record<string, unknown>>
}

export interface ProvinceReport {
  readonly doses: number
  readonly key: Device['kind']
  readonly workers: number
  readonly handedIn: GatedTally
  readonly steps: readonly ToldStep[]
  /** Texts drawn by chance, and how many of them `vaxcert verify` accepts. */
  readonly sample: { readonly texts: number; readonly accepted: number }
  /** Counts that are not what they must be. */
  readonly wrong: readonly string[]
}

const issuer = ['--dsc', sampleKey('dsc-vaccination.pem'), '--issuer', 'SAMPLE Ministry of Health']
const approvers = ['list-1', 'list-2'] as const

/** All of it: the files of the province come to lie in the folder. */
export async function issueProvince(plan: ProvincePlan): Promise<ProvinceReport> {
  const { folder, doses, workers, device, say } = plan
  const steps: ToldStep[] = []
  const at = (name: string): string => join(folder, name)
  const env = { ...process.env, DATABASE_URL: plan.url }
  const tell = (name: string, { said, code, took }: Stepped<Readonly<Record<string, unknown>>>): ToldStep => {
    const told = { name, code, ...took, said: short(said ?? {}) }
    steps.push(told)
    say(JSON.stringify(told))
    return { ...told, said: said ?? {} }
  }
  const run = async (name: string, ...argv: readonly string[]): Promise<ToldStep> =>
    tell(name, await step([...argv, '--json'], env))

  const prefixes = [sampleKey(approvers[0]), sampleKey(approvers[1])] as const
  const handedIn = writeGatedDoses(folder, {
    rows: doses,
    seed: 1,
    facility: sampleKey('facility'),
    approvers: prefixes,
  })
  say(JSON.stringify(handedIn))
  await run('log keys', 'log', 'keys', '--out', at('log'), '--name', 'log.sample.example/vaxcert')
  const facility = ['--key', sampleKey('facility'), '--by', 'Sample Officer', '--batch', '20000']
  const unit = ['--unit', UNIT, '--units', at('units.json')]
  await run('confirm', 'confirm', 'sign', at('confirmed.csv'), ...unit, ...facility, '--out', at('confirmations'))
  const confirmations = readdirSync(at('confirmations')).map((name) => join(at('confirmations'), name))
  const evidence = [
    '--units',
    at('units.json'),
    '--ca',
    sampleKey('facility.pem'),
    '--identities',
    at('identities.csv'),
  ]
  const planned = await run(
    ...['plan', 'batch', 'plan', at('doses.csv'), '--confirmation', ...confirmations, ...evidence],
    ...[...issuer, '--by', 'Phạm Văn Mẫu'],
  )
  for (const approver of approvers) {
    const digest = ['--digest', `${planned.said.digest}`]
    const who = ['--approvers', at('approvers.json'), '--key', sampleKey(approver)]
    await run('approve', 'batch', 'approve', `${planned.said.id}`, ...who, ...digest)
  }
  await issueStopped({ plan, env, at, handedIn, tell })
  await run('log export', 'log', 'export', at('published'))
  await run('log verify', 'log', 'verify', at('published'), '--key', at('log.vkey'))
  await run('export', 'batch', 'export', `${planned.said.id}`, '--out', at('passes'), '--by', 'facility')
  const trust = ['--trust', sampleKey('dsc-vaccination.pem')]
  await run('verify', 'batch', 'verify', ...trust, '--log-key', at('log.vkey'), '--output', at('passes'))
  const texts = await sampleTexts(at('passes'), plan.sample, at('sample.txt'))
  const verified = await step<{ kind: string }>(['verify', at('sample.txt'), ...trust, '--profile', 'strict'], env)
  const accepted = verified.code === 0 ? texts : 0
  tell('verify sample', { ...verified, said: { texts, accepted } })
  const sample = { texts, accepted }
  const wrong = wrongCounts(handedIn, steps, sample, plan.sample)
  return { doses, key: device.kind, workers, handedIn, steps, sample, wrong }
}

interface Stopping {
  readonly plan: ProvincePlan
  readonly env: NodeJS.ProcessEnv
  readonly at: (name: string) => string
  readonly handedIn: GatedTally
  readonly tell: (name: string, stepped: Stepped<Readonly<Record<string, unknown>>>) => void
}

/** Ended on the way, each time in another way, and begun again by the same command. */
async function issueStopped({ plan, env, at, handedIn, tell }: Stopping): Promise<void> {
  const { device, workers, url } = plan
  const argv = [
    ...['batch', 'run', '--workers', `${workers}`, '--approvers', at('approvers.json'), '--log-key', at('log')],
    ...[...issuer, ...device.options, '--json'],
  ]
  const ledger = await openServer(url)
  try {
    await migrate(ledger)
    for (const stop of stops)
      tell(`run, ${stop.signal}`, await step(argv, env, stopper(ledger, handedIn.planned, stop)))
  } finally {
    await ledger.close()
  }
  tell('run', await step(argv, env))
}

/** Manifests are long, and lists of alarms may be. */
function short({ manifest, ...said }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return said
}
