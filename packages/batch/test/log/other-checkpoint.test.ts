import { unlessFault } from '@vaxcert/core/fault'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  appendLeaves,
  cosign,
  emptyTree,
  leafHash,
  openCheckpoint,
  parseNote,
  readVerifierKey,
  signCheckpoint,
  writeSignature,
} from '../../src/log/index.ts'
import { judge } from './judge.ts'
import { logKey, logSigner, newSigner, type SampleLog, sampleEntries, sampleLog } from './sample-log.ts'
import { flip, masks, withFile } from './spoiling.ts'

describe('another checkpoint', () => {
  const entries = sampleEntries(600)
  let log: SampleLog
  beforeAll(async () => {
    log = await sampleLog(entries)
  })
  const note = (size: number, given = entries, signer = logSigner): Uint8Array => {
    const { root } = appendLeaves(emptyTree, given.slice(0, size).map(leafHash))
    return Buffer.from(signCheckpoint({ origin: signer.name, size, root }, signer))
  }

  it('is refused when it is of another log, or signed by another key', async () => {
    const stranger = newSigner('log', logKey.name)
    expect(await judge(withFile(log.files, 'checkpoint', note(600, entries, stranger)))).toEqual(['log.signature'])
    const elsewhere = newSigner('log', 'other.example/log')
    expect(await judge(withFile(log.files, 'checkpoint', note(600, entries, elsewhere)))).toEqual(['log.origin'])
    const other = await sampleLog(sampleEntries(600, 'other'))
    expect(await judge(withFile(log.files, 'checkpoint', other.files.get('checkpoint')))).toEqual(['log.root'])
  })

  it('is refused when it is older than the one that is known', async () => {
    const older = await sampleLog(entries.slice(0, 500))
    const known = { size: 600, root: log.root }
    expect(await judge(older.files)).toEqual([])
    expect(await judge(older.files, { log: logKey, known })).toEqual(['log.rollback'])
    expect(await judge(log.files, { log: logKey, known: { size: 500, root: older.root } })).toEqual([])
    expect(await judge(withFile(log.files, 'checkpoint', note(500)))).not.toEqual([])
  })

  it('is refused when it does not continue the one that is known', async () => {
    const fork = await sampleLog([...sampleEntries(400), ...sampleEntries(300, 'fork')])
    expect(await judge(fork.files)).toEqual([])
    for (const size of [500, 600]) {
      const { root } = appendLeaves(emptyTree, entries.slice(0, size).map(leafHash))
      expect(await judge(fork.files, { log: logKey, known: { size, root } })).toEqual(['log.fork'])
    }
    const { root } = appendLeaves(emptyTree, entries.slice(0, 400).map(leafHash))
    expect(await judge(fork.files, { log: logKey, known: { size: 400, root } })).toEqual([])
  })

  it('needs as many witnesses as are asked for', async () => {
    const signers = ['w1.example', 'w2.example', 'w3.example'].map((name) => newSigner('witness', name))
    const witnesses = signers.map(({ verifierKey }) => readVerifierKey(verifierKey))
    const plain = Buffer.from(log.files.get('checkpoint') ?? []).toString()
    const { text } = parseNote(Buffer.from(plain))
    const lines = signers.slice(0, 2).map((signer) => writeSignature(cosign(text, signer, new Date(1_700_000_000_000))))
    const cosigned = Buffer.from(plain + lines.join(''))
    const expected = [
      { witness: 'w1.example', seconds: 1_700_000_000 },
      { witness: 'w2.example', seconds: 1_700_000_000 },
    ]
    expect(openCheckpoint(cosigned, { log: logKey, witnesses }).cosignatures).toEqual(expected)
    const twice = Buffer.from(plain + lines.join('') + lines[0])
    expect(openCheckpoint(twice, { log: logKey, witnesses }).cosignatures).toEqual(expected)
    const files = withFile(log.files, 'checkpoint', cosigned)
    expect(await judge(files, { log: logKey, witnesses, quorum: 2 })).toEqual([])
    expect(await judge(files, { log: logKey, witnesses, quorum: 3 })).toEqual(['log.witnesses'])
    const mask = masks(3)
    for (let at = 0; at < cosigned.length; at += 1) {
      const changed = flip(cosigned, at, mask.next().value)
      expect(unlessFault(() => openCheckpoint(changed, { log: logKey, witnesses, quorum: 2 }))).toBeUndefined()
    }
  })
})
