import { planLimits, planRenewal, type Renewal } from '@vaxcert/batch/plan'
import { Command, Option } from 'commander'
import { readDocumentSigner } from '../authority/read-authority.ts'
import { count } from '../count.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { batchWords } from './batch-words.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { addPlanner, readCount } from './plan-options.ts'
import { addIssuer } from './signer-options.ts'

interface Options extends LedgerOptions {
  readonly before: Date
  readonly perDay: number
  readonly dsc: string
  readonly issuer: string
  readonly by: string
  readonly at?: Date
  readonly dryRun: boolean
  readonly json: boolean
}

const help = `
Run it once a day, by cron say: each run plans that day's share of what expires before --before, first what expires first, and
two people approve it as any other batch. --dry-run tells the days ahead. Where the document signer ends within the new
certificates' twelve months, the table says so: give the next one in time.`

/** `vaxcert batch renew`. */
export function batchRenewCommand(io: Io): Command {
  const command = new Command('renew')
    .description("Plan today's share of the certificates that follow those that expire.")
    .addOption(
      new Option('--before <day>', 'those that expire before this day').argParser(parseTime).makeOptionMandatory(),
    )
    .addOption(new Option('--per-day <n>', 'at most so many on one day').argParser(readCount).makeOptionMandatory())
    .option('--dry-run', 'keep nothing, and tell the days', false)
  for (const add of [addIssuer, addPlanner, addLedger]) add(command)
  return command
    .addHelpText('after', help)
    .action((options: Options) => inWords({ ...batchWords, ...ledgerWords }, () => renew(options, io)))
}

async function renew(options: Options, io: Io): Promise<void> {
  const { issuer, by: plannedBy, perDay, dryRun, json } = options
  const how = {
    ...{ documentSigner: await readDocumentSigner(options.dsc, io), issuer, plannedBy, perDay, isDry: dryRun },
    ...{
      at: options.at ?? io.now(),
      before: options.before.toISOString().slice(0, 10),
      leastDays: planLimits.leastDays,
    },
  }
  const renewal = await withExistingLedger(options, io, (ledger) => planRenewal(ledger, how))
  io.stdout.write(json ? jsonLine(withoutText(renewal)) : renewalText(renewal))
  if (renewal.forgotten > 0) throw negativeResult()
}

function withoutText({ batch, ...told }: Renewal): object {
  if (batch === undefined) return told
  const { manifest, ...head } = batch
  return { ...told, batch: { ...head, manifest: JSON.parse(manifest) } }
}

function renewalText({ due, forgotten, days, batch }: Renewal): string {
  const lines = [
    `${count(due, 'certificate')} to be renewed`,
    ...(forgotten === 0 ? [] : [`${forgotten} cannot be: their facts are forgotten (renew.forgotten)`]),
    ...days.map(({ day, count: many, late, until, isSignerShort }) => {
      const notes = [
        ...(late === 0 ? [] : [`${late} too late`]),
        ...(isSignerShort ? ['the document signer ends before'] : []),
      ]
      return `  ${day}: ${many}, until ${until}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
    }),
    ...(batch === undefined
      ? []
      : [
          `Batch ${batch.id} with ${batch.planned} waits for the approval of two people.`,
          `Its digest: ${batch.digest}`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}
