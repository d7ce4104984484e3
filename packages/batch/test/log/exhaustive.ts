// Every change of a log of 10,000 entries, one after another: each must be found. Takes some twenty minutes.
import { verifyLog } from '../../src/log/index.ts'
import { type LogContents, logKey, memorySource, sampleEntries, sampleLog } from './sample-log.ts'
import { flip, masks, recordsOf, swapped, withEntries, without } from './spoiling.ts'

const ENTRIES = Number(process.argv[2] ?? 10_000)
const { files } = await sampleLog(sampleEntries(ENTRIES))
const records = recordsOf(files)
const tally = { entries: ENTRIES, bytes: 0, deletions: 0, swaps: 0, missed: 0 }

async function find(changed: LogContents): Promise<ReadonlySet<string>> {
  try {
    const { findings } = await verifyLog(memorySource(changed), { log: logKey })
    return new Set(findings.map(({ path = 'root' }) => path))
  } catch {
    return new Set(['checkpoint'])
  }
}

/** One byte of every file at once, the checkpoint apart: each file must be named, so each change was found by itself. */
async function changeBytes(): Promise<void> {
  const mask = masks()
  const longest = Math.max(...[...files.values()].map(({ length }) => length))
  for (let at = 0; at < longest; at += 1) {
    for (const kind of [/^tile\/entries\//, /^tile\/0\//, /^tile\/[1-9]\//, /^checkpoint$/]) {
      const hit = [...files].filter(([path, bytes]) => kind.test(path) && at < bytes.length)
      if (hit.length === 0) continue
      const named = await find(
        new Map([...files, ...hit.map(([path, bytes]) => [path, flip(bytes, at, mask.next().value)] as const)]),
      )
      tally.bytes += hit.length
      // A hash of level 0 is found at the entry that it is not the hash of.
      tally.missed += hit.filter(([path]) => !named.has(path.replace('tile/0/', 'tile/entries/'))).length
    }
  }
}

async function deleteEach(): Promise<void> {
  for (let at = 0; at < ENTRIES; at += 1, tally.deletions += 1) {
    if ((await find(withEntries(files, without(records, at)))).size === 0) tally.missed += 1
  }
}

async function swapEach(): Promise<void> {
  for (let at = 0; at < ENTRIES; at += 1) {
    for (const other of [(at + 1) % ENTRIES, (at * 7919 + 4242) % ENTRIES]) {
      if (at === other) continue
      tally.swaps += 1
      if ((await find(withEntries(files, swapped(records, at, other)))).size === 0) tally.missed += 1
    }
  }
}

await changeBytes()
await deleteEach()
await swapEach()
console.log(JSON.stringify(tally))
process.exitCode = tally.missed === 0 ? 0 : 1
