import { beforeAll, describe, expect, it } from 'vitest'
import { appendLeaves, emptyTree, leafHash, logFiles, verifyLog } from '../../src/log/index.ts'
import { judge } from './judge.ts'
import { each, logKey, memorySource, type SampleLog, sampleEntries, sampleLog } from './sample-log.ts'
import { flip, masks, RECORD, recordsOf, swapped, withEntries, withFile, without } from './spoiling.ts'

describe('a published log', () => {
  it('lies in the files of tlog-tiles', async () => {
    const { files } = await sampleLog(sampleEntries(70_000))
    const paths = [...files.keys()]
    expect(paths.at(-1)).toBe('checkpoint')
    expect(paths).toHaveLength(2 * 274 + 3 + 1)
    for (const path of ['tile/0/000', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']) {
      expect(paths).toContain(path)
    }
    expect(paths).toContain('tile/entries/273.p/112')
    expect(await judge(files)).toEqual([])
  })

  it.each([0, 1, 255, 256, 257, 512, 600])('of %i entries is sound', async (count) => {
    const { files, root } = await sampleLog(sampleEntries(count))
    const report = await verifyLog(memorySource(files), { log: logKey })
    expect(report).toMatchObject({ found: 0, findings: [], checkpoint: { origin: logKey.name, size: count } })
    expect(report.checkpoint.root).toEqual(root)
  })

  it('is never written from entries that its checkpoint does not mean', async () => {
    const entries = sampleEntries(300)
    const { root } = appendLeaves(emptyTree, entries.map(leafHash))
    const write = async (size: number, given: readonly Uint8Array[]): Promise<void> => {
      for await (const _ of logFiles({ origin: logKey.name, size, root }, Buffer.from('note'), each(given)));
    }
    await expect(write(300, entries)).resolves.toBeUndefined()
    await expect(write(301, entries)).rejects.toMatchObject({ code: 'log.root' })
    await expect(write(300, entries.slice(1))).rejects.toMatchObject({ code: 'log.root' })
    await expect(write(300, swapped(entries, 3, 4))).rejects.toMatchObject({ code: 'log.root' })
    await expect(write(300, [...entries, ...sampleEntries(1)])).resolves.toBeUndefined()
  })
})

describe('every change of a single byte is found', () => {
  /** Each place of each file, or each so many of those of the largest ones. */
  async function changeBytes(count: number, step: number): Promise<number> {
    const { files } = await sampleLog(sampleEntries(count))
    const mask = masks(count)
    let changes = 0
    for (const [path, bytes] of files) {
      for (let at = 0; at < bytes.length; at += bytes.length > 8000 ? step : 1) {
        const codes = await judge(withFile(files, path, flip(bytes, at, mask.next().value)))
        if (codes.length === 0) expect.fail(`${path} at ${at}`)
        changes += 1
      }
    }
    return changes
  }

  it('in all files of a log of 40 entries', async () => {
    expect(await changeBytes(40, 1)).toBeGreaterThan(40 * (RECORD + 32))
  })

  it('in all files of a log of two levels, at every 29th place of those that are full', async () => {
    expect(await changeBytes(258, 29)).toBeGreaterThan(1000)
  })
})

describe('every change of a log of 270 entries', () => {
  let log: SampleLog
  beforeAll(async () => {
    log = await sampleLog(sampleEntries(270))
  })

  it('of a length is found: each file cut, longer, empty, gone, with another name, or another beside it', async () => {
    for (const [path, bytes] of log.files) {
      for (const other of [bytes.slice(0, -1), bytes.slice(1), Buffer.concat([bytes, Buffer.of(0)]), Buffer.of()]) {
        expect(await judge(withFile(log.files, path, other))).not.toEqual([])
      }
      expect(await judge(withFile(log.files, path, undefined))).not.toEqual([])
      const surplus = await judge(withFile(log.files, `${path}.bak`, bytes))
      expect(surplus).toEqual(['log.surplus'])
    }
  })

  it('of order is found: two files swapped', async () => {
    const paths = [...log.files.keys()]
    for (const one of paths) {
      for (const other of paths.filter((path) => path > one)) {
        const [first, second] = [log.files.get(one), log.files.get(other)]
        expect(await judge(withFile(withFile(log.files, one, second), other, first))).not.toEqual([])
      }
    }
  })

  it('by surplus files is found, whatever their names look like', async () => {
    const names = [
      'tile/0/002',
      'tile/0/001.p/13',
      'tile/00/000',
      'tile/0/x000/000',
      'tile/entries/001',
      'tile/2/000.p/1',
    ]
    for (const name of [
      ...names,
      'tile/63/000',
      'tile/-1/000',
      'tile',
      '',
      'CHECKPOINT',
      'tile/0/0000',
      'tile/0/000/',
    ]) {
      expect(await judge(withFile(log.files, name, Buffer.of(1)))).toEqual(['log.surplus'])
    }
  })

  it('tells which entry, and whether its hash was changed with it', async () => {
    const [bundle, tile] = ['tile/entries/001.p/14', 'tile/0/001.p/14']
    const entries = flip(log.files.get(bundle) ?? Buffer.of(), 3 * RECORD + 20, 1)
    const report = await verifyLog(memorySource(withFile(log.files, bundle, entries)), { log: logKey })
    expect(report.findings).toEqual([{ code: 'log.entry', entry: 259, path: bundle }])
    const hash = leafHash(entries.subarray(3 * RECORD + 2, 4 * RECORD))
    const hashes = Uint8Array.from(log.files.get(tile) ?? [])
    hashes.set(hash, 3 * 32)
    expect(await judge(withFile(withFile(log.files, bundle, entries), tile, hashes))).toEqual(['log.root'])
  })
})

describe('a log of 10,000 entries', () => {
  let log: SampleLog
  let records: readonly Uint8Array[]
  beforeAll(async () => {
    log = await sampleLog(sampleEntries(10_000))
    records = recordsOf(log.files)
  })

  it('has every byte of its entries changed, and each entry is named', async () => {
    const mask = masks(7)
    for (let at = 0; at < RECORD; at += 1) {
      const changed = records.map((record) => flip(record, at, mask.next().value))
      const { found } = await verifyLog(memorySource(withEntries(log.files, changed)), { log: logKey })
      expect(found).toBe(10_000)
    }
  })

  it('misses none of 20 deletions, neighbours swapped and pairs swapped', async () => {
    for (let step = 0; step < 20; step += 1) {
      const at = (step * 7919) % 9999
      expect(await judge(withEntries(log.files, without(records, at)))).toContain('log.entry')
      expect(await judge(withEntries(log.files, swapped(records, at, at + 1)))).toEqual(['log.entry'])
      expect(await judge(withEntries(log.files, swapped(records, at, (at * 31 + 17) % 10_000)))).toEqual(['log.entry'])
    }
  })
})
