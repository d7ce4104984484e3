// npm run crash -- --short|--long|--fleet [--json]: processes, databases, disks, connections and signers end at the worst
// moments, and every dose that was planned must have one certificate all the same (docs/decisions/0021-exactly-once.md).
import { seededRandom } from '../fuzz/random.ts'
import { type FleetResult, fleet } from './episodes/fleet.ts'
import { type Amounts, LONG, round, SHORT } from './forms.ts'
import { type CrashOptions, readOptions } from './options.ts'
import { postgresPrograms } from './parent/grounds.ts'
import { inOwnMounts } from './parent/small-disk.ts'
import { makeWorld, type World } from './parent/world.ts'
import { isRight, reportOf } from './report.ts'

/** What the long form comes to at least. */
const KILLS = 1_000
const SIGNER_KILLS = 100

async function rounds(world: World, { form, seed, minutes }: CrashOptions): Promise<undefined> {
  const end = performance.now() + minutes * 60_000
  const isOver = (): boolean => performance.now() > end
  const amounts: Amounts = form === 'short' ? SHORT : LONG
  for (let made = 0; !isOver(); made += 1) {
    await round(world, amounts, seed * 1_000 + made, isOver)
    if (form === 'short' || isEnough(world)) return
  }
}

async function fleetOf(world: World, options: CrashOptions): Promise<FleetResult | undefined> {
  const bin = postgresPrograms(world)
  const result = bin && (await fleet(world, bin, options))
  if (result && result.released !== result.issued) world.findings.add('lost', 'released is not what must be')
  return result || undefined
}

function isEnough({ tally }: World): boolean {
  return tally.kills >= KILLS && (tally.done.get('signing process killed') ?? SIGNER_KILLS) >= SIGNER_KILLS
}

function tellCauses({ findings, tally, say }: World): void {
  for (const line of findings.list()) say(`BROKEN ${line}`)
  for (const said of tally.crashed) say(`CRASHED ${said}`)
}

async function main(options: CrashOptions): Promise<number> {
  const began = performance.now()
  const world = await makeWorld(seededRandom(options.seed), (line) => void process.stderr.write(`${line}\n`))
  const isFleet = options.form === 'fleet'
  const counted = isFleet ? await fleetOf(world, options) : await rounds(world, options)
  tellCauses(world)
  const report = reportOf(world, isFleet)
  const seconds = Math.round((performance.now() - began) / 1000)
  const whole = { ...report, ...(counted && { fleet: counted }), form: options.form, seed: options.seed, seconds }
  process.stdout.write(options.json ? `${JSON.stringify(whole)}\n` : `${JSON.stringify(whole, null, 2)}\n`)
  return isRight(report) ? 0 : 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const options = readOptions(process.argv.slice(2))
process.exitCode = options === undefined ? 2 : ((await inOwnMounts()) ?? (await main(options)))
