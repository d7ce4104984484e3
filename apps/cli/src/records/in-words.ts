import { Fault } from '@vaxcert/core'
import { usageError } from '../exit.ts'

/**
 * Does something, and tells a Fault whose code has words as a sentence.
 * @throws CommanderError with exit code 2
 */
export async function inWords<T>(words: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const sentence = error instanceof Fault ? words[error.code] : undefined
    if (!(error instanceof Fault) || sentence === undefined) throw error
    throw usageError(`${sentence} (${error.code}).`)
  }
}
