import { readFileSync } from 'node:fs'
import { Fault } from '@vaxcert/core'
import { Command, CommanderError } from 'commander'
import { batchCommand } from './batch/batch.ts'
import { demoCommand } from './commands/demo.ts'
import { inspectCommand } from './commands/inspect.ts'
import { issueCommand } from './commands/issue.ts'
import { keysCommand } from './commands/keys.ts'
import { paperCommand } from './commands/paper.ts'
import { revokeCommand } from './commands/revoke.ts'
import { trustCommand } from './commands/trust.ts'
import { vectorsCommand } from './commands/vectors.ts'
import { verifyCommand } from './commands/verify.ts'
import { EXIT } from './exit.ts'
import type { Io } from './io.ts'
import { logCommand } from './log/log.ts'
import { abroadCommand } from './records/abroad.ts'
import { cleanseCommand } from './records/cleanse.ts'
import { confirmCommand } from './records/confirm.ts'
import { correctCommand } from './records/correct.ts'
import { matchCommand } from './records/match.ts'
import { reportCommand } from './records/report.ts'
import { sampleCommand } from './records/sample.ts'
import { worklistCommand } from './records/worklist.ts'
import { signerCommand } from './signer/signer.ts'
import { harmless } from './terminal.ts'

/** In the order in which the help lists them. */
const commands = [
  sampleCommand,
  cleanseCommand,
  matchCommand,
  worklistCommand,
  confirmCommand,
  correctCommand,
  abroadCommand,
  issueCommand,
  batchCommand,
  paperCommand,
  verifyCommand,
  inspectCommand,
  reportCommand,
  trustCommand,
  revokeCommand,
  logCommand,
  vectorsCommand,
  keysCommand,
  signerCommand,
  (io: Io): Command => demoCommand(io, run),
]

const about = `
Exit codes: 0 all good, 1 the answer is no, 2 wrong usage or a file that cannot be used.
Each command explains itself: vaxcert verify --help`

/** Runs one command line, without the names of node and script, and gives its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    await programFor(io).parseAsync([...argv], { from: 'user' })
    return EXIT.good
  } catch (error) {
    return report(error, io)
  }
}

function programFor(io: Io): Command {
  const program = new Command('vaxcert')
    .description('From dirty dose records to signed certificates, and back: EU Digital COVID Certificates.')
    .version(readVersion(), '--version', 'print the version')
    .helpCommand(true)
    .addHelpText('after', about)
  for (const makeCommand of commands) program.addCommand(makeCommand(io))
  return connect(program, io)
}

/** Lets a command and all below it write to `io`, and leave by an exception instead of ending the process. */
function connect(command: Command, io: Io): Command {
  command
    .exitOverride()
    .showHelpAfterError('Try it with --help.')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(harmlessLines(text.replace(/^error: /, 'vaxcert: '))),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
  for (const child of command.commands) connect(child, io)
  return command
}

/** Commander quotes what it was given. */
function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n')
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}

/** Says on stderr, in one sentence, what went wrong, where that has not been said yet. */
function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) {
    if (!error.code.startsWith('vaxcert.')) return error.exitCode === 0 ? EXIT.good : EXIT.usage
    if (error.message !== '') io.stderr.write(`vaxcert: ${error.message}\n`)
    return error.exitCode
  }
  io.stderr.write(`vaxcert: ${sentenceFor(error)}\n`)
  return EXIT.usage
}

/** Messages of strange errors may quote what was read, so only their kind and place are told. */
function sentenceFor(error: unknown): string {
  if (error instanceof Fault) return `${error.message}.`
  if (!(error instanceof Error)) return 'something went wrong.'
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return `the system refused to ${syscall} a file (${code}).`
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return `this is a fault of ours, please report it: ${error.name}\n${frames?.join('\n')}`
}
