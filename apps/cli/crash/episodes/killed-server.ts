import { setTimeout } from 'node:timers/promises'
import type { PrivateServer } from '../../../../packages/records/test/database/private-server.ts'
import { type Ground, openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 60
const LONGEST = 800

/** The database server ends under two workers that live on, and is there again a little later; so many times. */
export async function killedServer(world: World, ground: Ground, server: PrivateServer, times: number): Promise<void> {
  const story = openStory(world, ground)
  await story.send({ doses: DOSES, works: PLAIN })
  for (let made = 0; made < times; made += 1) {
    await story.send({ doses: DOSES })
    const workers = [story.start({ doses: DOSES, works: PLAIN }), story.start({ works: PLAIN })]
    await setTimeout(300 + world.random.below(LONGEST))
    server.crash()
    server.restart()
    world.tally.kills += 1
    count(world.tally.done, 'server stopped at once')
    await Promise.all(workers.map(({ ended }) => ended))
  }
  await story.settle()
}
