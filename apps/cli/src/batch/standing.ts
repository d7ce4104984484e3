import { openStanding } from '@vaxcert/batch/plan'
import { Command, Option } from 'commander'
import { readDocumentSigner } from '../authority/read-authority.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { addLedger, type LedgerOptions, withLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { addPlanner, readCount } from './plan-options.ts'
import { addIssuer } from './signer-options.ts'

interface Options extends LedgerOptions {
  readonly perDay: number
  readonly until: Date
  readonly dsc: string
  readonly issuer: string
  readonly by: string
  readonly at?: Date
  readonly json: boolean
}

/** `vaxcert batch standing`. */
export function batchStandingCommand(io: Io): Command {
  const command = new Command('standing')
    .description('Plan a standing approval, under which the service certifies single doses, so many a day.')
    .addOption(new Option('--per-day <n>', 'at most so many on one day').argParser(readCount).makeOptionMandatory())
    .addOption(new Option('--until <day>', 'last day').argParser(parseTime).makeOptionMandatory())
  for (const add of [addIssuer, addPlanner, addLedger]) add(command)
  return command.action((options: Options) => inWords(ledgerWords, () => open(options, io)))
}

async function open(options: Options, io: Io): Promise<void> {
  const { issuer, by: plannedBy, perDay, json } = options
  const how = {
    ...{ documentSigner: await readDocumentSigner(options.dsc, io), issuer, plannedBy, perDay },
    ...{ at: options.at ?? io.now(), until: options.until.toISOString().slice(0, 10) },
  }
  const { id, digest } = await withLedger(options, io, (ledger) => openStanding(ledger, how))
  const text = `Batch ${id}, a standing approval, waits for the approval of two people.\nIts digest: ${digest}\n`
  io.stdout.write(json ? jsonLine({ batch: id, digest }) : text)
}
