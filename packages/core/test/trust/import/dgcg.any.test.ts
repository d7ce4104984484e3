import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../src/trust/base64.ts'
import { readDgcg } from '../../../src/trust/import/dgcg.ts'
import { asyncCodeOf } from '../../faults.ts'
import { makeCertificate } from './makers/certificates.ts'
import { makeCms } from './makers/cms.ts'
import { gatewayEntry, jsonBytes, kidOf } from './makers/lists.ts'
import { anchor, france, noon, stranger, vietNam } from './makers/world.ts'

const key = { spki: anchor.key.spki, certificate: anchor.der }
const authorities = [
  gatewayEntry(vietNam.csca, 'VN', 'CSCA', anchor),
  gatewayEntry(vietNam.uploader, 'VN', 'UPLOAD', anchor),
  gatewayEntry(france.csca, 'FR', 'CSCA', anchor),
  gatewayEntry(france.uploader, 'FR', 'UPLOAD', anchor),
] as const
const vn = gatewayEntry(vietNam.dsc, 'VN', 'DSC', vietNam.uploader)
const fr = gatewayEntry(france.dsc, 'FR', 'DSC', france.uploader)
const kid = kidOf(vietNam.dsc)

const read = (list: unknown, at: Date = noon) => readDgcg({ files: [jsonBytes(list)], key, at })
const reasonsOf = async (...entries: readonly unknown[]): Promise<readonly string[]> => {
  const { signers, dropped } = await read([...authorities, ...entries])
  expect(signers).toEqual([])
  return dropped.map(({ reason }) => reason)
}

