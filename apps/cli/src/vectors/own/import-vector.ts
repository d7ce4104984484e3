import { Fault } from '@vaxcert/core'
import { type ForeignSource, foreignReaders, type ReadForeignList, readPinnedKey } from '@vaxcert/core/trust/import'
import { base64 } from '../../terminal.ts'
import type { Bag, CheckResult } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { compared, dateOf, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { resultOf } from './result-of.ts'

const GIVEN = ['format', 'files', 'key', 'clock', 'newerThan', 'testParticipants', 'unsigned']

/**
 * Holds what a foreign list gives against what the vector expects: signers and dropped entries in the list's order.
 * @throws Fault `vectors.*`, `source.key`
 */
export async function runImportVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, GIVEN)
  const [reader, source] = [readerOf(given), sourceOf(given)]
  const list = await resultOf(() => reader(source))
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

function readerOf({ format }: Bag): ReadForeignList {
  const reader = Object.entries(foreignReaders).find(([name]) => name === textOf(format))?.[1]
  if (reader === undefined) throw new Fault('vectors.shape', 'no such format')
  return reader
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
