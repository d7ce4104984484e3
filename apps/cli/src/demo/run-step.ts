import { EXIT, negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { commandLine } from './command-line.ts'
import type { DemoStep } from './demo-steps.ts'

/** Runs one command line and gives its exit code: `run`, which knows all commands. */
export type Run = (argv: readonly string[], io: Io) => Promise<number>

/**
 * Runs one step, and shows its command line and the beginning of what it says.
 * @throws CommanderError with exit code 1 where it fails; the command has said why
 */
export async function runStep({ title, argv, lines }: DemoStep, run: Run, io: Io): Promise<void> {
  let said = ''
  const write = (text: string): void => {
    said += text
  }
  io.stdout.write(`${title}\n  $ vaxcert ${commandLine(argv)}\n`)
  const code = await run(argv, { ...io, stdout: { write } })
  const shown = said.trimEnd().split('\n').slice(0, lines)
  io.stdout.write(`${shown.map((line) => `    ${line}\n`).join('')}\n`)
  if (code !== EXIT.good) throw negativeResult()
}
