import { join } from 'node:path'
import { EMPTY_ROOT, type SeenLog, unseenLog } from '@vaxcert/batch/log'
import { usageError } from '../exit.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { lockFolder } from '../records/folder-lock.ts'
import { disk } from '../snapshot/disk.ts'
import { readFileOf } from '../snapshot/read-file.ts'
import { replaceFile } from '../snapshot/replace-file.ts'
import { base64, printable } from '../terminal.ts'

/** What a witness has seen, by the origin of each log. */
type Seen = Readonly<Record<string, { readonly size: number; readonly root: string }>>

const FILE = 'seen.json'
const MAX_BYTES = 2 ** 20

/**
 * Lets `act` go on from what the witness has seen of a log, and keeps what it gives, durably, before it comes back. One at
 * a time.
 * @throws CommanderError with exit code 2 when the folder is in use or damaged; when the log has not been met yet unless
 * `isNew`, and when it has been unless not
 */
export async function afterSeen<T extends { readonly seen: SeenLog }>(
  folder: string,
  origin: string,
  isNew: boolean,
  act: (seen: SeenLog) => Promise<T>,
): Promise<T> {
  makePrivateFolder(folder)
  const lock = lockFolder(folder)
  try {
    const all = readSeen(folder)
    const result = await act(seenOf(all, origin, isNew))
    const { size, root } = result.seen
    const next: Seen = { ...all, [origin]: { size, root: base64(root) } }
    replaceFile(join(folder, FILE), Buffer.from(`${JSON.stringify(next, null, 2)}\n`), disk)
    return result
  } finally {
    lock.release()
  }
}

/** Who forgets what he saw could be shown anything: only he who says so begins anew. */
function seenOf(all: Seen, origin: string, isNew: boolean): SeenLog {
  const seen = Object.hasOwn(all, origin) ? all[origin] : undefined
  if (seen === undefined && !isNew) {
    throw usageError(`Nothing was seen of ${printable(origin)} yet: begin with --new, once.`)
  }
  if (seen === undefined) return unseenLog(origin)
  if (isNew) throw usageError(`${printable(origin)} was seen before: leave out --new.`)
  return { origin, size: seen.size, root: new Uint8Array(Buffer.from(seen.root, 'base64')) }
}

function readSeen(folder: string): Seen {
  const bytes = readFileOf(folder, FILE, MAX_BYTES)
  if (bytes === undefined) return {}
  const all = parse(Buffer.from(bytes).toString())
  if (!isSeen(all)) throw usageError(`${FILE} of the witness is damaged: bring it back from a copy.`)
  return all
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSeen(all: unknown): all is Seen {
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return false
  return Object.values(all).every((seen: unknown) => {
    const { size, root } = (seen ?? {}) as { size?: unknown; root?: unknown }
    if (!Number.isSafeInteger(size) || (size as number) < 0 || typeof root !== 'string') return false
    return Buffer.from(root, 'base64').length === EMPTY_ROOT.length
  })
}
