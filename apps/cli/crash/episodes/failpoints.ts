import type { StepName, StepPhase } from '@vaxcert/batch'
import type { StepKill } from '../child/job.ts'
import { type Ground, openStory, PLAIN } from '../parent/story.ts'
import type { World } from '../parent/world.ts'

/** Doses of a batch: more than the worker signs at a time. */
const DOSES = 45

/**
 * A worker is killed at every step that workers tell of, or at some of those: one that issues a batch undisturbed tells which
 * there are.
 */
export async function failpoints(world: World, ground: Ground, only?: RegExp): Promise<void> {
  const story = openStory(world, ground)
  await story.send({ doses: DOSES, works: PLAIN })
  for (const step of [...world.tally.told].toSorted()) {
    if (only?.test(step) === false) continue
    await story.send({ doses: DOSES, works: PLAIN, kill: killAt(step, world) })
  }
  await story.settle()
}

function killAt(step: string, { random }: World): StepKill {
  const [name, phase] = step.split(' ') as [StepName, StepPhase]
  return { kind: 'step', name, phase, times: step === 'sign within' ? 1 + random.below(2) : 1 }
}
