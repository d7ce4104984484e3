import { expect } from 'vitest'
import { Fault } from '../src/fault.ts'

/** Runs `action` and gives the code of the Fault it throws; anything else fails the test. */
export function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return (error as Fault).code
  }
  throw new Error('nothing was thrown')
}

/** The same for a promise. */
export async function asyncCodeOf(action: Promise<unknown>): Promise<string> {
  const error = await action.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error
  return error.code
}
