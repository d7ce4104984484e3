import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { usageError } from '../exit.ts'
import { type Dirt, dirts } from '../invented/column-forms.ts'
import { planLikeThaiNguyen, planOf, type SamplePlan } from '../invented/plan.ts'
import { type SampleTally, writeSample } from '../invented/write-sample.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { rowProgress } from './row-progress.ts'

interface Options {
  readonly doses?: number
  readonly seed: number
  readonly dirt: Dirt
  readonly like?: 'thai-nguyen'
  readonly scale: number
  readonly out: string
  readonly force: boolean
  readonly json: boolean
}

const help = `
Everybody in it is invented, and so are the districts, communes and facilities; the code of the province is borrowed. The same
seed gives the same files, byte for byte. Written: doses.csv to be cleansed; register.csv, lots.csv, facilities.csv, communes.csv,
cancelled.csv, old-numbers.csv; counts.csv, the doses as counted on paper; decisions.json, what an office confirmed of old
letters; truth.ndjson, every error that was planted with what would be right. --like thai-nguyen also writes signed.csv,
verified.csv and feedback.csv, with the figures of 31 May 2022.

Examples:
  $ vaxcert sample --doses 100000 --seed 7 --dirt real --out province
  $ vaxcert sample --like thai-nguyen --scale 100 --seed 1 --out small-thai-nguyen`

/** `vaxcert sample`: dose records of an invented province, with known errors. */
export function sampleCommand(io: Io): Command {
  return new Command('sample')
    .description('Write dose records of an invented province, and every error that is in them.')
    .addOption(new Option('--doses <n>', 'doses given in the province').argParser(countFrom(1, 20_000_000)))
    .addOption(
      new Option('--seed <n>', 'another number gives other people').argParser(countFrom(0, 2 ** 48)).default(1),
    )
    .addOption(new Option('--dirt <level>', 'how much is wrong').choices(dirts).default('real'))
    .addOption(new Option('--like <province>', 'the figures of a real province').choices(['thai-nguyen']))
    .addOption(new Option('--scale <n>', 'divide those figures').argParser(countFrom(1, 100_000)).default(1))
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .option('--force', 'replace a sample that is there', false)
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', help)
    .action((options: Options) => sample(options, io))
}

function sample(options: Options, io: Io): void {
  const plan = planFor(options)
  const folder = resolve(io.cwd, options.out)
  if (!options.force && existsSync(join(folder, 'doses.csv'))) {
    throw usageError(`${printable(options.out)} holds a doses.csv already: --force replaces it.`)
  }
  makePrivateFolder(folder)
  const progress = rowProgress(io.stderr, 'writing')
  const tally = writeSample(plan, folder, progress)
  progress()
  io.stdout.write(options.json ? jsonLine(tally) : tallyText(tally, options.out))
}

function planFor({ like, doses, seed, dirt, scale }: Options): SamplePlan {
  if ((like === undefined) === (doses === undefined)) throw usageError('Give either --doses or --like.')
  return doses === undefined ? planLikeThaiNguyen(seed, dirt, scale) : planOf(doses, seed, dirt)
}

function tallyText(
  { people, given, rows, doubles, unreadable, planted, undetectable }: SampleTally,
  out: string,
): string {
  const errors = Object.values(planted).reduce((sum, number) => sum + number, 0)
  return (
    `${people} people, ${given} doses given; ${rows} rows: ${doubles} doubles, ${unreadable} unreadable\n` +
    `${errors} errors that a rule can find, ${undetectable} that none can\n` +
    `Written to ${printable(out)}\n`
  )
}

function countFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d{1,15}$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`)
    }
    return number
  }
}
