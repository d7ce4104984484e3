import { type PlanLimits, planLimits } from '@vaxcert/batch/plan'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseTime } from '../times.ts'
import type { LedgerOptions } from './ledger-options.ts'
import type { SignerOptions } from './signer-options.ts'

/** Options of `vaxcert batch plan`. */
export interface PlanCommandOptions extends LedgerOptions, SignerOptions {
  readonly kind: 'issue' | 'correct'
  readonly confirmation: readonly string[]
  readonly units: string
  readonly ca: readonly string[]
  readonly identities: string
  readonly seen: readonly string[]
  readonly source: string
  readonly by: string
  readonly at?: Date
  readonly perKey?: number
  readonly keyDays: number
  readonly perDay: number
  readonly timesUsual: number
  readonly cleared: readonly string[]
  readonly dryRun: boolean
  readonly rate?: number
  readonly json: boolean
}

/** What the doses are, and who says so: the same as `vaxcert confirm check` asks. */
export function addEvidence(command: Command): Command {
  return command
    .requiredOption('--confirmation <file...>', 'confirmations of `vaxcert confirm sign`')
    .requiredOption('--units <file>', 'register of units, JSON')
    .requiredOption('--ca <file...>', 'certificates of the CAs that issue to units, PEM')
    .requiredOption(
      '--identities <file>',
      'when identities were verified and edited: identities.csv of `vaxcert match`',
    )
    .addOption(new Option('--seen <file...>', 'seen.csv of earlier checks').default([], 'none'))
}

export function addLimits(command: Command): Command {
  const { perDay, timesUsual } = planLimits.facility
  return addKeyLimit(command)
    .addOption(
      new Option('--per-day <n>', 'doses that a facility enters on one day, at most')
        .argParser(readCount)
        .default(perDay),
    )
    .addOption(new Option('--times-usual <n>', 'times what is usual there').argParser(readCount).default(timesUsual))
    .addOption(
      new Option('--cleared <facility...>', 'facilities whose busy days somebody has looked at').default([], 'none'),
    )
}

/** How many certificates one lost key can spoil. */
export function addKeyLimit(command: Command): Command {
  return command
    .addOption(new Option('--per-key <n>', 'certificates of one key in a period, at most').argParser(readCount))
    .addOption(new Option('--key-days <n>', 'days of that period').argParser(readCount).default(30))
}

/** Whose plan it is, of when, and in which words it is told. */
export function addPlanner(command: Command): Command {
  return command
    .requiredOption('--by <name>', 'the person who plans; others have to approve')
    .addOption(new Option('--at <time>', 'moment of planning (default: now)').argParser(parseTime))
    .option('--json', 'print one JSON line', false)
}

export function limitsOf({ perKey, keyDays, perDay, timesUsual, cleared }: PlanCommandOptions): PlanLimits {
  const facility = { ...planLimits.facility, perDay, timesUsual, cleared }
  const key = perKey === undefined ? {} : { key: { certificates: perKey, periodDays: keyDays } }
  return { ...planLimits, facility, ...key }
}

/** For commander's `argParser`: a number from 1 on. */
export function readCount(text: string): number {
  const count = Number(text)
  if (!/^\d{1,12}$/.test(text) || count < 1) throw new InvalidArgumentError('Write a number from 1 on.')
  return count
}
