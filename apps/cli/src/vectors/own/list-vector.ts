import { Fault } from '@vaxcert/core'
import {
  advance,
  type ListKind,
  listKinds,
  pinRoot,
  restore,
  type Snapshot,
  type SnapshotFiles,
  snapshotAge,
} from '@vaxcert/core/trust'
import type { CheckResult } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import { bagOf, compared, dateOf, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { resultOf } from './result-of.ts'

const NUMBERS = ['root', 'epoch', 'manifest', 'lists', 'clock'] as const

/** More than any kind of file may have: the reader has to say so, not we. */
const MAX_ZEROS = 2 ** 26

/**
 * Offers lists to a device that holds a root or a snapshot, and compares what comes of it.
 * @throws Fault `vectors.*`, and those of `pinRoot` and `restore` when what is held is itself no good
 */
export async function runListVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, ['pinned', 'held', 'offered', 'clock'])
  const pinned = await pinRoot(fileOf(given.pinned))
  const held = given.held === undefined ? pinned : await restore(pinned, filesOf(given.held), 0)
  const clock = dateOf(given.clock)
  const offer = filesOf(given.offered)
  const snapshot = await resultOf(() => advance(held, offer, clock))
  if (snapshot instanceof Fault) return [compared('verdict', wordOf(expect), `refused ${snapshot.code}`)]
  const numbers = numbersOf(snapshot, clock)
  const same = NUMBERS.filter((name) => sameContent(numbers[name], expect[name]))
  return [compared('verdict', wordOf(expect), 'advanced'), compared('numbers', NUMBERS.join(' '), same.join(' '))]
}

function numbersOf(snapshot: Snapshot, clock: Date): Readonly<Record<(typeof NUMBERS)[number], unknown>> {
  const { root, manifest, statements } = snapshot
  return {
    root: root.number,
    epoch: manifest.epoch,
    manifest: manifest.number,
    lists: Object.fromEntries(listKinds.map((kind) => [kind, statements[kind].number])),
    clock: snapshotAge(snapshot, clock).clock,
  }
}

/** What is held has a list of each kind; what is offered may lack some. */
function filesOf(value: unknown): SnapshotFiles {
  const files = bagOf(value)
  requireMembers(files, ['roots', 'manifest', 'lists'])
  const lists = bagOf(files.lists)
  requireMembers(lists, listKinds)
  const named = Object.entries(lists).map(([kind, file]) => [kind, fileOf(file)] as const)
  return {
    roots: rootsOf(files.roots),
    manifest: fileOf(files.manifest),
    lists: Object.fromEntries(named) as Record<ListKind, Uint8Array>,
  }
}

function rootsOf(value: unknown): readonly Uint8Array[] {
  if (Array.isArray(value)) return value.map(fileOf)
  throw new Fault('vectors.shape', 'not a list')
}

/** Base64, or so many zeros. */
function fileOf(value: unknown): Uint8Array {
  if (typeof value === 'string') return readBase64(textOf(value))
  const { zeros } = bagOf(value)
  if (Number.isSafeInteger(zeros) && (zeros as number) <= MAX_ZEROS) return new Uint8Array(zeros as number)
  throw new Fault('vectors.shape', 'neither base64 nor a count of zeros')
}
