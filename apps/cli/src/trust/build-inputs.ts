import { Fault } from '@vaxcert/core'
import { VALUE_SETS } from '@vaxcert/core/dcc'
import { type Denied, readDenyList, readValueSets } from '@vaxcert/core/trust'
import type { ListContents } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { jsonOf } from './contents.ts'

const MAX_BYTES = 32 * 2 ** 20

/** Stands for the value sets that come with this program. */
export const BUILTIN = 'builtin'

/** @throws CommanderError with exit code 2 when the file is no deny list */
export async function readDenyFile(path: string, io: Io): Promise<readonly Denied[]> {
  const json = jsonOf(await readWhole(path, io, MAX_BYTES))
  return orNone(path, 'deny list', () => readDenyList(json).entries)
}

/** @throws CommanderError with exit code 2 when the file is no list of value sets */
export async function readValueSetFile(path: string, io: Io): Promise<ListContents['valueSets']> {
  if (path === BUILTIN) return builtinValueSets()
  const json = jsonOf(await readWhole(path, io, MAX_BYTES))
  const valueSets = orNone(path, 'list of value sets', () => readValueSets(json))
  return { format: 'vaxcert-value-sets', version: 1, valueSets }
}

/**
 * Codes that the EU withdrew stay: certificates that hold them are still about. A set of which only the form of
 * its codes is known here is left out.
 */
export function builtinValueSets(): ListContents['valueSets'] {
  const valueSets = Object.values(VALUE_SETS)
    .map(({ id, date, active, deprecated }) => ({ id, date, codes: [...active, ...deprecated] }))
    .filter(({ codes }) => codes.length > 0)
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
