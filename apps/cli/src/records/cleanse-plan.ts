import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type CodeSets, dayInVietNam, type Limits, limits2022, readLimits, seriesPolicy2022 } from '@vaxcert/records'
import { openScratch, openServer } from '@vaxcert/records/database'
import { fileSource, type Mapping, noMapping, readMapping } from '@vaxcert/records/read'
import { type SetMeasures, setRules } from '@vaxcert/records/sets'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { aboutFile, outOfFile } from './about-file.ts'
import { isOutput } from './cleanse-outputs.ts'
import { type ListFiles, readCodeLists } from './code-lists.ts'
import { type AllDecisions, decisionFiles, readAllDecisions } from './decisions.ts'
import { fileMark } from './file-mark.ts'
import { readablePath } from './readable-path.ts'
import type { CleansePlan } from './run-cleanse.ts'
import { unfinishedFolder } from './run-folder.ts'
import { readGiven, readReceived } from './set-lists.ts'
import { setStage } from './set-stage.ts'

/** Options of the command that say what is to be done. */
export interface CleanseOptions extends ListFiles {
  readonly out: string
  readonly mapping?: string
  readonly sheet?: string
  readonly patients?: readonly string[]
  readonly decisions?: readonly string[]
  readonly limits?: string
  readonly counts?: string
  readonly received?: string
  readonly truth?: string
  readonly today?: string
  readonly database?: string
  readonly afresh: boolean
}

/** Version of what is written: a run that an older one began is not gone on with. */
const FORMAT = 1

/** Reads all that a cleansing goes by. @throws CommanderError that names the file that cannot be used */
export function planOf(files: readonly string[], options: CleanseOptions, io: Io): CleansePlan {
  const given = resolved(files, options, io)
  const limits = aboutFile(given.limits ?? '', () => limitsOf(given.limits))
  const codes = readCodeLists(given, io.cwd)
  const { confirmed, rows } = decisionsOf(given.decisions)
  const today = options.today ?? dayInVietNam(io.now())
  return {
    ...{ paths: given.files, out: given.out, mapping: mappingOf(given.mapping), decisions: rows },
    reading: readingOf(given),
    knowing: { limits, codes, today, confirmed },
    set: {
      rules: setRules,
      stage: setStage(
        () => openDatabase(given),
        () => measuresOf(given, limits, codes),
      ),
    },
    ...(given.truth === undefined ? {} : { truth: given.truth }),
    ...{ digest: digestOf(given, today), isAfresh: options.afresh },
  }
}

/** The same options, every path whole. */
interface Given extends CleanseOptions {
  readonly files: readonly string[]
}

const single = [
  'mapping',
  'limits',
  'counts',
  'received',
  'truth',
  'lots',
  'facilities',
  'communes',
  'cancelled',
] as const

function resolved(files: readonly string[], options: CleanseOptions, io: Io): Given {
  const out = resolve(io.cwd, options.out)
  const path = (name: string): string => inputPath(name, out, io)
  const all = (names: readonly string[] = []): readonly string[] => names.map(path)
  const lists = single.flatMap((name) => {
    const file = options[name]
    return file === undefined ? [] : [[name, path(file)]]
  })
  const decisions = all(options.decisions).flatMap(decisionFiles)
  return {
    ...options,
    ...Object.fromEntries(lists),
    out,
    files: all(files),
    patients: all(options.patients),
    decisions,
  }
}

function inputPath(path: string, out: string, io: Io): string {
  const whole = readablePath(path, io)
  if (isOutput(whole, out))
    throw usageError(`${printable(path)} would be written over: choose another folder with --out.`)
  return whole
}

function limitsOf(path: string | undefined): Limits {
  return path === undefined ? limits2022 : readLimits(readFileSync(path, 'utf8'))
}

function mappingOf(path: string | undefined): Mapping {
  if (path === undefined) return noMapping
  return aboutFile(path, () => {
    try {
      return readMapping(JSON.parse(readFileSync(path, 'utf8')))
    } catch (error) {
      if (error instanceof SyntaxError) throw usageError(`${printable(path)} is not JSON.`)
      throw error
    }
  })
}

function decisionsOf(paths: readonly string[] = []): AllDecisions {
  const [first = ''] = paths
  return aboutFile(paths.length > 1 ? `${first} and the other decisions` : first, () => readAllDecisions(paths))
}

function readingOf({ sheet, patients = [] }: Given): NonNullable<CleansePlan['reading']> {
  return { companions: patients.map(fileSource), ...(sheet === undefined ? {} : { sheet }) }
}

function openDatabase({ database, out }: Given): ReturnType<typeof openServer> {
  return database === undefined ? openScratch(unfinishedFolder(out)) : openServer(database)
}

function measuresOf({ counts, received }: Given, limits: Limits, codes: CodeSets): SetMeasures {
  return {
    ...{ limits, codes, policy: seriesPolicy2022 },
    ...(counts === undefined ? {} : { given: outOfFile(counts, readGiven(counts)) }),
    ...(received === undefined ? {} : { received: outOfFile(received, readReceived(received)) }),
  }
}

/** Of all that decides what is written, so that a run that was cut goes on with nothing else. */
function digestOf({ files, out: _, afresh: __, database: ___, ...options }: Given, today: string): string {
  const paths = [
    ...single.flatMap((name) => options[name] ?? []),
    ...(options.patients ?? []),
    ...(options.decisions ?? []),
  ]
  const names = single.filter((name) => options[name] !== undefined)
  const told = { FORMAT, names, sheet: options.sheet ?? '', today, files: files.map((path) => [path, fileMark(path)]) }
  return createHash('sha256')
    .update(JSON.stringify([told, paths.map(fileMark)]))
    .digest('hex')
}
