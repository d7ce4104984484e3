import { openSync, writeSync } from 'node:fs'
import type { Told } from './job.ts'

/** Tells a line that stays told, whatever becomes of this process; of steps, whoever started it hears at once. */
export type Tell = (told: Told) => void

export function openJournal(path: string): Tell {
  const file = openSync(path, 'a')
  return (told) => {
    writeSync(file, `${JSON.stringify(told)}\n`)
    if (told.kind === 'ready') process.stdout.write('ready\n')
    if (told.kind === 'step') process.stdout.write(`${told.step}\n`)
  }
}

/** Ends this process as `kill -9` from outside would: nothing of it runs any more. */
export function killSelf(tell: Tell, at: string): void {
  tell({ kind: 'killed', at })
  process.kill(process.pid, 'SIGKILL')
}
