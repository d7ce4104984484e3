import { describe, expect, it } from 'vitest'
import type { Usage } from '../../src/dcc/types.ts'
import type { Authority } from '../../src/issue/authority.ts'
import { signDcc } from '../../src/issue/sign.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { readTrustList, writeTrustList } from '../../src/trust/trust-list.ts'
import { documentSignerFromCertificate } from '../../src/trust/x509.ts'
import { codeOf } from '../faults.ts'
import { type CertificatePlan, makeCertificate } from '../trust/certificate-maker.ts'
import { sampleKeys } from '../verify/sample-keys.ts'
import { authority, NOW, samples } from '../verify/world.ts'
import { forge, judge } from './forge.ts'
import { payloadWith } from './forged-payload.ts'

const validity = { issuedAt: new Date('2022-05-01T00:00:00Z') }
const kinds: readonly Usage[] = ['vaccination', 'test', 'recovery']

/** One whose certificate is made to plan, around a key we hold. */
async function certified(plan: CertificatePlan): Promise<Authority> {
  const signer = documentSignerFromCertificate(await makeCertificate({ ...plan, spki: sampleKeys.first.spki }))
  return authority(signer)
}

/** Text of a certificate by that one's key, whatever the certificate allows. */
async function textBy({ signer, documentSigner }: Authority, kind: Usage): Promise<string> {
  const free = authority({ kid: documentSigner.kid })
  return (await signDcc(samples[kind], { ...free, signer }, validity)).text
}

const current = (number: number): string => `1.3.6.1.4.1.1847.2021.1.${number}`
const legacy = (number: number): string => `1.3.6.1.4.1.0.1847.2021.1.${number}`
const [clientAuth, serverAuth, emailProtection] = [2, 1, 4].map((number) => `1.3.6.1.5.5.7.3.${number}`) as [
  string,
  string,
  string,
]
const vdsNc = '2.23.136.1.1.14.2'

describe('X3: the days of a document signer', () => {
  it.each([
    ['2021-01-01T00:00:00Z', '2036-01-01T00:00:00Z', 'accepted', 'accepted'],
    ['2021-01-01T00:00:00Z', '2022-05-31T23:59:59Z', 'signer.expired', 'signer.expired'],
    ['2021-01-01T00:00:00Z', '2022-06-01T00:00:00Z', 'accepted', 'signer.expired'],
    ['2022-06-01T00:05:01Z', '2036-01-01T00:00:00Z', 'signer.expired', 'signer.expired'],
    ['2022-05-02T00:00:00Z', '2036-01-01T00:00:00Z', 'accepted', 'signer.expired'],
  ])('from %s to %s: eu %s, strict %s', async (notBefore, notAfter, eu, strict) => {
    const { documentSigner } = await certified({ notBefore, notAfter })
    const text = await textBy(authority(documentSigner), 'vaccination')
    expect(await judge(text, { signers: [documentSigner], at: NOW })).toBe(eu)
    expect(await judge(text, { signers: [documentSigner], at: NOW, profile: 'strict' })).toBe(strict)
  })
})

describe('X4: what the extended key usage allows', () => {
  it.each<[string, readonly string[], readonly Usage[]]>([
    ['nothing said', [], kinds],
    ['tests', [current(1)], ['test']],
    ['vaccinations', [current(2)], ['vaccination']],
    ['recoveries', [current(3)], ['recovery']],
    ['tests, the older number', [legacy(1)], ['test']],
    ['vaccinations, the older number', [legacy(2)], ['vaccination']],
    ['recoveries, the older number', [legacy(3)], ['recovery']],
    ['one of each family', [current(1), legacy(2)], ['vaccination', 'test']],
    ['one beside a foreign one', [clientAuth, current(3)], ['recovery']],
    ['foreign ones alone', [clientAuth, emailProtection], kinds],
    ['a web server', [serverAuth], kinds],
    ['another health document', [vdsNc], []],
    ['a number nobody gave', [current(4)], []],
  ])('%s', async (_, keyPurposes, allowed) => {
    const by = await certified({ keyPurposes })
    for (const kind of kinds) {
      const outcome = await judge(await textBy(by, kind), { signers: [by.documentSigner] })
      expect(outcome, kind).toBe(allowed.includes(kind) ? 'accepted' : 'signer.usage')
    }
  })
})

describe('X8: keys that are none', () => {
  const { spki } = sampleKeys.first
  const at = (index: number, byte: number): Uint8Array =>
    Uint8Array.from(spki, (old, here) => (here === index ? byte : old))
  const broken: readonly [string, Uint8Array][] = [
    ['a point off the curve', at(spki.length - 1, 0x5b)],
    ['infinity', Uint8Array.of(...spki.subarray(0, 26), ...new Uint8Array(65))],
    ['coordinates of ones', Uint8Array.of(...spki.subarray(0, 27), ...new Uint8Array(64).fill(0xff))],
    ['another curve by name', at(22, 0x08)],
    ['a byte too few', spki.subarray(0, -1)],
    ['nothing', new Uint8Array()],
  ]

  it.each(broken)('%s is refused in a list', (_, key) => {
    const list = writeTrustList([authority().documentSigner])
    const base64 = btoa(String.fromCharCode(...key))
    expect(codeOf(() => readTrustList({ ...list, signers: [{ ...list.signers[0], spki: base64 }] }))).toBe('list.shape')
  })

  it.each(broken)('%s in a list made by hand accepts nothing, and keeps no other signer from it', async (_, key) => {
    const text = await forge({ payload: payloadWith() })
    const [bad, right]: DocumentSigner[] = [authority({ spki: key }).documentSigner, authority().documentSigner]
    expect(await judge(text, { signers: [bad as DocumentSigner] })).toBe('cose.algorithm')
    for (const signers of [
      [bad, right],
      [right, bad],
    ]) {
      expect(await judge(text, { signers: signers as DocumentSigner[] })).toBe('accepted')
    }
  })
})
