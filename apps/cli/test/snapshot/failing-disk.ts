import { writeFileSync } from 'node:fs'
import { type Disk, disk } from '../../src/snapshot/disk.ts'

/** What a process that was killed no longer does. */
export class Killed extends Error {}

/**
 * A disk on which the process is killed at the step with this number, from 0: a file that is being written then is
 * half there, and nothing after it happens.
 */
export function failingDisk(at: number): { readonly disk: Disk; steps(): number } {
  let step = 0
  const steps = Object.entries(disk).map(([name, act]: [string, (...given: never[]) => void]) => {
    const counted = (...given: never[]): void => {
      if (step === at && name === 'write') writeHalf(...(given as unknown as Parameters<Disk['write']>))
      step += 1
      if (step > at) throw new Killed()
      act(...given)
    }
    return [name, counted]
  })
  return { disk: Object.fromEntries(steps) as Disk, steps: () => step }
}

function writeHalf(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes.subarray(0, bytes.length / 2))
}
