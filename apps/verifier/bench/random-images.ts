// npm run -s ts -- apps/verifier/bench/random-images.ts [COUNT] [SEED]: the decoder meets images that nobody meant to
// be read. It fails when one of them throws, gives a text, or takes longer than a second.
import { prepareEngine } from '../test/decode/engine.ts'
import { readRandom } from './read-random.ts'

const [count = '10000', seed = 'random'] = process.argv.slice(2)
const STEP = 500
const LONGEST = 1_000

prepareEngine()
for (let from = 0; from < Number(count); from += STEP) {
  const tally = await readRandom(seed, from, Math.min(Number(count), from + STEP))
  console.log(JSON.stringify(tally))
  if (tally.errors + tally.texts > 0 || tally.slowest > LONGEST) process.exitCode = 1
}
