import { Fault } from '@vaxcert/core'
import { type ForeignList, type ForeignSource, foreignReaders, readPinnedKey } from '@vaxcert/core/trust/import'
import { base64 } from '../../terminal.ts'
import type { Bag, CheckResult } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { compared, dateOf, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'

const GIVEN = ['format', 'files', 'key', 'clock', 'newerThan', 'testParticipants', 'unsigned']

/**
 * Holds what a foreign list gives against what the vector expects: signers and dropped entries in the list's order.
 * @throws Fault `vectors.*`, `source.key`
 */
export async function runImportVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, GIVEN)
  const list = await read(given)
  if (list instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${list.code}`)]
  const told: Bag = {
    signers: list.signers.map(({ signer }) => base64(signer.kid)),
    dropped: list.dropped.map(({ kid, reason }) => ({ ...(kid !== undefined && { kid }), reason })),
    notes: list.notes,
  }
  const results = Object.entries(told).map(([name, value]) => {
    return compared(name, 'as given', JSON.stringify(value) === JSON.stringify(expect[name]) ? 'as given' : 'other')
  })
  return [compared('verdict', wordOf(expect), 'imported'), ...results]
}

async function read(given: Bag): Promise<ForeignList | Fault> {
  const reader = Object.entries(foreignReaders).find(([format]) => format === textOf(given.format))?.[1]
  if (reader === undefined) throw new Fault('vectors.shape', 'no such format')
  const source = sourceOf(given)
  try {
    return await reader(source)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

function sourceOf({ files, key, clock, newerThan, testParticipants, unsigned }: Bag): ForeignSource {
  if (!Array.isArray(files)) throw new Fault('vectors.shape', 'no files')
  return {
    files: files.map((file: unknown) => readBase64(textOf(file))),
    at: dateOf(clock),
    unsigned: unsigned === true,
    testParticipants: testParticipants === true,
    ...(key !== undefined && { key: readPinnedKey(new TextEncoder().encode(textOf(key))) }),
    ...(newerThan !== undefined && { newerThan: dateOf(newerThan) }),
  }
}
