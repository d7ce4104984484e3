import { Fault } from '@vaxcert/core/fault'

/** The code of the Fault that `action` throws, now or later; anything else fails the test. */
export async function codeOf(action: () => unknown): Promise<string> {
  return (await faultOf(action)).code
}

/** That Fault itself. */
export async function faultOf(action: () => unknown): Promise<Fault> {
  const error = await Promise.resolve()
    .then(action)
    .then(
      () => new Error('nothing was thrown'),
      (reason: unknown) => reason,
    )
  if (!(error instanceof Fault)) throw error
  return error
}
