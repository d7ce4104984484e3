/**
 * Advisory locks. Their numbers share one space with all who use the database: ours begin with "vax".
 * A session holds the lock of the chunk that it works on: when its process is gone, so is the lock.
 */
export const LOCK: Readonly<Record<'plan' | 'doseNo' | 'migrate' | 'queue' | 'keyUse' | 'chunk', string>> = {
  /** While a file is planned. */
  plan: (0x76617803n << 32n).toString(),
  /** While numbers of doses are handed out. */
  doseNo: (0x76617804n << 32n).toString(),
  /** While migrations run. */
  migrate: (0x76617801n << 32n).toString(),
  /** While the queue is set up. */
  queue: ((0x76617801n << 32n) + 1n).toString(),
  /** While it is counted what a key has signed. */
  keyUse: ((0x76617801n << 32n) + 2n).toString(),
  /** Added to the number of a chunk. */
  chunk: (0x76617810n << 32n).toString(),
}
