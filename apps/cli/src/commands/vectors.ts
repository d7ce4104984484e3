import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { EXIT, negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { jsonLine } from '../terminal.ts'
import { type CheckResult, fileChecks } from '../vectors/check-result.ts'
import { failureLine, resultLine, summaryText, unreadLine } from '../vectors/report.ts'
import { runSuites } from '../vectors/run-suites.ts'
import { walk } from '../vectors/walk.ts'

const ABOUT = `Recognises, by what the files contain: the test vectors of this project, dgc-testdata of the EU, and the
ECDSA and RSASSA-PSS files of Wycheproof. Other JSON files count as skipped; files that cannot be read count as
skipped too, each with a line on stderr. What lies beyond a limit of this command has failed.
Exit code 1 when a check failed; a difference whose reason lies in the suite is "known" and does not fail.`

/** `vaxcert vectors`: runs the library against public test suites. */
export function vectorsCommand(io: Io): Command {
  return new Command('vectors')
    .description('Run every test suite found in a folder and below it.')
    .argument('<dir>', 'folder to look through')
    .option('--json', 'print one JSON line for each failed or known check, and a summary as the last line', false)
    .addHelpText('after', `\n${ABOUT}`)
    .action((dir: string, { json }: { json: boolean }) => runVectors(io, resolve(io.cwd, dir), json))
}

async function runVectors(io: Io, folder: string, json: boolean): Promise<void> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw usageError('There is no such folder to look for test suites in. Name one that exists.')
  }
  const found = walk(folder)
  const progress = progressLine(io.stderr, 'File', found.files.length)
  const reasons = new Map<string, number>()
  const summary = await runSuites(folder, found, { onResult, onFile: progress })
  progress()
  io.stdout.write(json ? jsonLine(summary) : summaryText(summary, reasons))
  if (summary.files === 0) throw nothingRecognised()
  if (summary.failed > 0) throw negativeResult()

  function onResult(file: string, result: CheckResult): void {
    if (result.check === fileChecks.unread) {
      progress()
      io.stderr.write(unreadLine(file, result))
    }
    if (json && (result.result === 'failed' || result.result === 'known')) io.stdout.write(resultLine(file, result))
    if (!json && result.result === 'failed') io.stdout.write(failureLine(file, result))
    if (result.result === 'known' || result.result === 'skipped') count(`${result.result}: ${result.reason}`)
  }

  function count(reason: string): void {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
}

function nothingRecognised(): CommanderError {
  return new CommanderError(EXIT.negative, 'vaxcert.negative', 'No test suite was recognised in this folder.')
}
