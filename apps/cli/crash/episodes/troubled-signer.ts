import { type Ground, openStory } from '../parent/story.ts'
import type { World } from '../parent/world.ts'

const DOSES = 120

/** A signer that is busy, refuses, answers late, with rubbish or with another key: and workers that are killed meanwhile. */
export async function troubledSigner(world: World, ground: Ground, times: number): Promise<void> {
  const story = openStory(world, ground)
  for (let made = 0; made < times; made += 1) {
    const signer = { kind: 'troubled', seed: world.random.below(2 ** 31) } as const
    const isLast = made === times - 1
    await story.send({
      doses: DOSES,
      works: { signer, revives: true },
      ...(!isLast && { killAfter: 500 + world.random.below(1500) }),
    })
  }
  await story.settle()
}
