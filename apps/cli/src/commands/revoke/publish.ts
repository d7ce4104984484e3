import { resolve } from 'node:path'
import { euBatches, revocationFiles } from '@vaxcert/core/trust/publish'
import { Command, InvalidArgumentError, Option } from 'commander'
import { count } from '../../count.ts'
import type { Io } from '../../io.ts'
import { writeNewFile } from '../../keys/key-files.ts'
import { readRegister } from '../../revocation/register.ts'
import { entryOf } from '../../revocation/register-line.ts'
import { readRevocationFolder, writeRevocationFolder } from '../../revocation/revocation-folder.ts'
import { disk } from '../../snapshot/disk.ts'
import { jsonBlock, jsonLine, printable } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { jsonOption, readDayNumber, registerOption } from './options.ts'

interface PublishOptions {
  readonly register: string
  readonly out: string
  readonly previous?: string
  readonly json: boolean
}

/** `vaxcert revoke publish`: the next edition, for `vaxcert trust build` to put on the signed lists. */
export function publishCommand(io: Io): Command {
  return new Command('publish')
    .description('write the next edition of the revocation list, not signed yet')
    .addOption(registerOption())
    .requiredOption('--out <folder>', 'folder to write into, without an edition')
    .option('--previous <folder>', 'the edition before, or the signed lists that hold it')
    .addOption(jsonOption())
    .action((options: PublishOptions) => answering(io, options.json, () => publishEdition(options, io)))
}

function publishEdition({ register, out, previous, json }: PublishOptions, io: Io): void {
  const entries = [...readRegister(resolve(io.cwd, register)).values()].map(entryOf)
  const before = previous === undefined ? {} : { previous: readRevocationFolder(resolve(io.cwd, previous)) }
  const published = revocationFiles(entries, { at: io.now(), ...before })
  writeRevocationFolder(resolve(io.cwd, out), published, disk)
  const { edition, members, body, files } = published
  const facts = { edition, members, indexBytes: body.length, pieces: files.size }
  const sentence = `edition ${edition}: ${count(members, 'member')}, an index of ${body.length} bytes, ${count(files.size, 'piece')}`
  io.stdout.write(json ? jsonLine(facts) : `${sentence}\nWritten to ${printable(out)}\n`)
}

interface BatchesOptions {
  readonly register: string
  readonly out: string
  readonly country: string
  readonly lastDay: number
  readonly json: boolean
}

/** `vaxcert revoke batches`: the same for the EU's gateway, which takes at most 1,000 entries at once. */
export function batchesCommand(io: Io): Command {
  return new Command('batches')
    .description("write batches for the EU's gateway, to be signed there")
    .addOption(registerOption())
    .requiredOption('--out <folder>', 'folder to write into')
    .addOption(new Option('--country <code>', 'whose certificates they are').argParser(readCountry).default('VN'))
    .addOption(
      new Option('--last-day <day>', 'of those without a last day of their own')
        .argParser(readDayNumber)
        .makeOptionMandatory(),
    )
    .addOption(jsonOption())
    .action((options: BatchesOptions) => writeBatches(options, io))
}

function writeBatches({ register, out, country, lastDay, json }: BatchesOptions, io: Io): void {
  const entries = [...readRegister(resolve(io.cwd, register)).values()].map(entryOf)
  const batches = euBatches(entries, { country, lastDay, at: io.now() })
  for (const [index, batch] of batches.entries()) {
    writeNewFile(resolve(io.cwd, out, `batch-${String(index + 1).padStart(5, '0')}.json`), `${jsonBlock(batch)}\n`)
  }
  const hashes = batches.reduce((sum, batch) => sum + batch.entries.length, 0)
  const wholeSigners = entries.filter(({ type }) => type === 'SIGNER').length
  const left = wholeSigners === 0 ? '' : `; ${count(wholeSigners, 'whole signer')} left out: the gateway knows none`
  const sentence = `${count(batches.length, 'file')} of ${count(hashes, 'member')}${left}`
  io.stdout.write(
    json ? jsonLine({ batches: batches.length, members: hashes, leftOut: wholeSigners }) : `${sentence}\n`,
  )
}

function readCountry(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError('Not two capital letters (ISO 3166-1 alpha-2).')
  return text
}
