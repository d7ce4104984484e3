import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../src/trust/base64.ts'
import { readNl } from '../../../src/trust/import/nl.ts'
import { asyncCodeOf } from '../../faults.ts'
import { makeCertificate } from './makers/certificates.ts'
import { type CmsPlan, makeCms } from './makers/cms.ts'
import { jsonBytes, kidOf, nlList } from './makers/lists.ts'
import { anchor, france, noon, stranger, vietNam } from './makers/world.ts'

const root = makeCertificate({ name: 'SAMPLE root', country: 'NL', authority: true })
const middle = makeCertificate({ name: 'SAMPLE middle', country: 'NL', authority: true, issuer: root })
const signer = makeCertificate({ name: 'signing.coronacheck.nl', country: 'NL', issuer: middle })
const other = makeCertificate({ name: 'shop.example', country: 'NL', issuer: middle })
const key = { spki: root.key.spki, certificate: root.der }

const entry = { subjectPk: writeBase64(vietNam.dsc.key.spki), keyUsage: ['v', 't'], san: '', ian: '' }
const kid = kidOf(vietNam.dsc)
const payloadOf = (keys: unknown): Uint8Array => jsonBytes({ nl_keys: {}, eu_keys: keys })
const payload = payloadOf({ [kid]: [entry] })

const listOf = (content: Uint8Array, plan: Partial<CmsPlan> = {}): Uint8Array =>
  nlList(content, makeCms({ content, signer, certificates: [signer, middle, root], ...plan }))
const read = (file: Uint8Array, pinned: Parameters<typeof readNl>[0]['key'] = key) =>
  readNl({ files: [file], at: noon, ...(pinned && { key: pinned }) })
const codeWith = (plan: Partial<CmsPlan>) => asyncCodeOf(read(listOf(payload, plan)))

describe('the Netherlands’ list', () => {
  it('gives bare keys, several for one kid', async () => {
    const keys = { [kid]: [entry, { ...entry, subjectPk: writeBase64(france.dsc.key.spki), keyUsage: ['r'] }] }
    const { signers, ...rest } = await read(listOf(payloadOf(keys)))
    expect(signers.map(({ signer: { country, usages } }) => [country, usages])).toEqual([
      ['XX', ['vaccination', 'test']],
      ['XX', ['recovery']],
    ])
    const notes = ['undated', 'bare-keys', 'no-validity', 'no-country']
    expect(rest).toEqual({ format: 'nl', verified: true, dropped: [], notes })
  })

  it('is as good when the signer, or its bare key, is pinned', async () => {
    expect(await read(listOf(payload), { spki: signer.key.spki })).toMatchObject({ verified: true })
    expect(await read(listOf(payload), { spki: signer.key.spki, certificate: signer.der })).toMatchObject({
      verified: true,
    })
    expect(await read(listOf(payload), { spki: middle.key.spki })).toMatchObject({ verified: true })
  })

  it('is refused when its content has been swapped', async () => {
    const swapped = nlList(payloadOf({}), makeCms({ content: payload, signer, certificates: [signer, middle] }))
    expect(await asyncCodeOf(read(swapped))).toBe('source.signature')
    expect(await codeWith({ digested: payloadOf({}) })).toBe('source.signature')
  })

  it('is refused when somebody else signed, or one who signs for others', async () => {
    expect(await codeWith({ signer: other, certificates: [other, middle] })).toBe('source.signature')
    expect(await codeWith({ signer: stranger, certificates: [stranger] })).toBe('source.signature')
    expect(await codeWith({ certificates: [signer] })).toBe('source.signature')
    const self = makeCertificate({ name: 'signing.coronacheck.nl' })
    expect(await codeWith({ signer: self, certificates: [self, middle, root] })).toBe('source.signature')
    expect(await asyncCodeOf(read(listOf(payload), { spki: anchor.key.spki, certificate: anchor.der }))).toBe(
      'source.signature',
    )
  })

  it('is refused when one on the way is no authority, or not valid now', async () => {
    const plain = makeCertificate({ name: 'SAMPLE plain', issuer: root })
    const under = makeCertificate({ name: 'x.coronacheck.nl', issuer: plain })
    expect(await codeWith({ signer: under, certificates: [under, plain] })).toBe('source.signature')
    const old = makeCertificate({ name: 'y.coronacheck.nl', issuer: middle, notAfter: '2022-01-01T00:00:00Z' })
    expect(await codeWith({ signer: old, certificates: [old, middle] })).toBe('source.signature')
  })

  it('is refused when the message is not as it must be', async () => {
    expect(await codeWith({ second: stranger })).toBe('source.shape')
    expect(await codeWith({ withoutAttributes: true })).toBe('source.shape')
    expect(await codeWith({ enveloped: true })).toBe('source.shape')
    expect(await codeWith({ digestAlgorithm: '1.3.14.3.2.26' })).toBe('source.shape')
    expect(await asyncCodeOf(read(nlList(payload, new Uint8Array())))).toBe('source.shape')
    expect(await asyncCodeOf(read(jsonBytes([])))).toBe('source.shape')
  })

  it('reads usages as letters and as object identifiers', async () => {
    const usagesOf = async (keyUsage: unknown): Promise<unknown> => {
      const { signers, dropped } = await read(listOf(payloadOf({ [kid]: [{ ...entry, keyUsage }] })))
      return signers[0]?.signer.usages ?? dropped[0]?.reason
    }
    expect(await usagesOf([])).toEqual(['vaccination', 'test', 'recovery'])
    expect(await usagesOf(['r', 'v'])).toEqual(['vaccination', 'recovery'])
    expect(await usagesOf(['1.3.6.1.4.1.1847.2021.1.1'])).toEqual(['test'])
    expect(await usagesOf(['1.3.6.1.4.1.0.1847.2021.1.1', 'r'])).toEqual(['test', 'recovery'])
    expect(await usagesOf(['2.23.136.1.1.14.2'])).toBe('usage')
    expect(await usagesOf(['x'])).toBe('shape')
    expect(await usagesOf('v')).toBe('shape')
  })

  it('drops keys that cannot be used', async () => {
    const entries = [{ ...entry, subjectPk: 'MAA=' }, { ...entry, subjectPk: 7 }, null]
    const { dropped } = await read(listOf(payloadOf({ [kid]: entries, short: [entry] })))
    expect(dropped.map(({ reason }) => reason)).toEqual(['key', 'shape', 'shape', 'shape'])
    expect(dropped.map((one) => one.kid)).toEqual([kid, kid, kid, undefined])
  })
})
