import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type Denied, type DocumentSigner, readDenyList, readValueSets } from '@vaxcert/core/trust'
import type { ListContents } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { readRevocationFolder } from '../revocation/revocation-folder.ts'
import { printable } from '../terminal.ts'
import { builtinValueSets } from './builtin-value-sets.ts'
import { jsonOf } from './contents.ts'
import { mergeSigners } from './merge-signers.ts'
import { readTrustFile } from './read-trust-list.ts'
import { readRuleFiles } from './rule-files.ts'
import type { GivenContents } from './staging.ts'

const MAX_BYTES = 32 * 2 ** 20

/** Stands for the value sets that come with this program. */
export const BUILTIN = 'builtin'

/** Where what the lists shall say is read from. */
export interface GivenFiles {
  /** Plain trust lists, or certificates in PEM. */
  readonly trust: readonly string[]
  readonly deny?: string
  readonly rules?: readonly string[]
  /** A file, or `BUILTIN`. */
  readonly valueSets?: string
  /** A folder. */
  readonly revocation?: string
}

/**
 * Reads what the lists shall say, and of which signers two lists disagree.
 * @throws CommanderError with exit code 2 for a file that cannot be used
 */
export async function readGiven(
  { trust, deny, rules, valueSets, revocation }: GivenFiles,
  io: Io,
): Promise<{ readonly contents: GivenContents; readonly contradicted: readonly DocumentSigner[] }> {
  const lists = []
  for (const path of trust) lists.push((await readTrustFile(path, io)).signers)
  const { signers, contradicted } = mergeSigners(lists)
  const contents = {
    signers,
    ...(deny !== undefined && { denied: await readDenyFile(deny, io) }),
    ...(rules !== undefined && { rules: await readRuleFiles(rules, io) }),
    ...(valueSets !== undefined && { valueSets: await readValueSetFile(valueSets, io) }),
    ...(revocation !== undefined && { revocation: readRevocationFolder(resolve(io.cwd, revocation)).body }),
  }
  return { contents, contradicted }
}

async function readDenyFile(path: string, io: Io): Promise<readonly Denied[]> {
  const json = jsonOf(await readWhole(path, io, MAX_BYTES))
  return orNone(path, 'deny list', () => readDenyList(json).entries)
}

async function readValueSetFile(path: string, io: Io): Promise<ListContents['valueSets']> {
  if (path === BUILTIN) return builtinValueSets()
  const json = jsonOf(await readWhole(path, io, MAX_BYTES))
  const valueSets = orNone(path, 'list of value sets', () => readValueSets(json))
  return { format: 'vaxcert-value-sets', version: 1, valueSets }
}

function orNone<T>(path: string, what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is no ${what} of ours (${error.message}).`)
  }
}
