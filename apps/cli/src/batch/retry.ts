import { intendAnew, reviveStuck } from '@vaxcert/batch'
import { Command, InvalidArgumentError, Option } from 'commander'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { readKid } from '../kid.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine } from '../terminal.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readCount } from './plan-options.ts'

interface Options extends LedgerOptions {
  readonly anew?: Uint8Array
  readonly json: boolean
}

const help = `
vaxcert batch status tells why they are stuck, and what to do first. --anew takes back what was fixed for a key, and not
released: the next run fixes it with its own key, and as its version of the software writes it.`

/** `vaxcert batch retry`. */
export function batchRetryCommand(io: Io): Command {
  const command = new Command('retry')
    .description('Let chunks that are stuck be issued again, from where they stood.')
    .argument('[batch]', 'those of one batch; otherwise all', readCount)
    .addOption(new Option('--anew <kid>', 'fix anew what was fixed for this key, base64').argParser(parseKid))
    .option('--json', 'print one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((batch: number | undefined, options: Options) => inWords(ledgerWords, () => retry(batch, options, io)))
}

async function retry(batch: number | undefined, options: Options, io: Io): Promise<void> {
  const { anew, json } = options
  const { opened, revived } = await withExistingLedger(options, io, async (ledger) => ({
    opened: anew === undefined ? 0 : await intendAnew(ledger, anew),
    revived: await reviveStuck(ledger, batch === undefined ? {} : { batch }),
  }))
  const taken = anew === undefined ? '' : `${count(opened, 'chunk')} will be fixed anew; `
  const text = `${taken}${count(revived, 'chunk')} will be tried again by vaxcert batch run\n`
  io.stdout.write(json ? jsonLine({ revived, opened }) : text)
}

function parseKid(text: string): Uint8Array {
  const kid = readKid(text)
  if (kid === undefined) throw new InvalidArgumentError('Not a kid: 8 bytes in base64.')
  return kid
}
