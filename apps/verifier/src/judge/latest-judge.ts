import type { Lists } from '../lists/lists.ts'
import { type Judgement, judge, type Policy } from './judge.ts'

/** Judges scans of which only the newest counts: no verdict of an older one can ever be shown for it. */
export interface LatestJudge {
  /** Undefined when another scan, or `forget`, came in between. */
  judge(text: string, policy: Policy, at: Date): Promise<Judgement | undefined>
  /** What is under way belongs to nobody any more. */
  forget(): void
}

export function latestJudge(lists: Lists): LatestJudge {
  let newest = 0
  return {
    async judge(text, policy, at) {
      newest += 1
      const scan = newest
      const judgement = await judge(text, lists, policy, at)
      return scan === newest ? judgement : undefined
    },
    forget() {
      newest += 1
    },
  }
}
