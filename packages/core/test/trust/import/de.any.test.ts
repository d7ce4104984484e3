import { describe, expect, it } from 'vitest'
import { readDe } from '../../../src/trust/import/de.ts'
import { asyncCodeOf } from '../../faults.ts'
import { makeCertificate } from './makers/certificates.ts'
import { deList, gatewayEntry, kidOf } from './makers/lists.ts'
import { anchor, france, noon, stranger, vietNam } from './makers/world.ts'

const entry = gatewayEntry(vietNam.dsc, 'VN', 'DSC', vietNam.uploader)
const kid = kidOf(vietNam.dsc)
const list = deList([entry], anchor.key)
const key = { spki: anchor.key.spki }

const read = (file: Uint8Array, pinned = key) => readDe({ files: [file], key: pinned, at: noon })
const readEntries = (...entries: unknown[]) => read(deList(entries, anchor.key))
const reasonFor = async (change: object): Promise<string | undefined> => {
  const { signers, dropped } = await readEntries({ ...entry, ...change })
  expect(signers).toEqual([])
  return dropped[0]?.reason
}

describe('Germany’s list', () => {
  it('gives the signers of its certificates', async () => {
    const { signers, ...rest } = await readEntries(entry, gatewayEntry(france.dsc, 'FR', 'DSC', france.uploader))
    expect(signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(signers[0]).toMatchObject({ certificate: vietNam.dsc.der, signer: { spki: vietNam.dsc.key.spki } })
    expect(rest).toEqual({ format: 'de', verified: true, dropped: [], notes: ['undated'] })
  })

  it('is refused when any of its bytes has been changed', async () => {
    for (let at = 0; at < list.length; at += 1 + (at % 7)) {
      const bent = list.slice()
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(await asyncCodeOf(read(bent)), `byte ${at}`).toMatch(/^source\.(shape|signature)$/)
    }
  })

  it('is refused under another key, another kind of key, and no key', async () => {
    expect(await asyncCodeOf(read(list, { spki: stranger.key.spki }))).toBe('source.signature')
    expect(await asyncCodeOf(read(list, { spki: new Uint8Array(8) }))).toBe('source.key')
    expect(await asyncCodeOf(readDe({ files: [list], at: noon }))).toBe('source.key')
  })

  it('is refused when it is something else', async () => {
    const texts = ['', 'no line end', '\n', 'AAAA\n{}', `${'A'.repeat(86)}==\n{}`]
    const codes = await Promise.all(texts.map((text) => asyncCodeOf(read(new TextEncoder().encode(text)))))
    expect(codes).toEqual(['source.shape', 'source.shape', 'source.shape', 'source.shape', 'source.signature'])
    expect(await asyncCodeOf(readDe({ files: [list, list], key, at: noon }))).toBe('source.shape')
    expect(await asyncCodeOf(readEntries(...Array.from({ length: 20_001 }, () => null)))).toBe('source.too-large')
  })

  it('drops what it cannot use, and says why', async () => {
    expect(await reasonFor({ kid: 'AAAAAAAAAAA=' })).toBe('kid-mismatch')
    expect(await reasonFor({ kid: undefined })).toBe('kid-mismatch')
    expect(await reasonFor({ country: 'FR' })).toBe('country')
    expect(await reasonFor({ country: 'Viet Nam' })).toBe('country')
    expect(await reasonFor({ country: undefined })).toBe('country')
    expect(await reasonFor({ thumbprint: '00' })).toBe('thumbprint-mismatch')
    expect(await reasonFor({ thumbprint: undefined })).toBe('shape')
    expect(await reasonFor({ rawData: 7 })).toBe('shape')
    expect(await reasonFor({ certificateType: 'UPLOAD' })).toBe('not-a-signer')
    expect(await reasonFor({ certificateType: 'AUTHENTICATION' })).toBe('not-a-signer')
  })

  it('names what it dropped as the list names it', async () => {
    const { dropped } = await readEntries({ ...entry, country: 'FR' }, null, [], 'x')
    expect(dropped).toEqual([
      { kid, country: 'FR', reason: 'country' },
      ...Array.from({ length: 3 }, () => ({ reason: 'not-a-signer' })),
    ])
  })

  it('drops certificates that cannot be read, keys that sign no certificate, and keys for other documents', async () => {
    const foreign = makeCertificate({ name: 'SAMPLE VDS', keyPurposes: ['2.23.136.1.1.14.2'] })
    const broken = { ...entry, rawData: 'MAA=', thumbprint: '02ffe68bfc9c39b53d9a6f0d29a2d2d1e3e4ffea' }
    const { dropped } = await readEntries(gatewayEntry(foreign, 'VN', 'DSC', vietNam.uploader), broken)
    expect(dropped.map(({ reason }) => reason)).toEqual(['usage', 'thumbprint-mismatch'])
  })

  it('keeps the same key once', async () => {
    const { signers, dropped } = await readEntries(entry, entry)
    expect(signers).toHaveLength(1)
    expect(dropped).toEqual([{ kid, country: 'VN', reason: 'duplicate' }])
  })

  it('takes the country from the entry where the certificate names none', async () => {
    const nowhere = makeCertificate({ name: 'SAMPLE DSC of nowhere', country: '' })
    const { signers } = await readEntries(gatewayEntry(nowhere, 'VN', 'DSC', vietNam.uploader))
    expect(signers[0]?.signer.country).toBe('VN')
  })
})
