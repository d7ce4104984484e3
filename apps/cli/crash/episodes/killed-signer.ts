import { setTimeout } from 'node:timers/promises'
import { startSigning } from '../parent/signing-process.ts'
import { type Ground, openStory } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 250
/** Kills while one worker is at work. */
const A_WORKER = 2

/** The process that holds the key is killed while it signs, and started again; the workers go on by themselves. */
export async function killedSigner(world: World, ground: Ground, times: number): Promise<void> {
  const signing = await startSigning(world)
  if (signing === undefined) return
  const { random, tally } = world
  const story = openStory(world, ground)
  const upAt: number[] = []
  const works = { signer: signing.signer, revives: true }
  try {
    for (let killed = 0; killed < times; ) {
      await story.send({ doses: DOSES })
      const worker = story.start({ works })
      await worker.reached('sign before')
      for (let made = 0; made < A_WORKER && killed < times; made += 1) {
        await setTimeout(random.below(120))
        await signing.kill()
        killed += 1
        tally.kills += 1
        count(tally.done, 'signing process killed')
        await setTimeout(random.below(300))
        await signing.restart()
        upAt.push(Date.now())
      }
      const { told } = await worker.ended
      for (const line of told) if (line.kind === 'recovered') tally.recoveries.push(sinceUp(line.at, upAt))
    }
    await story.settle(works)
  } finally {
    await signing.stop()
  }
}

function sinceUp(at: number, upAt: readonly number[]): number {
  return at - Math.max(...upAt.filter((up) => up <= at))
}
