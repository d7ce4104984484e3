import { Fault } from '@vaxcert/core'
import { negativeResult } from '../exit.ts'
import type { Io, TextSink } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { wordsOf } from '../words.ts'
import { logWordsOf } from './log-words.ts'

/**
 * Runs what a command on the log does. What is wrong with a log or a proof is an answer too: no. It is told on stdout, or
 * where a sentence goes if stdout is for something else, and the exit code is 1.
 * @throws CommanderError
 */
export async function answering(
  io: Io,
  json: boolean,
  run: () => Promise<void>,
  sentences: TextSink = io.stdout,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Fault) || !/^(?:log|cose|text)\./.test(error.code)) throw error
    const { code } = error
    const sentence = `REFUSED: ${logWordsOf(code) ?? wordsOf(code)} (${code})\n`
    if (json) io.stdout.write(jsonLine({ kind: 'refused', code }))
    else sentences.write(sentence)
    throw negativeResult()
  }
}
