import { type Command, Option } from 'commander'
import { addLedger, type LedgerOptions } from './ledger-options.ts'
import { addKeyLimit, readCount } from './plan-options.ts'
import { addSigner, type SignerOptions } from './signer-options.ts'

/** Options of `vaxcert batch run`: plain data, so that they reach a worker's process as they are. */
export interface RunOptions extends LedgerOptions, SignerOptions {
  readonly approvers: string
  readonly logKey: string
  readonly perKey?: number
  readonly keyDays: number
  readonly workers: number
  readonly wait: boolean
  readonly json: boolean
}

export function addRun(command: Command): Command {
  command
    .requiredOption('--approvers <file>', 'register of approvers, JSON')
    .requiredOption(
      '--log-key <prefix>',
      'key of the issuing log: PREFIX.key.pem and PREFIX.vkey of `vaxcert log keys`',
    )
    .addOption(new Option('--workers <n>', 'processes at work; with --database').argParser(readCount).default(1))
    .option('--wait', 'wait for further batches when all are issued', false)
    .option('--json', 'print the counts as one JSON line', false)
  for (const add of [addSigner, addKeyLimit, addLedger]) add(command)
  return command
}
