// npm run crash -- --short|--long|--fleet [--json] [--seed N] [--minutes N] [--doses N] [--workers N]

import { startServer } from '../../../packages/records/test/database/private-server.ts'
import { seededRandom } from '../fuzz/random.ts'
import { atRandom } from './episodes/at-random.ts'
import { failpoints } from './episodes/failpoints.ts'
import { statements } from './episodes/statements.ts'
import { embeddedGround, postgresPrograms, serverGround } from './parent/grounds.ts'
import { missed } from './parent/tally.ts'
import { makeWorld } from './parent/world.ts'

const world = await makeWorld(seededRandom(1), (line) => void process.stderr.write(`${line}\n`))
const server = startServer(postgresPrograms(world) ?? '')
const t = performance.now()
const at = () => ((performance.now() - t) / 1000).toFixed(1)
try {
  const what = process.argv[2]
  if (what === 'f') await failpoints(world, await serverGround(server))
  if (what === 'l') await failpoints(world, embeddedGround(world))
  if (what === 'p') await statements(world, await serverGround(server), 'plan', 6)
  if (what === 'w') await statements(world, await serverGround(server), 'work', 6)
  if (what === 'r') await atRandom(world, await serverGround(server), { times: 5, workers: 2 })
} finally {
  server.stop()
}
console.log(at(), world.findings.counts(), world.findings.list(), world.tally, missed(world.tally))
