import { Fault } from '@vaxcert/core'
import { limits2022 } from '@vaxcert/records'
import {
  type CheckOptions,
  type ConfirmationVerdict,
  checkConfirmation,
  type DoseStanding,
  type IdentityStanding,
  readConfirmation,
  readSigningUnits,
} from '@vaxcert/records/confirm'
import { Command, Option } from 'commander'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { doseRows } from './dose-rows.ts'
import { type IdentityOf, readIdentities } from './identities.ts'
import { readJson, readText } from './json-files.ts'
import { readCertificate } from './sealer.ts'
import { confirmWords } from './words-lists.ts'

interface Options {
  readonly doses: string
  readonly units: string
  readonly ca: readonly string[]
  readonly identities?: string
  readonly at?: Date
  readonly json: boolean
}

/** How many doses of one confirmation stand how. */
type Standings = Record<DoseStanding | 'missing' | Exclude<IdentityStanding, 'verified'>, number>

const help = `
Doses that changed since are told as PR-02, identities that were not verified since their last change as PR-01: for that,
--identities names a CSV file with dose_id, verified and edited, days like 2022-05-20. A certificate that a unit lost is
withdrawn in the register of units; lists of revoked certificates are not asked.`

/** `vaxcert confirm check`. */
export function confirmCheckCommand(io: Io): Command {
  return new Command('check')
    .description('Check confirmations, and every dose against them, before anything is signed for it.')
    .argument('<confirmation...>', 'files of `vaxcert confirm sign`')
    .requiredOption('--doses <file>', 'the doses as they are now, CSV')
    .requiredOption('--units <file>', 'register of units, JSON')
    .requiredOption('--ca <file...>', 'certificates of the CAs that issue to units, PEM')
    .option('--identities <file>', 'when identities were verified and edited, CSV')
    .addOption(new Option('--at <time>', 'moment of the check (default: now)').argParser(parseTime))
    .option('--json', 'print one JSON line for each confirmation', false)
    .addHelpText('after', help)
    .action((paths: readonly string[], options: Options) => check(paths, options, io))
}

async function check(paths: readonly string[], options: Options, io: Io): Promise<void> {
  const how: CheckOptions = {
    units: readSigningUnits(await readJson(options.units, io)),
    authorities: await Promise.all(options.ca.map((path) => readCertificate(path, io))),
    at: options.at ?? io.now(),
  }
  const identityOf = await readIdentities(options.identities, io)
  let isAllRight = true
  for (const path of paths) {
    const verdict = await verdictOf(path, how, io)
    const standings =
      verdict.kind === 'right' ? await judgeDoses(verdict, options.doses, identityOf, how.at, io) : undefined
    io.stdout.write(options.json ? jsonLine(lineOf(path, verdict, standings)) : textOf(path, verdict, standings))
    const isRight =
      verdict.kind === 'right' && standings?.confirmed === verdict.statement.count && standings.changed === 0
    isAllRight &&= isRight
  }
  if (!isAllRight) throw negativeResult()
}

async function verdictOf(path: string, how: CheckOptions, io: Io): Promise<ConfirmationVerdict> {
  try {
    return await checkConfirmation(readConfirmation(await readText(path, io)), how)
  } catch (error) {
    if (error instanceof Fault && error.code in confirmWords)
      return { kind: 'refused', code: error.code as 'confirm.shape' }
    throw error
  }
}

async function judgeDoses(
  { statement, standing }: Extract<ConfirmationVerdict, { kind: 'right' }>,
  doses: string,
  identityOf: IdentityOf,
  at: Date,
  io: Io,
): Promise<Standings> {
  const told: Standings = { confirmed: 0, changed: 0, foreign: 0, other: 0, missing: 0, open: 0, overdue: 0 }
  const seen = new Set<string>()
  for await (const dose of doseRows(doses, io)) {
    const found = standing(dose)
    if (found === 'confirmed' && seen.has(dose.dose_id)) continue
    if (found !== 'other') seen.add(dose.dose_id)
    const identity = found === 'confirmed' ? identityOf(dose, limits2022.verifyWithin, at) : 'verified'
    told[identity === 'verified' ? found : identity] += 1
  }
  return { ...told, missing: statement.count - seen.size }
}

function lineOf(path: string, verdict: ConfirmationVerdict, standings: Standings | undefined): unknown {
  if (verdict.kind === 'refused') return { confirmation: path, result: 'refused', code: verdict.code }
  const { facility, period, count, at } = verdict.statement
  return { confirmation: path, result: 'right', facility, period, count, at, doses: standings }
}

function textOf(path: string, verdict: ConfirmationVerdict, standings: Standings | undefined): string {
  if (verdict.kind === 'refused')
    return `${printable(path)}: refused: ${confirmWords[verdict.code]} (${verdict.code})\n`
  const { confirmed = 0, changed = 0, foreign = 0, missing = 0, open = 0, overdue = 0 } = standings ?? {}
  const rest = [
    ...(changed > 0 ? [`${changed} changed since (PR-02)`] : []),
    ...(open + overdue > 0
      ? [`${open + overdue} with an identity not verified (PR-01), ${overdue} of them overdue`]
      : []),
    ...(foreign > 0 ? [`${foreign} of another facility or day`] : []),
    ...(missing > 0 ? [`${missing} not among the doses`] : []),
  ]
  return `${printable(path)}: ${[`${confirmed} of ${verdict.statement.count} doses confirmed`, ...rest].join(', ')}\n`
}
