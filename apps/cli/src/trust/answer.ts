import { Fault } from '@vaxcert/core'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { wordsOf } from '../words.ts'

/**
 * Runs what a command on lists does. A Fault is an answer too: no. It is told on stdout, and the exit code is 1.
 * @throws CommanderError
 */
export async function answering(io: Io, json: boolean, run: () => void | Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const sentence = `REFUSED: ${wordsOf(error.code)} (${error.code})\n`
    io.stdout.write(json ? jsonLine({ kind: 'refused', code: error.code }) : sentence)
    throw negativeResult()
  }
}
