import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../src/trust/base64.ts'
import { readAt } from '../../../src/trust/import/at.ts'
import { asyncCodeOf } from '../../faults.ts'
import { makeKey } from './makers/keys.ts'
import { type AtSignaturePlan, atContent, atEntry, atSignature, jsonBytes, kidOf } from './makers/lists.ts'
import { anchor, france, noon, noonSeconds, stranger, vietNam } from './makers/world.ts'

const key = { spki: anchor.key.spki }
const content = atContent([atEntry(vietNam.dsc), atEntry(france.dsc)])
const plan: AtSignaturePlan = { content, key: anchor.key, from: noonSeconds - 60, until: noonSeconds + 172_800 }
const signature = atSignature(plan)

const read = (files: readonly Uint8Array[], at = noon, pinned = key) => readAt({ files, key: pinned, at })
const readEntries = (entries: Parameters<typeof atContent>[0]) => {
  const changed = atContent(entries)
  return read([changed, atSignature({ ...plan, content: changed })])
}
const codeWith = (change: Partial<AtSignaturePlan>) => asyncCodeOf(read([content, atSignature({ ...plan, ...change })]))

describe('a list of hcert-kotlin', () => {
  it('gives the signers of its certificates, from two files or from one', async () => {
    const list = await read([content, signature])
    expect(list.signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(list).toMatchObject({ format: 'at', verified: true, issuedAt: noonSeconds - 60, dropped: [], notes: [] })
    const one = { trustListContent: writeBase64(content), trustListSignature: writeBase64(signature) }
    expect(await read([jsonBytes(one)])).toEqual(list)
  })

  it('is refused when any byte of content or signature has been changed', async () => {
    for (const [which, file] of [content, signature].entries()) {
      for (let at = 0; at < file.length; at += 1 + (at % 5)) {
        const bent = file.slice()
        bent[at] = (bent[at] ?? 0) ^ 1
        const files = which === 0 ? [bent, signature] : [content, bent]
        expect(await asyncCodeOf(read(files)), `${which} ${at}`).toMatch(/^source\.(shape|signature)$/)
      }
    }
  })

  it('is refused under another key, with the signature of another list, and with another algorithm named', async () => {
    expect(await asyncCodeOf(read([content, signature], noon, { spki: stranger.key.spki }))).toBe('source.signature')
    expect(await codeWith({ content: atContent([]) })).toBe('source.signature')
    expect(await codeWith({ algorithm: -37 })).toBe('source.signature')
    expect(await codeWith({ algorithm: 5 })).toBe('source.signature')
    expect(await codeWith({ version: 1 })).toBe('source.shape')
  })

  it('is refused before and after its time, give or take five minutes', async () => {
    expect(await codeWith({ from: noonSeconds + 301 })).toBe('source.expired')
    expect(await codeWith({ until: noonSeconds - 301 })).toBe('source.expired')
    const skewed = { ...plan, from: noonSeconds + 300, until: noonSeconds + 400 }
    expect(await read([content, atSignature(skewed)])).toMatchObject({ verified: true })
  })

  it('is refused when it is older than the last one', async () => {
    const source = { files: [content, signature], key, at: noon }
    expect(await asyncCodeOf(readAt({ ...source, newerThan: noon }))).toBe('source.rollback')
    expect(await readAt({ ...source, newerThan: new Date((noonSeconds - 60) * 1000) })).toMatchObject({
      verified: true,
    })
  })

  it('reads bare keys as verify-ehc adds them', async () => {
    const kid = new Uint8Array(8).fill(1)
    const bare = { i: kid, k: vietNam.dsc.key.spki, su: { C: 'VN' }, is: {}, nb: 1_600_000_000, na: 1_700_000_000 }
    const { signers, notes } = await readEntries([bare, { i: kid, k: france.dsc.key.spki }])
    expect(signers.map(({ signer }) => signer)).toMatchObject([
      { kid, country: 'VN', notBefore: 1_600_000_000, notAfter: 1_700_000_000, algorithm: 'ES256' },
      { kid, country: 'XX', notBefore: 0, notAfter: 253_402_300_799 },
    ])
    expect(notes).toEqual(['bare-keys'])
  })

  it('drops what it cannot use, and says why', async () => {
    const wrongKid = { i: new Uint8Array(8), c: vietNam.dsc.der }
    const { dropped } = await readEntries([
      wrongKid,
      { c: vietNam.dsc.der },
      { i: new Uint8Array(8), k: new Uint8Array(9) },
      { i: new Uint8Array(8), c: 'x' },
      { i: new Uint8Array(7), k: vietNam.dsc.key.spki },
      { i: new Uint8Array(8), k: vietNam.dsc.key.spki, nb: 2, na: 1 },
      { i: new Uint8Array(8), c: new Uint8Array(3) },
    ])
    const reasons = ['kid-mismatch', 'shape', 'key', 'shape', 'shape', 'shape', 'certificate']
    expect(dropped.map(({ reason }) => reason)).toEqual(reasons)
    expect(dropped[0]).toEqual({ kid: 'AAAAAAAAAAA=', reason: 'kid-mismatch' })
    expect(kidOf(vietNam.dsc)).not.toBe('AAAAAAAAAAA=')
  })

  it('drops a bare key with a time that no list can tell', async () => {
    const bare = { i: new Uint8Array(8), k: vietNam.dsc.key.spki }
    const times = [{ na: 1e15 }, { nb: -1e18, na: 5 }, { na: 'never' }]
    const { dropped } = await readEntries(times.map((time) => ({ ...bare, ...time })))
    expect(dropped.map(({ reason }) => reason)).toEqual(['shape', 'shape', 'shape'])
  })

  it('holds more entries than a certificate has items', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      i: Uint8Array.of(...new Array(6).fill(0), index >> 8, index & 255),
      c: new Uint8Array(1),
    }))
    const { dropped } = await readEntries(many)
    expect(dropped).toHaveLength(2000)
  })

  it('drops the ninth key of one kid', async () => {
    const kid = new Uint8Array(8)
    const spkis = [vietNam, france].flatMap(({ csca, uploader, dsc }) => [csca, uploader, dsc])
    const keys = [...spkis, anchor, stranger].map((made) => ({ i: kid, k: made.key.spki }))
    const { signers, dropped } = await readEntries([...keys, { i: kid, k: makeKey('ninth').spki }])
    expect(signers).toHaveLength(8)
    expect(dropped).toEqual([{ kid: 'AAAAAAAAAAA=', country: 'XX', reason: 'too-many-candidates' }])
  })
})
