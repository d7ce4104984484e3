import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCancelledNumbers, readCommunes } from '@vaxcert/records'
import { openScratch, openServer } from '@vaxcert/records/database'
import { communeKeys, matchWeights2022, type OldNumber, readOldNumbers } from '@vaxcert/records/match'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addDatabase } from '../database-option.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { lockFolder } from './folder-lock.ts'
import { matchText } from './match-text.ts'
import { readablePath } from './readable-path.ts'
import { rowProgress } from './row-progress.ts'
import { type MatchPlan, type MatchProgress, type MatchSummary, runMatch } from './run-match.ts'

interface Options {
  readonly register: string
  readonly out: string
  readonly oldNumbers?: string
  readonly cancelled?: string
  readonly communes?: string
  readonly identities?: string
  readonly search: boolean
  readonly mostQuestions: number
  readonly database?: string
  readonly json: boolean
}

const help = `
The register answers right or wrong about number, name, birth date and sex together, as letter 9438 has it. Of those that are
wrong, at most six more questions are asked, each with one field changed; only a right answer makes a dose right. Every dose goes
out once: to right.csv, to wrong.csv with what the police needs, to unknown.csv where the register did not answer; or it stays
where cleanse put it. asked.csv holds every question, written before it was asked, without a name or a number; a run that was cut
is simply started again, and asks nothing twice. links.csv names rows of one person that were declared in several ways;
identities.csv is what confirm check --identities reads. --search is for the side of the police, or for trials: candidates are
looked up, scored, and classed B to E.

Examples:
  $ vaxcert match cleansed --register register.csv --out matched
  $ vaxcert match cleansed --register register.csv --old-numbers old-numbers.csv --communes communes.csv --search --out matched`

/** `vaxcert match`: cleansed doses to those whose person the population register knows. */
export function matchCommand(io: Io): Command {
  const command = new Command('match')
    .description('Ask the population register about the people of cleansed doses.')
    .argument('<cleansed>', 'folder that `vaxcert cleanse` wrote')
    .requiredOption('--register <file>', 'the population register, CSV or XLSX: number, name, birth_date, sex, commune')
    .requiredOption('--out <dir>', 'folder to write into; it holds personal data')
    .option('--old-numbers <file>', 'numbers of old cards and those that hold now (CSV: old_number, number)')
    .option('--cancelled <file>', 'personal numbers that were cancelled (CSV: cancelled, current)')
    .option('--communes <file>', 'communes, where the register knows them by code (CSV)')
    .option('--identities <file>', 'identities.csv of the matching before: what was edited since is told')
    .option('--search', 'the register may also be searched: class what is wrong, propose what is right', false)
    .addOption(
      new Option('--most-questions <n>', 'ask no more in this run')
        .argParser(readCount)
        .default(Number.MAX_SAFE_INTEGER, 'no limit'),
    )
  return addDatabase(command, 'a PostgreSQL server in place of the embedded one')
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', help)
    .action((cleansed: string, options: Options) => match(cleansed, options, io))
}

async function match(cleansed: string, options: Options, io: Io): Promise<void> {
  const plan = planOf(cleansed, options, io)
  makePrivateFolder(plan.out)
  const progress = { doses: rowProgress(io.stderr, 'reading'), people: rowProgress(io.stderr, 'asking about') }
  const lock = lockFolder(plan.out)
  try {
    const summary = await matchIn(plan, options.database, progress)
    io.stdout.write(options.json ? jsonLine(summary) : matchText(summary, printable(options.out), plan.isSearched))
  } finally {
    lock.release()
  }
}

async function matchIn(plan: MatchPlan, url: string | undefined, progress: MatchProgress): Promise<MatchSummary> {
  const database = url === undefined ? await openScratch(plan.out) : await openServer(url)
  try {
    return await runMatch(plan, database, progress)
  } finally {
    await database.close()
  }
}

function planOf(cleansed: string, options: Options, io: Io): MatchPlan {
  const path = (name: string): string => readablePath(name, io)
  const text = (name: string): string => readFileSync(path(name), 'utf8')
  const folder = resolve(io.cwd, cleansed)
  const out = resolve(io.cwd, options.out)
  if (!existsSync(join(folder, 'summary.json')))
    throw usageError(`${printable(cleansed)} is no folder that vaxcert cleanse wrote.`)
  if (existsSync(out) && realpathSync(out) === realpathSync(folder))
    throw usageError('Choose another folder with --out: this one holds the cleansed doses.')
  return {
    ...{ cleansed: folder, out, register: path(options.register), oldNumbers: oldNumbersOf(options, text) },
    communes: communeKeys(options.communes === undefined ? new Map() : readCommunes(text(options.communes))),
    ...{ isSearched: options.search, weights: matchWeights2022, mostQuestions: options.mostQuestions, now: io.now },
    ...(options.identities !== undefined && { identities: path(options.identities) }),
  }
}

function oldNumbersOf({ oldNumbers, cancelled }: Options, text: (name: string) => string): readonly OldNumber[] {
  const old = oldNumbers === undefined ? [] : readOldNumbers(text(oldNumbers))
  const gone = cancelled === undefined ? new Map<string, string>() : readCancelledNumbers(text(cancelled))
  return [...old, ...[...gone].map(([number, current]) => ({ old: number, current }))]
}

function readCount(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}
