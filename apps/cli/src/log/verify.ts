import { resolve } from 'node:path'
import {
  folderSource,
  type LedgerLogFinding,
  openCheckpoint,
  type TreeHead,
  verifyLedgerLog,
  verifyLog,
} from '@vaxcert/batch/log'
import { Command, Option } from 'commander'
import { addLedger, type LedgerOptions, withExistingLedger } from '../batch/ledger-options.ts'
import { negativeResult } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { base64, jsonLine } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { answering } from './answer.ts'
import { findingText } from './finding-text.ts'
import { requireFolder } from './folders.ts'
import { readTrust, type TrustOptions, trustOptions } from './options.ts'

interface VerifyOptions extends TrustOptions, LedgerOptions {
  readonly known?: string
}

const MAX_CHECKPOINT_BYTES = 65_536

const afterHelp = `
Of a published log every byte is compared with what follows from its entries, up to the signed root. Without DIR the log
within the ledger is: every certificate's entry, every tile, every checkpoint.
Exit codes: 0 sound, 1 not, 2 used wrongly or with a file that cannot be read.`

/** `vaxcert log verify`: whether anything in a log was changed, taken away, added or put elsewhere. */
export function verifyCommand(io: Io): Command {
  const command = new Command('verify')
    .description('find any changed, missing, reordered or surplus entry')
    .argument('[dir]', 'a published log')
  for (const option of trustOptions()) command.addOption(option)
  command.addOption(new Option('--known <file>', 'a checkpoint of this log from before: it must be continued'))
  return addLedger(command)
    .addHelpText('after', afterHelp)
    .action((folder: string | undefined, options: VerifyOptions) =>
      answering(io, options.json, () =>
        folder === undefined ? verifyWithin(options, io) : verifyPublished(folder, options, io),
      ),
    )
}

async function verifyPublished(folder: string, options: VerifyOptions, io: Io): Promise<void> {
  const trust = await readTrust(options, io)
  const known = await readKnown(options, io)
  const source = folderSource(requireFolder(resolve(io.cwd, folder), folder))
  const { checkpoint, found, findings } = await verifyLog(source, { ...trust, ...(known && { known }) })
  const { origin, size, root, cosignatures } = checkpoint
  const kind = found === 0 ? 'sound' : 'broken'
  const witnesses = cosignatures.map(({ witness, seconds }) => ({ witness, at: writeTime(seconds) }))
  if (options.json) io.stdout.write(jsonLine({ kind, origin, size, root: base64(root), witnesses, found, findings }))
  else {
    const seen = witnesses.map(({ witness, at }) => `  cosigned by ${witness} at ${at}\n`)
    io.stdout.write(
      `${verdictText(found, findings, `${size} entries of ${origin}, root ${base64(root)}`)}${seen.join('')}`,
    )
  }
  if (found > 0) throw negativeResult()
}

async function verifyWithin(options: VerifyOptions, io: Io): Promise<void> {
  const { log } = await readTrust(options, io)
  const report = await withExistingLedger(options, io, (ledger) => verifyLedgerLog(ledger, log))
  const { size, checkpoints, uncovered, found, findings } = report
  if (options.json) io.stdout.write(jsonLine({ kind: found === 0 ? 'sound' : 'broken', ...report }))
  else {
    const what = `${size} entries of ${log.name}, ${checkpoints} checkpoints, ${uncovered} entries not covered yet`
    io.stdout.write(verdictText(found, findings, what))
  }
  if (found > 0) throw negativeResult()
}

function verdictText(found: number, findings: readonly LedgerLogFinding[], what: string): string {
  if (found === 0) return `SOUND: ${what}\n`
  const more = found > findings.length ? `  and ${found - findings.length} more\n` : ''
  return `BROKEN: ${what}\n${findings.map((finding) => `  ${findingText(finding)}\n`).join('')}${more}`
}

/** Only the log itself can say what is known of it. */
async function readKnown({ known, key, json }: VerifyOptions, io: Io): Promise<TreeHead | undefined> {
  if (known === undefined) return undefined
  const { log } = await readTrust({ key, witness: [], json }, io)
  return openCheckpoint(await readWhole(known, io, MAX_CHECKPOINT_BYTES), { log })
}
