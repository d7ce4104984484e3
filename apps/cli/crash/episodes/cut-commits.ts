import { type Cut, startCommitProxy } from '../parent/commit-proxy.ts'
import type { serverGround } from '../parent/grounds.ts'
import { openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 40
const kinds: readonly Cut[] = ['before', 'after', 'with']

/** The connection of a worker that goes on is lost around its COMMITs, again and again: some took place, some did not. */
export async function cutCommits(
  world: World,
  ground: Awaited<ReturnType<typeof serverGround>>,
  chunks: number,
): Promise<void> {
  const story = openStory(world, ground)
  for (let made = 0; made < chunks; made += 1) await story.send({ doses: DOSES })
  let commits = 0
  const proxy = await startCommitProxy(ground.address.url, world.scratch, () => {
    commits += 1
    // Twice three of a chunk's commits at a time, so that each kind meets each of them.
    return commits % 2 === 0 ? kinds[world.random.below(kinds.length)] : undefined
  })
  try {
    await story.send({ works: PLAIN, address: { url: proxy.url } })
    for (const kind of kinds) count(world.tally.done, `connection cut ${kind} COMMIT`, proxy.cuts[kind])
  } finally {
    proxy.stop()
  }
  await story.settle()
}
