import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ConfirmableDose, confirmDoses, readSigningUnits, type SigningUnit } from '@vaxcert/records/confirm'
import { Command, InvalidArgumentError, Option } from 'commander'
import { count } from '../count.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { doseRows } from './dose-rows.ts'
import { readJson } from './json-files.ts'
import { readSealer, type Sealer } from './sealer.ts'

interface Options {
  readonly unit: string
  readonly units: string
  readonly key: string
  readonly by: string
  readonly batch: number
  readonly at?: Date
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
    .action((doses: string, options: Options) => sign(doses, options, io))
}

async function sign(path: string, options: Options, io: Io): Promise<void> {
  const unit = readSigningUnits(await readJson(options.units, io)).find((one) => one.unit === options.unit)
  if (unit === undefined) throw usageError('The register of units does not know this unit.')
  const sealer = await readSealer(options.key, io)
  const folder = resolve(io.cwd, options.out)
  makeFolder(folder)
  const told = { doses: 0, confirmations: 0 }
  for await (const batch of batchesOf(path, unit, options.batch, io)) {
    told.confirmations += 1
    told.doses += batch.length
    await writeBatch(
      batch,
      join(folder, `${String(told.confirmations).padStart(6, '0')}.json`),
      unit,
      sealer,
      options,
      io,
    )
  }
  const text = `${count(told.doses, 'dose')} confirmed under ${count(told.confirmations, 'signature')}\n`
  io.stdout.write(options.json ? jsonLine(told) : text)
}

async function* batchesOf(path: string, unit: SigningUnit, size: number, io: Io): AsyncGenerator<ConfirmableDose[]> {
  const own = new Set(unit.facilities)
  let batch: ConfirmableDose[] = []
  for await (const dose of doseRows(path, io)) {
    if (!own.has(dose.facility)) continue
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
