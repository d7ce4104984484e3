import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../../src/trust/base64.ts'
import type { DropReason } from '../../../../src/trust/import/foreign-list.ts'
import type { DidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import { readGdhcn } from '../../../../src/trust/import/gdhcn/index.ts'
import type { VerificationMethod } from '../../../../src/trust/import/gdhcn/verification-method.ts'
import { signDidDocument } from '../../../../src/trust/publish/did/index.ts'
import { certificateKid, documentSignerFromCertificate } from '../../../../src/trust/x509.ts'
import {
  csca,
  dsc,
  makeCsca,
  makeDsc,
  makeProofKey,
  plan,
  proofKey,
  signChanged,
  sourceOf,
  writePlan,
} from './documents.ts'

const other = await makeProofKey()

describe('a document of ours', () => {
  it('gives the signer of its DSC, and names its CSCA as none', async () => {
    const list = await readGdhcn(sourceOf(await writePlan()))
    expect(list).toEqual({
      format: 'gdhcn',
      verified: true,
      issuedAt: Date.UTC(2026, 2, 1, 10) / 1000,
      signers: [{ signer: documentSignerFromCertificate(dsc), certificate: dsc }],
      dropped: [{ kid: writeBase64(certificateKid(csca)), country: 'VN', reason: 'not-a-signer' }],
      notes: [],
    })
  })

  it('keeps a DSC that has expired', async () => {
    const expired = await makeDsc({ spki: other.spki, notAfter: '2021-05-01T00:00:00Z' })
    const list = await readGdhcn(
      sourceOf(await writePlan({ keys: [{ certificate: expired, usage: 'DSC', country: 'VN' }] })),
    )
    expect(list.signers).toHaveLength(1)
  })

  it('may be as old as the one read before, and no older', async () => {
    const text = await writePlan()
    const read = (newerThan: string) => readGdhcn(sourceOf(text, { newerThan: new Date(newerThan) }))
    await expect(read('2026-03-01T10:00:00Z')).resolves.toMatchObject({ verified: true })
    await expect(read('2026-03-01T10:00:01Z')).rejects.toMatchObject({ code: 'source.rollback' })
  })

  it('is one file, and needs a pinned key, of P-256', async () => {
    const source = sourceOf(await writePlan())
    const { key: _, ...unpinned } = source
    const rsa = await crypto.subtle.generateKey(
      { name: 'RSA-PSS', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    )
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', rsa.publicKey))
    await expect(readGdhcn({ ...source, files: [] })).rejects.toMatchObject({ code: 'source.shape' })
    await expect(readGdhcn(unpinned)).rejects.toMatchObject({ code: 'source.key' })
    await expect(readGdhcn({ ...source, key: { spki } })).rejects.toMatchObject({ code: 'source.key' })
    await expect(readGdhcn({ ...source, key: { spki: other.spki } })).rejects.toMatchObject({
      code: 'source.signature',
    })
  })
})

type Change = (method: VerificationMethod) => VerificationMethod

async function reasonFor(change: Change): Promise<DropReason | undefined> {
  const list = await readGdhcn(
    sourceOf(await signChanged((method) => (method.keyusage.code === '#DSC' ? change(method) : method))),
  )
  expect(list.signers.length + list.dropped.length).toBe(2)
  return list.dropped.find(({ reason }) => reason !== 'not-a-signer')?.reason
}

const { publicKeyJwk: otherJwk } = JSON.parse(
  await writePlan({
    keys: [{ certificate: await makeDsc({ spki: other.spki }), usage: 'DSC', country: 'VN' }],
  }),
).verificationMethod[0]

describe('what the proof vouches for and we still leave out', () => {
  it.each<[string, DropReason, Change]>([
    ['a kid that is not the certificate’s', 'kid-mismatch', (method) => renamed(method, 'AAAAAAAAAAA=')],
    [
      'an id with another kid',
      'kid-mismatch',
      (method) => ({ ...method, id: `${method.id.split('#')[0]}#AAAAAAAAAAA=` }),
    ],
    ['a JWK of another key', 'key-mismatch', (method) => withJwk(method, { x: otherJwk.x, y: otherJwk.y })],
    ['a curve that is not the key’s', 'key-mismatch', (method) => withJwk(method, { crv: 'UNKNOWN CURVE' })],
    ['bytes that are no certificate', 'certificate', (method) => withJwk(method, { x5c: ['AAAA'] })],
    ['another participant', 'country', (method) => ({ ...method, participant: { code: '#PRT' } })],
    ['a participant that is no country', 'country', (method) => ({ ...method, participant: { code: '#WHO' } })],
    ['an invented state', 'test-participant', (method) => ({ ...method, participant: { code: '#XXA' } })],
  ])('is %s: %s', async (_, reason, change) => {
    expect(await reasonFor(change)).toBe(reason)
  })

  it('is a key that is no signer’s, whatever it is for', async () => {
    const list = await readGdhcn(sourceOf(await signChanged((method) => ({ ...method, keyusage: { code: '#DECA' } }))))
    expect(list.signers).toEqual([])
    expect(list.dropped.map(({ reason }) => reason)).toEqual(['not-a-signer', 'not-a-signer'])
  })

  it('is the same key once more', async () => {
    const again = { certificate: dsc, usage: 'DSC', country: 'VN', domain: 'DDCC' } as const
    const list = await readGdhcn(sourceOf(await writePlan({ keys: [...plan.keys, again] })))
    expect(list.signers).toHaveLength(1)
    expect(list.dropped.map(({ reason }) => reason)).toContain('duplicate')
  })
})

describe('a part of the list, which the same key signs', () => {
  it('is read, and a note says that it is not the whole', async () => {
    const { verificationMethod, proof }: DidDocument = JSON.parse(await writePlan())
    const controller = 'did:web:example.org:v2:trustlist:DCC'
    const keys = verificationMethod.map((method) => ({ ...method, controller }))
    const part = { id: `${controller}:VNM`, controller, verificationMethod: keys }
    const text = await signDidDocument(part, proof, proofKey.signer)
    expect(await readGdhcn(sourceOf(text))).toMatchObject({ signers: [{ certificate: dsc }], notes: ['partial'] })
  })
})

describe('a key of another domain', () => {
  const keys = (domain: string) => [{ certificate: dsc, usage: 'DSC', country: 'VN', domain } as const]

  it('may sign no DCC', async () => {
    const { signers } = await readGdhcn(sourceOf(await writePlan({ keys: keys('ICVP') })))
    expect(signers[0]?.signer.usages).toEqual([])
  })

  it('keeps what it may sign as a key for DCCs', async () => {
    const { signers } = await readGdhcn(sourceOf(await writePlan({ keys: [...keys('ICVP'), ...keys('DCC')] })))
    expect(signers.map(({ signer }) => signer.usages.length)).toEqual([3])
  })
})

describe('who issued a DSC', () => {
  const dscOnly = { certificate: dsc, usage: 'DSC', country: 'VN' } as const

  async function outcomeWith(keys: typeof plan.keys): Promise<readonly [signers: number, word: string | undefined]> {
    const { signers, dropped, notes } = await readGdhcn(sourceOf(await writePlan({ keys })))
    const [left] = dropped.filter(({ reason }) => reason !== 'not-a-signer')
    return [signers.length, left?.reason ?? notes[0]]
  }

  it('is shown by the CSCA beside it, where the list has no other', async () => {
    expect(await outcomeWith([{ ...dscOnly, csca }])).toEqual([1, undefined])
  })

  it('stays open without any CSCA: the key is kept, and a note says so', async () => {
    expect(await outcomeWith([dscOnly])).toEqual([1, 'chain-open'])
  })

  it('is not the CSCA of that name that did not sign it: the key is left out', async () => {
    const namesake = await makeCsca({ spki: other.spki })
    expect(await outcomeWith([dscOnly, { certificate: namesake, usage: 'CSCA', country: 'VN' }])).toEqual([0, 'chain'])
    expect(await outcomeWith([{ ...dscOnly, csca: namesake }])).toEqual([0, 'chain'])
  })

  it('may be any of several CSCAs of one name', async () => {
    const namesake = await makeCsca({ spki: other.spki })
    const both = [namesake, csca].map((certificate) => ({ certificate, usage: 'CSCA', country: 'VN' }) as const)
    expect(await outcomeWith([dscOnly, ...both])).toEqual([1, undefined])
  })
})

function withJwk(
  method: VerificationMethod,
  change: Partial<VerificationMethod['publicKeyJwk']> | { readonly x: string },
): VerificationMethod {
  return { ...method, publicKeyJwk: Object.assign({}, method.publicKeyJwk, change) }
}

function renamed(method: VerificationMethod, kid: string): VerificationMethod {
  return { ...withJwk(method, { kid }), id: `${method.id.split('#')[0]}#${kid}` }
}
