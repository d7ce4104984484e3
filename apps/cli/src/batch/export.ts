import { resolve } from 'node:path'
import { type BatchStatus, batchStatus, exportUnits, inLedger } from '@vaxcert/batch'
import { readBatch } from '@vaxcert/batch/plan'
import type { Database } from '@vaxcert/records/database'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import { negativeResult, stoppedResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine, printable } from '../terminal.ts'
import { batchWords } from './batch-words.ts'
import { type ExportForm, openExportFolder } from './export-folder.ts'
import { type ExportTally, exportUnitsTo } from './export-units.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readCount } from './plan-options.ts'

interface Options extends LedgerOptions {
  readonly out: string
  readonly form: ExportForm
  readonly by: 'chunk' | 'facility'
  readonly json: boolean
}

const help = `
Writes certificates that are released and not revoked; those of a chunk, or of a facility, together:
  ndjson  NAME.ndjson, one line each: source, dose_id, version, renewal, facility, uvci, leaf, salt, text
  png svg NAME/, a QR picture for each, and certificates.ndjson that names them
  pdf     NAME/, a document of up to 10,000 pages for printing (Decision 5772/QĐ-BYT), and certificates.ndjson
Each file or folder has its name only when it is whole. Stopped or killed, the same command goes on; by chunk, it may also be given
while a batch is still being issued, and again later: what is there stays. By facility everything of the batch must be done.
All of this is about people: only the owner of the folder may read it. Exit codes: 0 all of the batch is there, 1 a part of it is not
issued yet or has no page, 2 stopped, or used wrongly.`

/** `vaxcert batch export`. */
export function batchExportCommand(io: Io): Command {
  const command = new Command('export')
    .description('Write the released certificates of a batch: texts, QR pictures or pages.')
    .argument('<batch>', 'number of the batch', readCount)
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .addOption(new Option('--form <form>', 'what to write').choices(['ndjson', 'png', 'svg', 'pdf']).default('ndjson'))
    .addOption(new Option('--by <what>', 'what lies together').choices(['chunk', 'facility']).default('chunk'))
    .option('--json', 'print the counts as one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((batch: number, options: Options) =>
      inWords({ ...batchWords, ...ledgerWords }, () => exportBatch(batch, options, io)),
    )
}

async function exportBatch(batch: number, options: Options, io: Io): Promise<void> {
  const stop = new AbortController()
  const ignore = io.onInterrupt?.(() => stop.abort(stoppedResult()))
  try {
    const { tally, left } = await withExistingLedger(options, io, (ledger) =>
      exportFrom(ledger, batch, { options, signal: stop.signal }, io),
    )
    const { files, certificates, unprinted, kept } = tally
    const counts = { batch, certificates, files, kept, unprinted: Object.fromEntries(unprinted), left }
    io.stdout.write(options.json ? jsonLine(counts) : tallyText(tally, left, options.out))
    if (left > 0 || unprinted.size > 0) throw negativeResult()
  } finally {
    ignore?.()
  }
}

/** `left`: doses of chunks that are not released. */
async function exportFrom(
  ledger: Database,
  batch: number,
  { options, signal }: { readonly options: Options; readonly signal: AbortSignal },
  io: Io,
): Promise<{ readonly tally: ExportTally; readonly left: number }> {
  const { form, by } = options
  const status = await batchStatus(ledger, batch)
  if (status === undefined) throw usageError(`There is no batch ${batch}.`)
  const left = leftOf(status)
  if (by === 'facility' && left > 0)
    throw usageError(
      `Of batch ${batch} ${count(left, 'dose')} are not issued yet: export it by chunk, or issue them first.`,
    )
  const units = await exportUnits(ledger, batch, by)
  const { digest } = await inLedger(readBatch(ledger, batch))
  const folder = openExportFolder(resolve(io.cwd, options.out), { batch, digest, form, by })
  try {
    return { tally: await exportUnitsTo(folder, { ledger, batch, units, form, signal, at: io.now() }, io), left }
  } finally {
    folder.close()
  }
}

function leftOf({ doses, released, refused }: BatchStatus): number {
  return doses - released - refused
}

function tallyText({ files, certificates, kept, unprinted }: ExportTally, left: number, out: string): string {
  const before = kept === 0 ? '' : `; ${kept} were there before`
  const pages = [...unprinted].map(([code, number]) => `  ${number} without a page (${code})\n`).join('')
  const rest = left === 0 ? '' : `${count(left, 'dose')} not issued yet: the same command adds them later\n`
  return `${count(certificates, 'certificate')} in ${count(files, 'file')} written to ${printable(out)}${before}\n${pages}${rest}`
}
