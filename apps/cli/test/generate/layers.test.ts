import { signDcc } from '@vaxcert/core'
import { toBeSigned as coreToBeSigned, parseSign1 } from '@vaxcert/core/cose'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { decode } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { type Certificate, type Change, type Layers, makeLayers, toBeSigned } from '../../generate/layers.ts'
import { recoveryDcc, testDcc, vaccinationDcc } from '../../generate/people.ts'
import { keyNames, sampleKey } from '../../generate/sample-keys.ts'
import { usual } from '../../generate/verify-case.ts'

const order = [
  'dcc',
  'item',
  'claims',
  'payload',
  'headers',
  'protectedBytes',
  'signature',
  'message',
  'cose',
  'zlib',
  'base45',
  'text',
] as const

function different(left: Layers, right: Layers): readonly string[] {
  return order.filter((layer) => JSON.stringify(left[layer]) !== JSON.stringify(right[layer]))
}

describe('A certificate made layer by layer', () => {
  it.each([
    ['vaccination', vaccinationDcc],
    ['test', testDcc],
    ['recovery', recoveryDcc],
  ])('is what the library issues: %s', async (_, dcc) => {
    const { documentSigner, pkcs8 } = sampleKey('dsc-all')
    const signer = deterministicSigner({ kid: documentSigner.kid, pkcs8 })
    const authority = { signer, documentSigner, country: 'VN', issuer: '' }
    const times = { issuedAt: new Date(usual.iat * 1000), expiresAt: new Date(usual.exp * 1000) }
    const { cose } = await makeLayers({ ...usual, dcc })
    expect((await signDcc(dcc, authority, times)).cose).toEqual(cose)
  })

  it.each(keyNames)('is read with the key %s', async (key) => {
    const layers = await makeLayers({ ...usual, key })
    expect(decode(layers.text)).toMatchObject({ ok: true, layers: { cose: layers.cose, compressed: layers.zlib } })
    const { protectedBytes, payload, kid } = parseSign1(layers.cose)
    expect(toBeSigned(layers)).toEqual(coreToBeSigned(protectedBytes, payload))
    expect(kid).toEqual(sampleKey(key).documentSigner.kid)
  })

  it('is the same at each run', async () => {
    expect(different(await makeLayers(usual), await makeLayers(usual))).toEqual([])
  })
})

describe('A change', () => {
  const changes: readonly Change[] = [
    { layer: 'dcc', make: () => ({}) },
    { layer: 'payload', make: (right) => right.subarray(1) },
    { layer: 'signature', make: (right) => right.toReversed() },
    { layer: 'zlib', make: (right) => right.subarray(1) },
    { layer: 'text', make: (right) => right.slice(1) },
  ]

  it.each(changes)('at layer $layer leaves those below it', async (change) => {
    const [right, wrong] = [await makeLayers(usual), await makeLayers(usual, change)]
    const [lowest] = different(right, wrong)
    expect(lowest).toBe(change.layer)
    expect(different(right, wrong)).toContain('text')
  })

  it('sees the layer as it should be, and those below', async () => {
    const seen: unknown[] = []
    const certificate: Certificate = { ...usual, iss: 'FR' }
    const change: Change = {
      layer: 'payload',
      make: (right, below) => {
        seen.push(below.dcc, below.text)
        return right
      },
    }
    const changed = await makeLayers(certificate, change)
    expect(seen).toEqual([vaccinationDcc, undefined])
    expect(different(changed, await makeLayers(certificate))).toEqual([])
  })
})
