import type { PrivateServer } from '../../../packages/records/test/database/private-server.ts'
import { seededRandom } from '../fuzz/random.ts'
import { atRandom } from './episodes/at-random.ts'
import { cutCommits } from './episodes/cut-commits.ts'
import { failpoints } from './episodes/failpoints.ts'
import { fullEmbeddedDisk, fullServerDisk } from './episodes/full-disk.ts'
import { inTheWay } from './episodes/in-the-way.ts'
import { killedServer } from './episodes/killed-server.ts'
import { killedSigner } from './episodes/killed-signer.ts'
import { statements } from './episodes/statements.ts'
import { troubledSigner } from './episodes/troubled-signer.ts'
import { embeddedGround, postgresPrograms, serverGround, withServer } from './parent/grounds.ts'
import type { World } from './parent/world.ts'

/** How much of everything. */
export interface Amounts {
  /** Steps at which a worker on the embedded database is killed; on a server it is all. */
  readonly embeddedSteps: RegExp
  readonly statements: number
  readonly embeddedStatements: number
  readonly random: number
  readonly workers: number
  readonly embeddedRandom: number
  readonly server: number
  readonly cuts: number
  readonly ways: number
  readonly troubles: number
  readonly signer: number
  readonly disks: number
}

export const SHORT: Amounts = {
  ...{
    embeddedSteps: /within|(intend|log|release) after/,
    statements: 4,
    embeddedStatements: 2,
    random: 6,
    workers: 2,
    embeddedRandom: 1,
    server: 2,
  },
  ...{ cuts: 3, ways: 1, troubles: 2, signer: 4, disks: 1 },
}

export const LONG: Amounts = {
  ...{
    embeddedSteps: /./,
    statements: 54,
    embeddedStatements: 6,
    random: 16,
    workers: 3,
    embeddedRandom: 8,
    server: 4,
  },
  ...{ cuts: 8, ways: 2, troubles: 4, signer: 20, disks: 3 },
}

/** What is done to a ledger, and in which words it is told. */
type Episode = readonly [told: string, run: (world: World) => Promise<void>]

/** Everything once, on the embedded database and on a server beside each other. `isOver` is asked before each episode. */
export async function round(world: World, amounts: Amounts, seed: number, isOver: () => boolean): Promise<void> {
  const bin = postgresPrograms(world)
  const onFolder = play('PGlite', embedded(amounts), world, 2 * seed, isOver)
  if (bin === undefined) return onFolder
  const onServers = withServer(bin, {}, (server) =>
    play('PostgreSQL', onServer(amounts, server, bin), world, 2 * seed + 1, isOver),
  )
  // Neither is left alone when the other goes wrong.
  await Promise.allSettled([onFolder, onServers])
  await Promise.all([onFolder, onServers])
}

async function play(
  name: string,
  episodes: readonly Episode[],
  world: World,
  seed: number,
  isOver: () => boolean,
): Promise<void> {
  const here = { ...world, random: seededRandom(seed) }
  for (const [told, run] of episodes) {
    if (isOver()) return
    const began = performance.now()
    await run(here)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    world.say(`${name}: ${told}. ${seconds} s; ${world.tally.kills} kills so far`)
  }
}

function embedded(amounts: Amounts): readonly Episode[] {
  return [
    ['killed at steps', (world) => failpoints(world, embeddedGround(world), amounts.embeddedSteps)],
    ['killed while planning', (world) => statements(world, embeddedGround(world), 'plan', amounts.embeddedStatements)],
    [
      'killed at random',
      (world) => atRandom(world, embeddedGround(world), { times: amounts.embeddedRandom, workers: 1 }),
    ],
    ['disk full', (world) => fullEmbeddedDisk(world, amounts.disks)],
  ]
}

function onServer(amounts: Amounts, server: PrivateServer, bin: string): readonly Episode[] {
  const on = (act: (world: World, ground: Awaited<ReturnType<typeof serverGround>>) => Promise<void>) => {
    return async (world: World) => act(world, await serverGround(server))
  }
  const { random: times, workers } = amounts
  return [
    ['killed at every step', on((world, ground) => failpoints(world, ground))],
    ['killed while planning', on((world, ground) => statements(world, ground, 'plan', amounts.statements))],
    ['killed at statements', on((world, ground) => statements(world, ground, 'work', amounts.statements))],
    ['several killed at random', on((world, ground) => atRandom(world, ground, { times, workers }))],
    ['server stopped at once', on((world, ground) => killedServer(world, ground, server, amounts.server))],
    ['connections cut around COMMIT', on((world, ground) => cutCommits(world, ground, amounts.cuts))],
    ['sessions in each other’s way', on((world, ground) => inTheWay(world, ground, amounts.ways))],
    ['signer in trouble', on((world, ground) => troubledSigner(world, ground, amounts.troubles))],
    ['signing process killed', on((world, ground) => killedSigner(world, ground, amounts.signer))],
    ['disk full', (world) => fullServerDisk(world, bin, amounts.disks)],
  ]
}
