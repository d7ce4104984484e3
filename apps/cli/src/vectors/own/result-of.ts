import { Fault } from '@vaxcert/core'

/** What the library gives, or the Fault with which it refuses. Every other error goes on. */
export async function resultOf<T>(ask: () => T | Promise<T>): Promise<T | Fault> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
