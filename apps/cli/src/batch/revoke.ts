import { resolve } from 'node:path'
import { type RevokedCertificate, type RevokeResult, revoke, type Which } from '@vaxcert/batch/plan'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import { negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readKid } from '../kid.ts'
import { inWords } from '../records/in-words.ts'
import { readText } from '../records/json-files.ts'
import { type OpenRegister, openRegister } from '../revocation/register.ts'
import { lineOf, type Reason, type RegisterLine, reasons } from '../revocation/register-line.ts'
import { lockRegister } from '../revocation/register-lock.ts'
import { entryOfRow } from '../revocation/uvci-entries.ts'
import { jsonLine } from '../terminal.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'

interface Options extends LedgerOptions {
  readonly uvcis?: string
  readonly doses?: string
  readonly source: string
  readonly facility?: string
  readonly kid?: string
  readonly replaced: boolean
  readonly first?: string
  readonly last?: string
  readonly days: 'given' | 'issued'
  readonly register: string
  readonly reason: Reason
  readonly by: string
  readonly json: boolean
}

const help = `
What is revoked stands in the ledger, so that it is neither renewed nor exported, and goes to the register, from which
vaxcert revoke publish makes the signed list. The same again changes nothing. A certificate is revoked with those that renewed it.

Examples:
  $ vaxcert batch revoke --uvcis corrected/revoke.txt --reason superseded --by 'Trần Văn Mẫu' --register revoked.ndjson
  $ vaxcert batch revoke --facility 24001 --first 2021-08-01 --last 2021-08-14 --reason fraud --by … --register …
  $ vaxcert batch revoke --kid zuAwLC1Zhrk= --first 2022-05-01 --last 2022-05-03 --reason key-compromise --by … --register …
  $ vaxcert batch revoke --replaced --reason superseded --by … --register …`

/** `vaxcert batch revoke`. */
export function batchRevokeCommand(io: Io): Command {
  const command = new Command('revoke')
    .description('Revoke certificates of the ledger, and enter them in the register of revocations.')
    .option('--uvcis <file>', 'identifiers, one a line: revoke.txt of `vaxcert correct apply`')
    .option('--doses <file>', 'names of doses, one a line: all certificates of each')
    .option('--source <name>', 'the system that names the doses', 'national')
    .option('--facility <code>', 'all of a facility, with --first and --last')
    .option('--kid <kid>', 'all that a key signed, base64, with --first and --last')
    .option('--replaced', 'those in whose place a correction was released', false)
    .option('--first <day>', 'first day')
    .option('--last <day>', 'last day')
    .addOption(
      new Option('--days <kind>', 'of a facility: days of doses, or of issue')
        .choices(['given', 'issued'])
        .default('given'),
    )
    .requiredOption('--register <file>', 'register of revocations, NDJSON')
    .addOption(new Option('--reason <word>', 'why').choices(reasons).makeOptionMandatory())
    .requiredOption('--by <name>', 'who revokes')
    .option('--json', 'print one JSON line', false)
  return addLedger(command)
    .addHelpText('after', help)
    .action((options: Options) => inWords(ledgerWords, () => revokeMeant(options, io)))
}

async function revokeMeant(options: Options, io: Io): Promise<void> {
  const which = await whichOf(options, io)
  const how = { reason: options.reason, revokedBy: options.by, at: io.now() }
  const [result, entered] = await entering(resolve(io.cwd, options.register), (register) => {
    const enter = (certificate: RevokedCertificate) => register.add(registerLine(certificate, how.reason, how.at))
    return withExistingLedger(options, io, (ledger) => revoke(ledger, which, how, enter))
  })
  io.stdout.write(options.json ? jsonLine({ ...result, entered }) : resultText(result, entered))
  if (result.unknown + result.undated > 0) throw negativeResult()
}

/** What comes of the action, and how many lines it entered. A register that cannot be changed stops it before it begins. */
async function entering<T>(
  path: string,
  action: (register: OpenRegister) => Promise<T>,
): Promise<readonly [T, number]> {
  const unlock = lockRegister(path)
  try {
    const register = openRegister(path)
    try {
      return [await action(register), register.end().written]
    } finally {
      register.close()
    }
  } finally {
    unlock()
  }
}

const DAY_SECONDS = 86_400

function registerLine({ uvci, kid, exp }: RevokedCertificate, reason: Reason, at: Date): RegisterLine {
  return lineOf(
    entryOfRow({ uvci, kid: Uint8Array.from(kid), lastDay: Math.floor(exp / DAY_SECONDS) }),
    'add',
    at,
    reason,
  )
}

/** Exactly one way to say which. */
async function whichOf(options: Options, io: Io): Promise<Which> {
  const { uvcis, doses, facility, kid, replaced, source, days } = options
  const given = [uvcis, doses, facility, kid].filter((one) => one !== undefined).length + (replaced ? 1 : 0)
  if (given !== 1) throw usageError('Say which, in one way: --uvcis, --doses, --facility, --kid or --replaced.')
  if (uvcis !== undefined) return { by: 'uvci', uvcis: await linesOf(uvcis, io) }
  if (doses !== undefined) return { by: 'dose', source, doses: await linesOf(doses, io) }
  if (facility !== undefined) return { by: 'facility', facility, days, ...periodOf(options) }
  if (kid === undefined) return { by: 'replaced' }
  const bytes = readKid(kid)
  if (bytes === undefined) throw usageError('Not a kid: 8 bytes in base64.')
  return { by: 'kid', kid: bytes, ...periodOf(options) }
}

function periodOf({ first, last }: Options): { readonly from: string; readonly until: string } {
  const isDay = (text: string | undefined): text is string =>
    text !== undefined && dayForm.test(text) && !Number.isNaN(Date.parse(text))
  if (!isDay(first) || !isDay(last)) throw usageError('It needs --first and --last, days like 2022-06-01.')
  return { from: first, until: last }
}

const dayForm = /^\d{4}-\d\d-\d\d$/

async function linesOf(path: string, io: Io): Promise<readonly string[]> {
  return (await readText(path, io)).split(/\r?\n/).filter((line) => line !== '')
}

function resultText({ revoked, already, unknown, undated }: RevokeResult, entered: number): string {
  const before = already === 0 ? '' : `, ${already} were before`
  const rest = [
    ...(unknown === 0 ? [] : [`${unknown} that the ledger does not know: revoke them with vaxcert revoke add\n`]),
    ...(undated === 0 ? [] : [`${undated} of the facility whose days are forgotten: revoke them with --days issued\n`]),
  ]
  return `${count(revoked, 'certificate')} revoked${before}; ${entered} entered in the register\n${rest.join('')}`
}
