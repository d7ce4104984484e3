import { resolve } from 'node:path'
import { exportLog, writeLog } from '@vaxcert/batch/log'
import { Command } from 'commander'
import { addLedger, type LedgerOptions, withExistingLedger } from '../batch/ledger-options.ts'
import { ledgerWords } from '../batch/ledger-words.ts'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine, printable } from '../terminal.ts'
import { answering } from './answer.ts'
import { jsonOption } from './options.ts'

interface ExportOptions extends LedgerOptions {
  readonly json: boolean
}

/** `vaxcert log export`: the log of a ledger as files to publish. */
export function exportCommand(io: Io): Command {
  const command = new Command('export')
    .description('write the log up to its newest checkpoint, to be published')
    .argument('<dir>', 'folder to write into, not there yet or empty')
    .addOption(jsonOption())
  return addLedger(command).action((folder: string, options: ExportOptions) =>
    inWords(ledgerWords, () => answering(io, options.json, () => exportTo(folder, options, io))),
  )
}

async function exportTo(folder: string, options: ExportOptions, io: Io): Promise<void> {
  const files = await withExistingLedger(options, io, (ledger) => writeLog(resolve(io.cwd, folder), exportLog(ledger)))
  io.stdout.write(options.json ? jsonLine({ files }) : `${count(files, 'file')} written to ${printable(folder)}\n`)
}
