import { setTimeout } from 'node:timers/promises'
import { type PrivateServer, startServer } from '../../../../packages/records/test/database/private-server.ts'
import { embeddedGround, serverGround } from '../parent/grounds.ts'
import { type SmallDisk, smallDisk } from '../parent/small-disk.ts'
import { type Ground, openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 80
/** Bytes that are left: too few for a batch. */
const LEFT = 300_000
/** Megabytes: a server with little of a log, and some batches. */
const SERVER = 110
const EMBEDDED = 80

/** The disk of a server is full while a worker is at work, and has room again a little later. */
export async function fullServerDisk(world: World, bin: string, times: number): Promise<void> {
  const disk = smallDisk(world, SERVER)
  if (disk === undefined) return skip(world)
  const server = startServer(bin, { within: disk.folder, isSmall: true })
  try {
    const ground = await serverGround(server)
    const story = openStory(world, ground)
    await story.send({ doses: DOSES, works: PLAIN })
    for (let made = 0; made < times; made += 1) {
      await story.send({ doses: DOSES })
      disk.fill(world.random.below(LEFT))
      const worker = story.start({ works: PLAIN })
      await Promise.race([worker.ended, setTimeout(4000)])
      await makeRoom(disk, server, ground)
      await worker.ended
      count(world.tally.done, 'disk of a server full (tmpfs)')
    }
    await story.settle()
  } finally {
    server.stop()
    disk.remove()
  }
}

/** A server whose log found no room has ended, or is about to. */
async function makeRoom(disk: SmallDisk, server: PrivateServer, ground: Ground): Promise<void> {
  disk.free()
  for (let tries = 0; tries < 5; tries += 1) {
    const database = await ground.open().catch(() => undefined)
    if (database !== undefined) return database.close()
    await setTimeout(500)
  }
  server.restart()
}

/** The disk of an embedded database is full: its process ends, or is refused. */
export async function fullEmbeddedDisk(world: World, times: number): Promise<void> {
  const disk = smallDisk(world, EMBEDDED)
  if (disk === undefined) return skip(world)
  try {
    const story = openStory(world, { ...embeddedGround(world, disk.folder), mayCrash: true })
    await story.send({ doses: DOSES, works: PLAIN })
    for (let made = 0; made < times; made += 1) {
      await story.send({ doses: DOSES })
      disk.fill(world.random.below(LEFT))
      await story.send({ works: PLAIN })
      disk.free()
      count(world.tally.done, 'disk of an embedded database full (tmpfs)')
    }
    await story.settle()
  } finally {
    disk.remove()
  }
}

function skip({ tally, say }: World): void {
  if (process.env.CI === 'true') throw new Error('Nothing can be mounted here: CI must fill a disk.')
  say('Nothing can be mounted here: no disk is filled.')
  tally.skipped.push('full disk')
}
