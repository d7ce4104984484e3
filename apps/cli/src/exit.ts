import { CommanderError } from 'commander'

/** Exit codes of every command. */
export const EXIT = { good: 0, negative: 1, usage: 2 } as const

/** Ends a command with exit code 1: it ran, and the answer is no. The command has said why on stdout. */
export function negativeResult(): CommanderError {
  return new CommanderError(EXIT.negative, 'vaxcert.negative', '')
}

/** Ends a command with exit code 2: wrong usage, or a file that cannot be used. One plain sentence for stderr. */
export function usageError(sentence: string): CommanderError {
  return new CommanderError(EXIT.usage, 'vaxcert.usage', sentence)
}

/** Ends a command that was asked to stop, and has kept all it did. */
export function stoppedResult(): CommanderError {
  return new CommanderError(EXIT.usage, 'vaxcert.stopped', 'Stopped. The same command goes on from where it was.')
}
