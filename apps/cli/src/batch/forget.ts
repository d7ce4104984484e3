import { type BatchStatus, batchStatus } from '@vaxcert/batch'
import { forgetFacts } from '@vaxcert/batch/plan'
import type { Database } from '@vaxcert/records/database'
import { Command } from 'commander'
import { count } from '../count.ts'
import { negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine, printable } from '../terminal.ts'
import { batchWords } from './batch-words.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readCount } from './plan-options.ts'
import { type OutputReport, verifyOutput } from './verify.ts'

interface Options extends LedgerOptions {
  readonly output: string
  readonly yes: boolean
  readonly json: boolean
}

const help = `
Deletes the payloads that certificates were made from: names, birth dates, vaccinations. It cannot be undone, so it wants --yes, and
the output of vaxcert batch export, in which every released certificate of the batch has to be, to the letter.
What no longer works: these certificates cannot be renewed, nor revoked by the days on which doses were given (--days issued works).
What stays, and tells of people: the bytes that were signed, which are the certificate itself, since status, verify, log and export
need them; the name of each dose, its facility and a digest of its payload, by which it is known when it comes again; the payloads of
doses that were refused; renewals and corrections, which are batches of their own. And what the database has not
overwritten yet (VACUUM FULL does), and backups. Exit codes: 0 forgotten, 1 the output is not whole, 2 used wrongly.`

/** `vaxcert batch forget`. */
export function batchForgetCommand(io: Io): Command {
  const command = new Command('forget')
    .description('Delete the payloads of a batch that is issued and exported; its certificates stay.')
    .argument('<batch>', 'number of the batch', readCount)
    .requiredOption('--output <dir>', 'folder of `vaxcert batch export`, with all of the batch')
    .option('--yes', 'do it', false)
    .option('--json', 'print one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((batch: number, options: Options) =>
      inWords({ ...batchWords, ...ledgerWords }, () => forget(batch, options, io)),
    )
}

async function forget(batch: number, options: Options, io: Io): Promise<void> {
  if (!options.yes) throw usageError('It cannot be undone: give --yes as well.')
  const { output, refused, forgotten } = await withExistingLedger(options, io, async (ledger) => {
    const { refused } = await requireIssued(ledger, batch)
    const output = await verifyOutput(ledger, options.output, io)
    requireBatch(output, batch, options)
    return { output, refused, forgotten: isWhole(output) ? await forgetFacts(ledger, batch) : 0 }
  })
  const { released, found, absent } = output
  const counts = { batch, forgotten, released, refused, found, absent }
  io.stdout.write(options.json ? jsonLine(counts) : resultText(counts, isWhole(output)))
  if (!isWhole(output)) throw negativeResult()
}

async function requireIssued(ledger: Database, batch: number): Promise<BatchStatus> {
  const status = await batchStatus(ledger, batch)
  if (status === undefined) throw usageError(`There is no batch ${batch}.`)
  const left = status.doses - status.released - status.refused
  if (left > 0) throw usageError(`Batch ${batch} is not issued as a whole: ${count(left, 'dose')} left.`)
  return status
}

function requireBatch(report: OutputReport, batch: number, { output }: Options): void {
  if (report.batch !== batch) throw usageError(`${printable(output)} is the output of batch ${report.batch}.`)
}

function isWhole({ found, absent }: OutputReport): boolean {
  return found + absent === 0
}

interface Counts {
  readonly batch: number
  readonly forgotten: number
  readonly released: number
  readonly refused: number
  readonly found: number
  readonly absent: number
}

function resultText({ batch, forgotten, released, refused, found, absent }: Counts, whole: boolean): string {
  if (!whole)
    return `The output is not whole, ${found + absent} found wrong: vaxcert batch verify --output tells them. Nothing is forgotten.\n`
  const before = released - forgotten
  const rest = [
    ...(before === 0 ? [] : [`${before} were forgotten before`]),
    ...(refused === 0 ? [] : [`${refused} that were refused are kept`]),
  ]
  return `Batch ${batch}: ${[`the payloads of ${count(forgotten, 'dose')} are forgotten`, ...rest].join('; ')}\n`
}
