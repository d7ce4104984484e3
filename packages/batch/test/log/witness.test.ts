import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  openCheckpoint,
  readVerifierKey,
  type SeenLog,
  signCheckpoint,
  unseenLog,
  type WitnessRequest,
  witness,
  writeSignature,
} from '../../src/log/index.ts'
import { logKey, logSigner, newSigner } from './sample-log.ts'
import { leavesOf, storeTree } from './stored-tree.ts'

const leaves = leavesOf(700)
const honest = storeTree(leaves)
const forked = storeTree([...leaves.slice(0, 350), ...leavesOf(1000).slice(650)])
const signer = newSigner('witness', 'witness.example')
const now = new Date('2022-06-01T12:00:00Z')

const headOf = (size: number): SeenLog => ({
  origin: logKey.name,
  size,
  root: storeTree(leaves.slice(0, size)).root,
})

async function request(old: number, size: number, tree = honest): Promise<WitnessRequest> {
  const root = tree === honest ? headOf(size).root : tree.root
  const proof = await consistencyProof(Math.min(old, size), size, tree.readTile)
  return {
    oldSize: old,
    proof,
    checkpoint: Buffer.from(signCheckpoint({ origin: logKey.name, size, root }, logSigner)),
  }
}

const cosign = (seen: SeenLog, asked: WitnessRequest) => witness(seen, asked, logKey, signer, now)
const refusal = (code: string) => expect.objectContaining({ code })

describe('a witness', () => {
  it('cosigns a log as it grows', async () => {
    let seen = unseenLog(logKey.name)
    for (const size of [1, 1, 255, 256, 300, 512, 700]) {
      const asked = await request(seen.size, size)
      const witnessed = cosign(seen, asked)
      expect(witnessed.seen).toEqual(headOf(size))
      const cosigned = Buffer.concat([asked.checkpoint, Buffer.from(writeSignature(witnessed.signature))])
      const witnesses = [readVerifierKey(signer.verifierKey)]
      const { cosignatures } = openCheckpoint(cosigned, { log: logKey, witnesses, quorum: 1 })
      expect(cosignatures).toEqual([{ witness: 'witness.example', seconds: now.getTime() / 1000 }])
      seen = witnessed.seen
    }
  })

  it('refuses a smaller tree, another of the same size, and one that does not continue', async () => {
    const seen = headOf(600)
    const smaller = await request(600, 599)
    expect(() => cosign(seen, smaller)).toThrow(refusal('log.rollback'))
    const other = { ...(await request(600, 600)), checkpoint: (await request(0, 700, forked)).checkpoint }
    expect(() => cosign({ ...headOf(700) }, { ...other, oldSize: 700 })).toThrow(refusal('log.fork'))
    const fork = await request(600, 700, forked)
    expect(() => cosign(seen, fork)).toThrow(refusal('log.consistency'))
    expect(cosign(headOf(300), await request(300, 700, forked)).seen.size).toBe(700)
  })

  it('refuses a proof that starts elsewhere, is missing, or was changed', async () => {
    const seen = headOf(300)
    const asked = await request(300, 700)
    for (const oldSize of [0, 299, 301]) {
      const stale = await request(oldSize, 700)
      expect(() => cosign(seen, stale)).toThrow(refusal('log.stale'))
    }
    for (const proof of [[], asked.proof.slice(1), [...asked.proof, seen.root], asked.proof.toReversed()]) {
      expect(() => cosign(seen, { ...asked, proof })).toThrow(refusal('log.consistency'))
    }
    expect(() => cosign(unseenLog(logKey.name), { ...asked, oldSize: 0 })).toThrow(refusal('log.consistency'))
  })

  it('refuses what the log has not signed', async () => {
    const asked = await request(0, 300)
    const stranger = newSigner('log', logKey.name)
    const checkpoint = Buffer.from(signCheckpoint(headOf(300), stranger))
    expect(() => cosign(unseenLog(logKey.name), { ...asked, checkpoint })).toThrow(refusal('log.signature'))
    const elsewhere = newSigner('log', 'other.example/log')
    const other = Buffer.from(signCheckpoint({ ...headOf(300), origin: elsewhere.name }, elsewhere))
    expect(() => cosign(unseenLog(logKey.name), { ...asked, checkpoint: other })).toThrow(refusal('log.origin'))
    expect(() => cosign(unseenLog('other.example/log'), asked)).toThrow(TypeError)
  })
})
