import { resolve } from 'node:path'
import { compareExport, type ExportReport, inLedger, type LedgerAudit, verifyLedger } from '@vaxcert/batch'
import { type LedgerLogReport, type VerifierKey, verifyLedgerLog } from '@vaxcert/batch/log'
import { readBatch } from '@vaxcert/batch/plan'
import type { TrustList } from '@vaxcert/core/trust'
import type { Database } from '@vaxcert/records/database'
import { Command } from 'commander'
import { negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { requireFolder } from '../log/folders.ts'
import { readKeyFile } from '../log/log-keys.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine, printable } from '../terminal.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'
import { batchWords } from './batch-words.ts'
import { readHead } from './export-folder.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readOutput } from './verify-output.ts'
import { proofText } from './verify-text.ts'

interface Options extends LedgerOptions {
  readonly trust: string
  readonly logKey: string
  readonly output?: string
  readonly json: boolean
}

/** What was found of a ledger, its log, and what was exported of a batch. */
export interface LedgerProof {
  readonly ledger: LedgerAudit
  readonly log: LedgerLogReport
  readonly output?: OutputReport
}

export interface OutputReport extends ExportReport {
  readonly batch: number
  /** Pictures that a list names and that are not there, or empty. */
  readonly absent: number
}

const help = `
Proves the ledger from its rows: every dose has one outcome, every certificate is accepted by our own verifier under --trust and
says what was planned. Then the log within it: one entry for each certificate, at its place, under signed checkpoints. With --output
also what vaxcert batch export wrote: each released certificate of the batch is there once, to the letter, and nothing else.
Exit codes: 0 all of it holds, 1 something does not, 2 used wrongly.`

/** `vaxcert batch verify`. */
export function batchVerifyCommand(io: Io): Command {
  const command = new Command('verify')
    .description('Prove that ledger, log and output agree.')
    .requiredOption('--trust <file>', 'document signer certificates (PEM), or a trust list (JSON)')
    .requiredOption('--log-key <file>', 'public key of the log, PREFIX.vkey')
    .option('--output <dir>', 'folder of `vaxcert batch export`')
    .option('--json', 'print one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((options: Options) => inWords({ ...batchWords, ...ledgerWords }, () => verifyAll(options, io)))
}

async function verifyAll(options: Options, io: Io): Promise<void> {
  const trust = await readTrustFile(options.trust, io)
  const log = await readKeyFile(options.logKey, 'log', io)
  const proof = await withExistingLedger(options, io, (ledger) => proofOf(ledger, { trust, log, options }, io))
  const isSound = proof.ledger.wrong + proof.log.found + outputFaults(proof) === 0
  io.stdout.write(options.json ? jsonLine({ kind: isSound ? 'sound' : 'broken', ...proof }) : proofText(proof, isSound))
  if (!isSound) throw negativeResult()
}

function outputFaults({ output }: LedgerProof): number {
  return output === undefined ? 0 : output.found + output.absent
}

async function proofOf(
  database: Database,
  { trust, log, options }: { readonly trust: TrustList; readonly log: VerifierKey; readonly options: Options },
  io: Io,
): Promise<LedgerProof> {
  const output = options.output === undefined ? undefined : await verifyOutput(database, options.output, io)
  const ledger = await verifyLedger(database, trust)
  return { ledger, log: await verifyLedgerLog(database, log), ...(output && { output }) }
}

/**
 * Holds a folder of `vaxcert batch export` against the ledger.
 * @throws CommanderError with exit code 2 where it is none, or of another ledger; Fault `ledger.*`
 */
export async function verifyOutput(database: Database, given: string, io: Io): Promise<OutputReport> {
  const path = requireFolder(resolve(io.cwd, given), given)
  const { batch, digest } = readHead(path)
  const stored = await inLedger(readBatch(database, batch))
  if (stored.digest !== digest) throw usageError(`${printable(given)} was exported from another ledger.`)
  const { certificates, absent } = readOutput(path, io)
  return { batch, ...(await compareExport(database, batch, certificates)), absent: absent() }
}
