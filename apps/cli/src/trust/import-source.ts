import { Fault } from '@vaxcert/core'
import { type ForeignFormat, type ForeignSource, type PinnedKey, readPinnedKey } from '@vaxcert/core/trust/import'
import { InvalidArgumentError } from 'commander'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { formatWords } from './import-words.ts'

/** What the command line says of a foreign list. */
export interface ImportSource {
  readonly key?: string
  readonly at?: Date
  readonly unsigned: boolean
  readonly newerThan?: Date
  readonly testParticipants: boolean
}

const MAX_LIST_BYTES = 32 * 2 ** 20
const MAX_KEY_BYTES = 64 * 2 ** 10

/** Other names under which people know the formats. */
const aliases: ReadonlyMap<string, ForeignFormat> = new Map([
  ['eu', 'dgcg'],
  ['gateway', 'dgcg'],
  ['hcert', 'at'],
  ['at-v2', 'at'],
  ['did', 'gdhcn'],
  ['who', 'gdhcn'],
])

/** A format by any of its names. For commander's `argParser`. */
export function parseFormat(text: string): ForeignFormat {
  const name = text.toLowerCase()
  const format = aliases.get(name) ?? name
  if (isFormat(format)) return format
  throw new InvalidArgumentError(`Formats are ${Object.keys(formatWords).join(', ')}.`)
}

function isFormat(name: string): name is ForeignFormat {
  return Object.hasOwn(formatWords, name)
}

/** @throws CommanderError with exit code 2 when a file cannot be read, or what the format needs is missing */
export async function readSource(
  format: ForeignFormat,
  paths: readonly string[],
  { key, at, unsigned, newerThan, testParticipants }: ImportSource,
  io: Io,
): Promise<ForeignSource> {
  if (format === 'it' && !unsigned) throw usageError(`Nobody signs ${formatWords.it}: say --unsigned if that will do.`)
  if (format !== 'it' && key === undefined)
    throw usageError(`Give the key that signs ${formatWords[format]}: --key FILE`)
  const files: Uint8Array[] = []
  for (const path of paths) files.push(await readWhole(path, io, MAX_LIST_BYTES))
  return {
    files,
    at: at ?? io.now(),
    unsigned,
    testParticipants,
    ...(key !== undefined && { key: await readKey(key, io) }),
    ...(newerThan && { newerThan }),
  }
}

async function readKey(path: string, io: Io): Promise<PinnedKey> {
  const bytes = await readWhole(path, io, MAX_KEY_BYTES)
  try {
    return readPinnedKey(bytes)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is neither a public key (PEM, JWK) nor one certificate in PEM.`)
  }
}
