import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { limits2022 } from '@vaxcert/records'
import {
  type ConfirmableDose,
  confirmDoses,
  fingerprint,
  readSigningUnits,
  type SigningUnit,
} from '@vaxcert/records/confirm'
import { Command, InvalidArgumentError, Option } from 'commander'
import { count } from '../count.ts'
import { negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { doseRows } from './dose-rows.ts'
import { readIdentities } from './identities.ts'
import { inWords } from './in-words.ts'
import { readJson } from './json-files.ts'
import { rowProgress } from './row-progress.ts'
import { readSealer, type Sealer } from './sealer.ts'
import { confirmWords } from './words-lists.ts'

interface Options {
  readonly unit: string
  readonly units: string
  readonly key: string
  readonly by: string
  readonly batch: number
  readonly at?: Date
  readonly identities?: string
  readonly out: string
  readonly json: boolean
}

/** `vaxcert confirm sign`. */
export function confirmSignCommand(io: Io): Command {
  return new Command('sign')
    .description('Confirm the doses of a unit by the thousand; doses of other facilities are left alone.')
    .argument('<doses>', 'clean.csv of `vaxcert cleanse`')
    .requiredOption('--unit <code>', 'the unit that answers for them')
    .requiredOption('--units <file>', 'register of units, JSON')
    .requiredOption('--key <prefix>', 'its key: PREFIX.key.pem and PREFIX.pem')
    .requiredOption('--by <name>', 'the person who answers for it')
    .requiredOption('--out <dir>', 'folder for the confirmations')
    .addOption(new Option('--batch <n>', 'doses under one signature').argParser(readBatch).default(5000))
    .addOption(new Option('--at <time>', 'moment of signing (default: now)').argParser(parseTime))
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .option(
      '--identities <file>',
      'identities.csv of `vaxcert match`: doses whose identity is not verified are left alone',
    )
    .action((doses: string, options: Options) => inWords(confirmWords, () => sign(doses, options, io)))
}

/** What was done: doses left alone since their identity is not verified are counted apart. */
interface Told {
  doses: number
  confirmations: number
  open: number
}

async function sign(path: string, options: Options, io: Io): Promise<void> {
  const sealer = await readSealer(options.key, io)
  const unit = unitOf(readSigningUnits(await readJson(options.units, io)), sealer, options, io)
  const folder = resolve(io.cwd, options.out)
  if (existsSync(join(folder, fileName(1))))
    throw usageError('There are confirmations in that folder already. Choose another one with --out.')
  makePrivateFolder(folder)
  const told: Told = { doses: 0, confirmations: 0, open: 0 }
  const progress = rowProgress(io.stderr, 'signed')
  for await (const batch of batchesOf(path, unit, options, told, io)) {
    told.confirmations += 1
    told.doses += batch.length
    await writeBatch(batch, join(folder, fileName(told.confirmations)), unit, sealer, options, io)
    progress(told.doses)
  }
  progress()
  const left = told.open === 0 ? '' : `; ${told.open} left alone, their identity is not verified (PR-01)`
  const text = `${count(told.doses, 'dose')} confirmed under ${count(told.confirmations, 'signature')}${left}\n`
  io.stdout.write(options.json ? jsonLine(told) : text)
  if (told.doses === 0) throw negativeResult()
}

function fileName(number: number): string {
  return `${String(number).padStart(6, '0')}.json`
}

/** The unit with this certificate: it may have had others before. */
function unitOf(units: readonly SigningUnit[], { certificate }: Sealer, { unit, at }: Options, io: Io): SigningUnit {
  const print = fingerprint(certificate)
  const found = units.find((one) => one.unit === unit && one.certificate === print)
  if (found === undefined) throw usageError('The register of units does not know this unit with this certificate.')
  const isWithdrawn = found.until !== undefined && Date.parse(found.until) <= (at ?? io.now()).getTime()
  if (isWithdrawn) throw usageError('The certificate was withdrawn. Confirm with another key.')
  return found
}

async function* batchesOf(
  path: string,
  { facilities }: SigningUnit,
  { batch: size, identities, at }: Options,
  told: Told,
  io: Io,
): AsyncGenerator<ConfirmableDose[]> {
  const own = new Set(facilities)
  const identityOf = await readIdentities(identities, io)
  let batch: ConfirmableDose[] = []
  for await (const dose of doseRows(path, io)) {
    if (!own.has(dose.facility)) continue
    if (identityOf(dose, limits2022.verifyWithin, at ?? io.now()) !== 'verified') {
      told.open += 1
      continue
    }
    batch.push(dose)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function writeBatch(
  doses: readonly ConfirmableDose[],
  path: string,
  unit: SigningUnit,
  sealer: Sealer,
  { by, at = undefined }: Options,
  io: Io,
): Promise<void> {
  const confirmation = await confirmDoses(doses, { unit, ...sealer, by, at: at ?? io.now() })
  writeFileSync(path, `${JSON.stringify(confirmation)}\n`, { flag: 'wx', mode: 0o600 })
}

function readBatch(text: string): number {
  const size = Number(text)
  if (!/^\d{1,5}$/.test(text) || size < 1 || size > 20_000) throw new InvalidArgumentError('Write 1 to 20000.')
  return size
}
