import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { jointJudge, type RightVerdict } from '@vaxcert/records/confirm'
import { Command, Option } from 'commander'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { type ConfirmOutputs, openConfirmOutputs } from './confirm-outputs.ts'
import { countDose, missingOf, noStandings, type Standings } from './confirm-standings.ts'
import { type CheckedFile, checkConfirmations, readSeen } from './confirm-verdicts.ts'
import { doseJudge } from './dose-judge.ts'
import { doseRows } from './dose-rows.ts'
import { type IdentityOf, readIdentities } from './identities.ts'
import { inWords } from './in-words.ts'
import { rowProgress } from './row-progress.ts'
import { confirmWords } from './words-lists.ts'

interface Options {
  readonly doses: string
  readonly units: string
  readonly ca: readonly string[]
  readonly identities?: string
  readonly seen: readonly string[]
  readonly at?: Date
  readonly out?: string
  readonly json: boolean
}

const help = `
Each dose is held against all confirmations that name it: one that holds is enough. Doses that changed since are told as PR-02,
identities that were not verified since their last change as PR-01: for that, --identities names identities.csv of vaxcert
match. With --out, confirmed.csv holds the doses that may be signed, for vaxcert issue, and those given abroad
with evidence, which it counts and does not sign; left.csv the others, each with its
reason; seen.csv, for --seen, what proves later that a confirmation was there before its certificate was withdrawn, with what
--seen and an earlier check into the folder knew. A certificate that a unit lost is withdrawn in the register of units; lists of revoked certificates are not asked.`

/** `vaxcert confirm check`. */
export function confirmCheckCommand(io: Io): Command {
  return new Command('check')
    .description('Check confirmations, and every dose against them, before anything is signed for it.')
    .argument('<confirmation...>', 'files of `vaxcert confirm sign`')
    .requiredOption('--doses <file>', 'the doses as they are now, CSV')
    .requiredOption('--units <file>', 'register of units, JSON')
    .requiredOption('--ca <file...>', 'certificates of the CAs that issue to units, PEM')
    .option('--identities <file>', 'when identities were verified and edited, CSV')
    .addOption(new Option('--seen <file...>', 'seen.csv of earlier checks').default([], 'none'))
    .addOption(new Option('--at <time>', 'moment of the check (default: now)').argParser(parseTime))
    .option('--out <dir>', 'folder for confirmed.csv, left.csv, seen.csv, summary.json')
    .option('--json', 'print one JSON line for each confirmation, and one for all doses', false)
    .addHelpText('after', help)
    .action((paths: readonly string[], options: Options) => inWords(confirmWords, () => check(paths, options, io)))
}

async function check(paths: readonly string[], options: Options, io: Io): Promise<void> {
  const at = options.at ?? io.now()
  const { files, right, seen: given } = await checkConfirmations(paths, { ...options, at }, io)
  const identityOf = await readIdentities(options.identities, io)
  const seen = new Set([...(await earlierSeen(options, io)), ...given])
  for (const { print, verdict } of files) if (verdict.kind === 'right') seen.add(print)
  const outputs = openConfirmOutputs(options.out, io)
  const { told, total } = await judgeDoses(right, options.doses, { identityOf, at }, outputs, io).catch((error) => {
    outputs.discard()
    throw error
  })
  for (const print of seen) outputs.seen(print)
  outputs.finish(total)
  const areRight = files.map((file) => tell(file, right, told, options, io))
  io.stdout.write(options.json ? jsonLine(total) : totalText(total))
  if (areRight.includes(false)) throw negativeResult()
}

/** What an earlier check into the same folder has seen is not forgotten: it counts for nothing in this one. */
function earlierSeen({ out }: Options, io: Io): Promise<ReadonlySet<string>> {
  const path = out === undefined ? undefined : resolve(io.cwd, out, 'seen.csv')
  return readSeen(path !== undefined && existsSync(path) ? [path] : [], io)
}

interface Total {
  readonly doses: number
  readonly confirmed: number
  /** Given abroad: they are in confirmed.csv since they count in the series of their people. */
  readonly abroad: number
  readonly left: number
  readonly byCode: Readonly<Record<string, number>>
}

async function judgeDoses(
  verdicts: readonly RightVerdict[],
  path: string,
  { identityOf, at }: { readonly identityOf: IdentityOf; readonly at: Date },
  outputs: ConfirmOutputs,
  io: Io,
): Promise<{ readonly told: readonly Standings[]; readonly total: Total }> {
  const told = verdicts.map(noStandings)
  const judge = doseJudge(jointJudge(verdicts), identityOf, at)
  const byCode: Record<string, number> = {}
  const progress = rowProgress(io.stderr, 'checked')
  let doses = 0
  let [confirmed, abroad] = [0, 0]
  for await (const dose of doseRows(path, io)) {
    const { found, isAbroad, identity, code } = judge(dose)
    countDose(found, identity, told)
    if (code === undefined && isAbroad) abroad += 1
    else if (code === undefined) confirmed += 1
    else byCode[code] = (byCode[code] ?? 0) + 1
    outputs.add(dose, code)
    doses += 1
    progress(doses)
  }
  progress()
  return { told, total: { doses, confirmed, abroad, left: doses - confirmed - abroad, byCode } }
}

/** Tells of one confirmation; whether it is right, and holds for all of its doses. */
function tell(
  { path, verdict }: CheckedFile,
  right: readonly RightVerdict[],
  told: readonly Standings[],
  { json }: Options,
  io: Io,
): boolean {
  if (verdict.kind === 'refused') {
    const { code } = verdict
    const text = `${printable(path)}: refused: ${confirmWords[code]} (${code})\n`
    io.stdout.write(json ? jsonLine({ confirmation: path, result: 'refused', code }) : text)
    return false
  }
  const own = told[right.indexOf(verdict)] ?? noStandings()
  const missing = missingOf(verdict, own)
  const { facility, period, count: signed, at } = verdict.statement
  const line = { confirmation: path, result: 'right', facility, period, count: signed, at, doses: { ...own, missing } }
  io.stdout.write(json ? jsonLine(line) : `${printable(path)}: ${standingsText(own, signed, missing)}\n`)
  return own.confirmed + own.superseded + own.twice === signed
}

function standingsText(own: Standings, signed: number, missing: number): string {
  const rest: readonly (readonly [number, string])[] = [
    [own.changed, `changed since (PR-02)`],
    [own.open + own.overdue, `with an identity not verified (PR-01), ${own.overdue} of them overdue`],
    [own.foreign, 'of another facility or day'],
    [own.superseded, 'confirmed anew by another'],
    [own.twice, 'confirmed by another as well'],
    [missing, 'not among the doses'],
  ]
  const more = rest.flatMap(([number, text]) => (number > 0 ? [`${number} ${text}`] : []))
  return [`${own.confirmed} of ${signed} doses confirmed`, ...more].join(', ')
}

function totalText({ doses, confirmed, abroad, left }: Total): string {
  const counted = abroad === 0 ? '' : `; ${abroad} given abroad count in their series`
  return `${confirmed} of ${doses} doses may be signed${counted}${left === 0 ? '' : `; ${left} may not`}\n`
}
