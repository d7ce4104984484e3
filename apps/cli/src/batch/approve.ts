import { approve, type Manifest, readApprovers, readBatch, type StoredBatch } from '@vaxcert/batch/plan'
import { Command } from 'commander'
import { count } from '../count.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { readJson } from '../records/json-files.ts'
import { readSealer } from '../records/sealer.ts'
import { jsonLine, printable } from '../terminal.ts'
import { batchWords, wordsOfHeld } from './batch-words.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readCount } from './plan-options.ts'

interface Options extends LedgerOptions {
  readonly approvers?: string
  readonly key?: string
  readonly digest?: string
  readonly json: boolean
}

const help = `
Without --key it shows what there is to approve, and its digest. Two people approve a batch, each with a key of their own, and
neither of them has planned it. Who may, stands in the register of approvers:
  {"approvers": [{"name": "Lê Thị Mẫu", "certificate": SHA-256 in hex, "until"?: moment of withdrawal}]}
Whatever is changed in a batch afterwards breaks its approval.`

/** `vaxcert batch approve`. */
export function batchApproveCommand(io: Io): Command {
  const command = new Command('approve')
    .description('Show what a batch is, or approve it.')
    .argument('<batch>', 'number of the batch', readCount)
    .option('--approvers <file>', 'register of approvers, JSON')
    .option('--key <prefix>', 'key of the one who approves: PREFIX.key.pem and PREFIX.pem')
    .option('--digest <hex>', 'digest of the manifest that was looked at')
    .option('--json', 'print one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((batch: number, options: Options) =>
      inWords({ ...batchWords, ...ledgerWords }, () => show(batch, options, io)),
    )
}

async function show(batch: number, options: Options, io: Io): Promise<void> {
  if (options.key !== undefined) return approveBatch(batch, options, io)
  const stored = await withExistingLedger(options, io, (ledger) => readBatch(ledger, batch))
  io.stdout.write(options.json ? jsonLine(stored) : storedText(stored))
}

async function approveBatch(batch: number, options: Options, io: Io): Promise<void> {
  const { approvers: register, key = '', digest, json } = options
  if (register === undefined || digest === undefined) throw usageError('--key goes with --approvers and --digest.')
  const approvers = readApprovers(await readJson(register, io))
  const sealer = await readSealer(key, io)
  const how = { batch, digest, ...sealer, approvers, at: io.now() }
  const result = await withExistingLedger(options, io, (ledger) => approve(ledger, how))
  const { by, approvals, isApproved } = result
  const next = isApproved ? 'it may be issued' : 'one more is needed'
  const text = `Batch ${batch}: approved by ${printable(by)}, ${count(approvals, 'approval')}; ${next}\n`
  io.stdout.write(json ? jsonLine({ batch, ...result }) : text)
}

function storedText({ batch, state, manifest, digest }: StoredBatch): string {
  const lines = [
    `Batch ${batch} (${manifest.kind}), ${state}`,
    `planned by ${printable(manifest.by)} at ${manifest.at}`,
    ...countLines(manifest),
    `in the name of ${printable(manifest.issuer)}, ${manifest.country}, key ${manifest.kid}, ${manifest.profile}`,
    `each for ${manifest.validity.months} months, none beyond its document signer (of this key: ${manifest.validity.until})`,
    `rules ${manifest.rules}; ${count(manifest.confirmations.length, 'confirmation')}`,
    ...Object.entries(manifest.inputs).map(([name, sha256]) => `${printable(name)}: SHA-256 ${sha256}`),
    `digest: ${digest}`,
  ]
  return `${lines.join('\n')}\n`
}

function countLines({ rows, planned, held, standing }: Manifest): readonly string[] {
  if (standing !== undefined) return [`a standing approval: ${standing.perDay} doses a day, until ${standing.until}`]
  const reasons = Object.entries(held).map(([code, number]) => `  ${number} held: ${wordsOfHeld(code)} (${code})`)
  return [`${count(rows, 'row')}: ${planned} planned`, ...reasons]
}
