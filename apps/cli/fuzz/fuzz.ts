// npm run fuzz [-- --mutants N] [--seed N]: hostile texts against verify and decode.
import { parseSign1, requireVerifiable } from '@vaxcert/core/cose'
import { decode, readText } from '@vaxcert/core/dcc'
import { type Verdict, verify } from '@vaxcert/core/verify'
import { layers } from './layers.ts'
import { type Random, seededRandom } from './random.ts'
import { makeSeeds, SEED_TIME, type Seed } from './seeds.ts'
import { costOf, worstTexts } from './worst.ts'

const LIMIT = { milliseconds: 50, bytes: 2 * 1024 * 1024 }

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}

const mutants = option('mutants', 200_000)
const seedNumber = option('seed', 1)
const { seeds, trust } = await makeSeeds()
const genuine = new Set(seeds.map(identity))
const findings: string[] = []
const tally = new Map<string, number>()

/** What a signature vouches for: algorithm, protected header and payload, nothing else. */
function identity({
  algorithm,
  protectedBytes,
  payload,
}: Pick<Seed, 'algorithm' | 'protectedBytes' | 'payload'>): string {
  return [algorithm, Buffer.from(protectedBytes).toString('hex'), Buffer.from(payload).toString('hex')].join()
}

/** A mutant may be accepted only when everything signed is that of a genuine seed (docs/threat-model.md). */
function isFalseAccept(text: string): boolean {
  const { algorithm, protectedBytes, payload } = requireVerifiable(parseSign1(readText(text).cose))
  return !genuine.has(identity({ algorithm: algorithm.name, protectedBytes, payload }))
}

function judge(layer: string, text: string, verdict: Verdict): void {
  const outcome = verdict.kind === 'accepted' ? 'accepted' : verdict.code
  tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
  if (verdict.kind === 'accepted' && layer !== 'signed payload' && isFalseAccept(text))
    findings.push(`false accept in ${layer}`)
  const decoded = decode(text)
  if (verdict.kind === 'accepted' && !decoded.ok) findings.push(`accepted but not decoded in ${layer}`)
}

async function attack(layer: string, random: Random): Promise<number> {
  const text = await layers[layer]?.(random.pick(seeds), random.pick(seeds), random)
  if (text === undefined) throw new TypeError('unknown layer')
  const start = performance.now()
  try {
    judge(layer, text, await verify(text, { trust, at: SEED_TIME }))
  } catch (error) {
    findings.push(`${layer}: ${error instanceof Error ? error.stack : String(error)}\n${JSON.stringify(text)}`)
  }
  const milliseconds = performance.now() - start
  if (milliseconds > LIMIT.milliseconds) await checkSlow(layer, text)
  return milliseconds
}

/** A slow mutant counts only when it is slow each time: the machine is shared. */
async function checkSlow(layer: string, text: string): Promise<void> {
  const { milliseconds } = await costOf(() => verify(text, { trust, at: SEED_TIME }))
  if (milliseconds > LIMIT.milliseconds)
    findings.push(`${layer}: ${milliseconds.toFixed(0)} ms\n${JSON.stringify(text)}`)
}

async function fuzzAll(): Promise<void> {
  const names = Object.keys(layers)
  const startMemory = process.memoryUsage().rss
  for (const [index, layer] of names.entries()) {
    const random = seededRandom(seedNumber * 1000 + index)
    let slowest = 0
    const count = Math.ceil(mutants / names.length)
    for (let mutant = 0; mutant < count; mutant += 1) slowest = Math.max(slowest, await attack(layer, random))
    console.log(`${layer.padEnd(15)} ${count} mutants, slowest ${slowest.toFixed(1)} ms`)
  }
  console.log(`memory          ${((process.memoryUsage().rss - startMemory) / 2 ** 20).toFixed(0)} MB grown`)
}

async function checkWorst(): Promise<void> {
  for (const [name, text] of await worstTexts(seeds[0] as Seed)) {
    const { kind } = await verify(text, { trust, at: SEED_TIME })
    if (kind === 'accepted') findings.push(`${name}: accepted`)
    const { milliseconds, bytes } = await costOf(() => verify(text, { trust, at: SEED_TIME }))
    const over = milliseconds > LIMIT.milliseconds || bytes > LIMIT.bytes
    if (over) findings.push(`${name}: ${milliseconds.toFixed(1)} ms, ${bytes} bytes`)
    console.log(
      `worst: ${name.padEnd(28)} ${milliseconds.toFixed(2).padStart(6)} ms ${(bytes / 1024).toFixed(0).padStart(6)} KiB`,
    )
  }
}

console.log(`seed ${seedNumber}, ${seeds.length} certificates`)
await checkWorst()
await fuzzAll()
for (const [outcome, count] of [...tally].toSorted(([, left], [, right]) => right - left)) {
  console.log(`${outcome.padEnd(20)} ${count}`)
}
for (const finding of findings.slice(0, 20)) console.error(`FINDING ${finding}`)
console.log(`${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
