import { setTimeout } from 'node:timers/promises'
import { openServer } from '@vaxcert/records/database'
import type { PrivateServer } from '../../../../packages/records/test/database/private-server.ts'
import { embeddedGround, serverGround, withServer } from '../parent/grounds.ts'
import { shortFiles } from '../parent/short-files.ts'
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

/** What can be full, and how that is done. */
interface Room {
  fill(leave: number): void | Promise<void>
  free(): void
  readonly how: string
}

/** The disk of a server is full while a worker is at work, and has room again a little later. */
export async function fullServerDisk(world: World, bin: string, times: number): Promise<void> {
  const disk = smallDisk(world, SERVER)
  try {
    await withServer(bin, { ...(disk && { within: disk.folder }), isSmall: true }, (server) =>
      fillAgain(world, server, roomOf(disk, server), times),
    )
  } finally {
    disk?.remove()
  }
}

async function fillAgain(world: World, server: PrivateServer, room: Room, times: number): Promise<void> {
  const ground = await serverGround(server)
  const story = openStory(world, ground)
  await story.send({ doses: DOSES, works: PLAIN })
  for (let made = 0; made < times; made += 1) {
    await story.send({ doses: DOSES })
    await room.fill(world.random.below(LEFT))
    const worker = story.start({ works: PLAIN })
    await Promise.race([worker.ended, setTimeout(4000)])
    await makeRoom(room, server, ground)
    await worker.ended
    count(world.tally.done, `disk of a server full (${room.how})`)
  }
  await story.settle()
}

function roomOf(disk: SmallDisk | undefined, { url }: PrivateServer): Room {
  if (disk !== undefined) return { ...disk, how: 'tmpfs' }
  return { ...shortFiles(() => openServer(url)), how: 'limit of file size' }
}

/** A server whose log found no room has ended, or is about to. */
async function makeRoom(room: Room, server: PrivateServer, ground: Ground): Promise<void> {
  room.free()
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
  say('Nothing can be mounted here: the disk of an embedded database is not filled.')
  tally.skipped.push('full disk of an embedded database')
}
