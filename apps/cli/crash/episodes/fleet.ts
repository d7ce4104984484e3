import { setTimeout } from 'node:timers/promises'
import { serverGround, withServer } from '../parent/grounds.ts'
import type { Ending } from '../parent/run-child.ts'
import { openStory, PLAIN, type Story } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'
import { countsOf, type HandedCounts } from '../truth/invented.ts'

export interface FleetPlan {
  readonly doses: number
  readonly workers: number
  readonly kills: number
}

/** What was handed in, and how many certificates were given away. */
export interface FleetResult extends HandedCounts {
  readonly released: number
}

/** Milliseconds within which the next worker is killed. */
const LONGEST = 20_000

/** Many doses, in several files' worth of doubles and conflicts, issued by several workers of which now and then one is killed. */
export function fleet(world: World, bin: string, { doses, workers, kills }: FleetPlan): Promise<FleetResult> {
  return withServer(bin, {}, async (server) => {
    const story = openStory(world, await serverGround(server))
    await planAll(world, story, doses)
    let left = kills
    const mayKill = (): boolean => {
      left -= 1
      return left >= 0
    }
    await Promise.all(Array.from({ length: workers }, () => oneAfterTheOther(world, story, mayKill)))
    await story.settle()
    return { ...countsOf({ from: 1, count: doses, again: [] }), released: story.counts().delivered }
  })
}

/** Who plans is killed too, once. */
async function planAll(world: World, story: Story, doses: number): Promise<void> {
  await story.start({ doses, killAfter: 2_000 }).ended
  const { told } = await story.start({}).ended
  if (!told.some(({ kind }) => kind === 'planned')) throw new Error('The doses cannot be planned.')
  world.say(`fleet: ${doses} doses planned`)
}

/** A worker, and another in its place for each that is killed. */
async function oneAfterTheOther(world: World, story: Story, mayKill: () => boolean): Promise<void> {
  for (;;) {
    const worker = story.start({ works: PLAIN })
    if (mayKill()) {
      await Promise.race([worker.ended, setTimeout(world.random.below(LONGEST))])
      worker.kill()
    }
    const ending: Ending = await worker.ended
    if (!ending.isKilled) return
    count(world.tally.done, 'worker of the fleet killed')
    world.say(`fleet: ${story.counts().delivered} certificates given away; ${world.tally.kills} kills so far`)
  }
}
