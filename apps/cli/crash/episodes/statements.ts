import type { StatementKill } from '../child/job.ts'
import { type Ground, openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 40

/** Kills at statements of planning and of issuing: so many of each, one after the other or spread. */
export async function statements(
  world: World,
  ground: Ground,
  during: StatementKill['during'],
  kills: number,
): Promise<void> {
  const story = openStory(world, ground)
  const { told } = await story.send({ doses: DOSES, works: PLAIN })
  const total = told.flatMap((line) => {
    const isIt = line.kind === (during === 'plan' ? 'planned' : 'worked')
    return isIt && 'statements' in line ? [line.statements] : []
  })[0]
  for (let made = 0; made < kills; made += 1) {
    const times = 1 + Math.floor(((made + world.random.below(100) / 100) / kills) * (total ?? 1))
    const when = (['before', 'sent', 'after'] as const)[world.random.below(3)] ?? 'before'
    const { isKilled } = await story.send({
      doses: DOSES,
      works: PLAIN,
      kill: { kind: 'statement', during, times, when },
    })
    if (isKilled) count(world.tally.done, `killed at a statement of ${during === 'plan' ? 'planning' : 'issuing'}`)
  }
  await story.settle()
}
