import type { ChunkOutcome } from './issuing.ts'

/** What a worker has done so far, and what went wrong in a row. */
export interface WorkerTally {
  chunks: number
  issued: number
  refused: number
  stuck: number
  /** Why it could not go on with a chunk. */
  readonly waiting: Map<number, string>
  /** In a row: neither ledger nor signer was to be had. */
  failures: number
  /** In a row. */
  stuckInARow: number
}

export function emptyTally(): WorkerTally {
  return { chunks: 0, issued: 0, refused: 0, stuck: 0, waiting: new Map(), failures: 0, stuckInARow: 0 }
}

/** Counts what became of a chunk. */
export function count(tally: WorkerTally, chunk: number, outcome: ChunkOutcome): void {
  if (outcome.kind === 'waiting') {
    if (outcome.code === 'signer.busy') tally.failures += 1
    else if (outcome.code !== 'stopped') tally.waiting.set(chunk, outcome.code)
    return
  }
  tally.waiting.delete(chunk)
  tally.failures = 0
  if (outcome.kind === 'stuck') {
    tally.stuck += 1
    tally.stuckInARow += 1
  }
  if (outcome.kind === 'released') {
    tally.chunks += 1
    tally.issued += outcome.issued
    tally.refused += outcome.refused
    tally.stuckInARow = 0
  }
}

/** For each code, how many chunks wait. */
export function waitingCounts({ waiting }: WorkerTally): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of waiting.values()) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
