import { type Ground, openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 60
/** So many workers at once, each killed at some moment before it would be done; so many times. */
export async function atRandom(
  world: World,
  ground: Ground,
  { times, workers }: { readonly times: number; readonly workers: number },
): Promise<void> {
  const story = openStory(world, ground)
  const { took } = await story.send({ doses: DOSES, works: PLAIN })
  for (let made = 0; made < times; made += 1) {
    const errands = Array.from({ length: workers }, () => ({
      doses: DOSES,
      works: PLAIN,
      killAfter: world.random.below(Math.ceil(took)),
    }))
    const endings = await Promise.all(errands.map((errand) => story.start(errand).ended))
    count(world.tally.done, 'killed at random', endings.filter(({ isKilled }) => isKilled).length)
  }
  await story.settle()
}
