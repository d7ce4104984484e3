import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { readAuthority } from '../authority/read-authority.ts'
import { readIssuer } from '../authority/read-issuer.ts'
import type { QrForm } from '../certificates/certificate-folder.ts'
import { type IssueFileOptions, issueFile } from '../certificates/issue-file.ts'
import type { IssueTally } from '../certificates/issue-rows.ts'
import { refusalsText } from '../certificates/refusals-text.ts'
import { refuseDemoFolder } from '../demo/demo-folder.ts'
import type { DoseFormat } from '../doses/dose-file.ts'
import { readDoses } from '../doses/read-doses.ts'
import { negativeResult, usageError } from '../exit.ts'
import { pipedIn } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseTime } from '../times.ts'

interface Options {
  readonly key: string
  readonly dsc: string
  readonly issuer: string
  readonly out: string
  readonly qr: QrForm
  readonly format?: DoseFormat
  readonly issuedAt?: Date
  readonly expiresAt?: Date
  readonly json: boolean
}

const keyHelp = 'Sample keys: vaxcert keys sample --out my-keys'

const examples = `
Writes DIR/certificates/DOSE_ID.txt and its picture for each dose, DIR/certificates.ndjson with all of them, and
DIR/refused.csv with every row that got none and why: issued and refused together are all rows. Dose numbers come from
all rows of a person, so the whole file (at most 128 MiB) is held in memory, and a line that cannot be read holds back
everybody whose person_id stands in it. The exit code is 1 when a row was refused.

Examples:
  $ vaxcert keys sample --out my-keys
  $ vaxcert issue doses.csv --key my-keys/dsc-all.key.pem --dsc my-keys/dsc-all.pem --issuer 'Ministry' --out passes
  $ export-doses | vaxcert issue - --format ndjson --qr svg --key k.pem --dsc c.pem --issuer 'Ministry' --out passes`

/** `vaxcert issue`: dose records to signed certificates. */
export function issueCommand(io: Io): Command {
  return new Command('issue')
    .description('Issue a certificate for each dose record of a CSV or NDJSON file.')
    .argument('[file]', 'dose records; - or nothing for standard input')
    .addOption(required('--key <file>', `private key, PKCS#8 in PEM. ${keyHelp}`))
    .addOption(required('--dsc <file>', 'its document signer certificate, PEM'))
    .addOption(
      required('--issuer <name>', 'name of the issuing body, as it stands in each certificate').argParser(readIssuer),
    )
    .addOption(required('--out <dir>', 'folder to write into, without certificates of an earlier run'))
    .addOption(new Option('--qr <form>', 'picture of each certificate').choices(['png', 'svg', 'none']).default('png'))
    .addOption(new Option('--format <name>', 'default: by ending, or first character').choices(['csv', 'ndjson']))
    .addOption(new Option('--issued-at <time>', 'time of issue (default: now)').argParser(parseTime))
    .addOption(new Option('--expires-at <time>', 'default: 12 months later, within the DSC').argParser(parseTime))
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', examples)
    .action((file: string | undefined, options: Options) => issueDoses(file ?? pipedIn(io), options, io))
}

function required(flags: string, description: string): Option {
  return new Option(flags, description).makeOptionMandatory()
}

async function issueDoses(path: string, options: Options, io: Io): Promise<void> {
  const times = validityOf(options, io)
  const out = resolve(io.cwd, options.out)
  refuseDemoFolder(out)
  const authority = await readAuthority(options, io)
  const file = await readDoses(path, options.format, io)
  const tally = await issueFile(file, authority, { out, qr: options.qr, ...times }, io)
  io.stdout.write(options.json ? tallyJson(tally) : tallyText(tally, options.out))
  if (tally.issued < tally.rows) throw negativeResult()
}

function tallyText({ rows, issued, refused }: IssueTally, out: string): string {
  const counts = `${rows} rows: ${issued} issued, ${rows - issued} refused\n${refusalsText(refused)}`
  return `${counts}Written to ${printable(out)}: certificates/, certificates.ndjson, refused.csv\n`
}

function tallyJson({ rows, issued, refused }: IssueTally): string {
  return jsonLine({ rows, issued, refused: Object.fromEntries(refused) })
}

function validityOf({ issuedAt, expiresAt }: Options, io: Io): Pick<IssueFileOptions, 'issuedAt' | 'expiresAt'> {
  const from = issuedAt ?? io.now()
  if (expiresAt === undefined) return { issuedAt: from }
  if (expiresAt <= from) throw usageError('--expires-at must be after the time of issue.')
  return { issuedAt: from, expiresAt }
}