describe('the list of the EU’s gateway', () => {
  it('gives the signers of every country, in whatever order its entries come', async () => {
    const { signers, ...rest } = await read([vn, ...authorities, fr])
    expect(signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(signers.map(({ certificate }) => certificate)).toEqual([vietNam.dsc.der, france.dsc.der])
    expect(rest).toEqual({ format: 'dgcg', verified: true, dropped: [], notes: ['undated'] })
  })

  it('is refused when the pinned key signed nothing in it', async () => {
    const list = { files: [jsonBytes([...authorities, vn])], at: noon }
    const codeUnder = (made: typeof anchor) =>
      asyncCodeOf(readDgcg({ ...list, key: { spki: made.key.spki, certificate: made.der } }))
    expect(await codeUnder(stranger)).toBe('source.signature')
    expect(await codeUnder(vietNam.uploader)).toBe('source.signature')
    expect(await asyncCodeOf(readDgcg(list))).toBe('source.key')
    expect(await asyncCodeOf(read([vn, fr]))).toBe('source.signature')
    expect(await asyncCodeOf(read({}))).toBe('source.shape')
  })

  it('believes the pinned certificate only when the message names it', async () => {
    const twin = makeCertificate({ name: 'SAMPLE trust anchor', country: 'EU', notAfter: '2035-01-01T00:00:00Z' })
    const impostor = { ...stranger, key: anchor.key }
    const entry = gatewayEntry(vietNam.uploader, 'VN', 'UPLOAD', impostor)
    expect(await asyncCodeOf(read([entry]))).toBe('source.signature')
    const bare = { files: [jsonBytes([entry])], key: { spki: twin.key.spki }, at: noon }
    expect(await readDgcg(bare)).toMatchObject({ verified: true })
  })

  it('notices a change of any byte of a signed certificate or of its signature', async () => {
    const { certificate, signature } = {
      certificate: vietNam.dsc.der,
      signature: makeCms({ content: vietNam.dsc.der, signer: vietNam.uploader }),
    }
    for (let at = 0; at < certificate.length; at += 23) {
      const bent = { ...vn, rawData: writeBase64(flipped(certificate, at)) }
      expect(await reasonsOf(bent), `certificate ${at}`).toEqual(['thumbprint-mismatch'])
    }
    for (let at = signature.length - 64; at < signature.length; at += 7) {
      const [reason] = await reasonsOf({ ...vn, signature: writeBase64(flipped(signature, at)) })
      expect(reason, `signature ${at}`).toMatch(/^(entry-signature|shape)$/)
    }
  })

  it('lets no country sign for another', async () => {
    expect(await reasonsOf(gatewayEntry(vietNam.dsc, 'VN', 'DSC', france.uploader))).toEqual(['entry-signature'])
    expect(await reasonsOf({ ...vn, country: 'FR' })).toEqual(['country'])
    expect(await reasonsOf({ ...vn, signature: fr.signature })).toEqual(['entry-signature'])
    expect(await reasonsOf({ ...vn, rawData: fr.rawData, thumbprint: fr.thumbprint })).toEqual(['kid-mismatch'])
    const moved = gatewayEntry(vietNam.uploader, 'FR', 'UPLOAD', anchor)
    expect(await reasonsOf(moved, gatewayEntry(france.dsc, 'FR', 'DSC', vietNam.uploader))).toEqual([
      'country',
      'entry-signature',
    ])
  })

  it('needs a valid upload certificate of the country, signed by the anchor', async () => {
    const alone = [authorities[0], authorities[2], authorities[3], vn]
    expect((await read(alone)).dropped).toEqual([{ kid, country: 'VN', reason: 'no-uploader' }])
    const forged = gatewayEntry(vietNam.uploader, 'VN', 'UPLOAD', stranger)
    expect((await read([...alone, forged])).dropped.map(({ reason }) => reason)).toEqual([
      'entry-signature',
      'no-uploader',
    ])
    const old = makeCertificate({ name: 'SAMPLE old UPLOAD', notAfter: '2022-01-01T00:00:00Z' })
    const expired = [authorities[0], authorities[3], gatewayEntry(old, 'VN', 'UPLOAD', anchor)]
    const { dropped } = await read([...expired, gatewayEntry(vietNam.dsc, 'VN', 'DSC', old)])
    expect(dropped.map(({ reason }) => reason)).toEqual(['no-uploader'])
  })

  it('needs a CSCA of the country that issued the certificate', async () => {
    const foreign = makeCertificate({ name: 'SAMPLE DSC of a stranger', issuer: france.csca })
    expect(await reasonsOf(gatewayEntry(foreign, 'VN', 'DSC', vietNam.uploader))).toEqual(['chain'])
    const selfSigned = makeCertificate({ name: 'SAMPLE DSC alone' })
    expect(await reasonsOf(gatewayEntry(selfSigned, 'VN', 'DSC', vietNam.uploader))).toEqual(['chain'])
    const under = makeCertificate({ name: 'SAMPLE DSC below', issuer: vietNam.dsc })
    expect(await reasonsOf(gatewayEntry(under, 'VN', 'DSC', vietNam.uploader))).toEqual(['chain'])
  })

  it('keeps a signer that has expired since', async () => {
    const old = makeCertificate({ name: 'SAMPLE old DSC', issuer: vietNam.csca, notAfter: '2022-01-01T00:00:00Z' })
    const { signers } = await read([...authorities, gatewayEntry(old, 'VN', 'DSC', vietNam.uploader)])
    expect(signers).toHaveLength(1)
  })

  it('names the authorities that it cannot use, and passes over the others', async () => {
    const flawed = [
      { ...authorities[0], signature: 'MAA=' },
      { ...authorities[1], rawData: 'MAA=' },
      { certificateType: 'AUTHENTICATION' },
    ]
    const { dropped, signers } = await read([...authorities, ...flawed, vn])
    expect(dropped.map(({ reason }) => reason)).toEqual(['shape', 'thumbprint-mismatch', 'not-a-signer'])
    expect(signers).toHaveLength(1)
  })

  it('takes a message that carries the certificate once more, but no other content', async () => {
    const whole = (content: Uint8Array) => writeBase64(makeCms({ content, signer: vietNam.uploader, enveloped: true }))
    expect((await read([...authorities, { ...vn, signature: whole(vietNam.dsc.der) }])).signers).toHaveLength(1)
    expect(await reasonsOf({ ...vn, signature: whole(france.dsc.der) })).toEqual(['shape'])
  })
})

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const bent = bytes.slice()
  bent[at] = (bent[at] ?? 0) ^ 1
  return bent
}
