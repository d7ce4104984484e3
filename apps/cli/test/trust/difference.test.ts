import { denyList, readRules } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { differences } from '../../src/trust/difference.ts'
import { differenceText } from '../../src/trust/difference-text.ts'
import { entriesOf } from '../../src/trust/entries.ts'
import { authorityOf } from '../sample-certificates.ts'
import { sampleRule } from './sample-rule.ts'

const signer = authorityOf('dsc-all').documentSigner
const other = authorityOf('dsc-test').documentSigner
const kid = Buffer.from(signer.kid).toString('base64')
const rules = (...versions: readonly string[]) =>
  readRules({
    format: 'vaxcert-rules',
    version: 1,
    rules: versions.map((version) => ({ purposes: ['entry'], rule: sampleRule({ Version: version }) })),
  })

describe('the difference of two sets of lists', () => {
  it('is what was added, removed and changed, list by list', () => {
    const before = {
      trust: { signers: [signer] },
      rules: rules('1.0.0'),
      valueSets: [{ id: 'a', date: '2022-01-01', codes: [] }],
    }
    const after = {
      trust: { signers: [{ ...signer, usages: [] }, other] },
      rules: rules('1.0.0', '1.1.0'),
      denied: denyList([{ kid: signer.kid, reason: 'compromised' }]),
    }
    const { trust, deny, revocation, rules: ofRules, 'value-sets': sets } = differences(before, after)
    expect(trust).toEqual({ added: [expect.stringMatching(/^VN /)], removed: [], changed: [`VN ${kid}`] })
    expect(deny).toEqual({ added: [`kid ${kid}`], removed: [], changed: [] })
    expect(revocation).toEqual({ added: [], removed: [], changed: [] })
    expect(ofRules).toEqual({ added: [], removed: [], changed: ['GR-VN-0001 1.0.0, 1.1.0'] })
    expect(sets.removed).toEqual(['a 2022-01-01 (0 codes)'])
  })

  it('is nothing between the same lists in another order', () => {
    const difference = differences({ trust: { signers: [signer, other] } }, { trust: { signers: [other, signer] } })
    expect(differenceText(difference)).toBe('Nothing differs.\n')
  })

  it('tells what is revoked by signer and kind of hash', () => {
    const chunk = { sha256: 'ab', members: 3, prefix: 0, bits: 0 }
    const list = { kid: signer.kid, type: 'UCI' as const, bits: 0, chunks: [chunk] }
    const signers = new Map([[Buffer.from(signer.kid).toString('latin1'), { whole: true, lists: [list] }]])
    const before = { revocation: { edition: 1, signers: new Map(), deltas: [] } }
    const text = differenceText(differences(before, { revocation: { edition: 2, signers, deltas: [] } }))
    expect(text).toBe(`revocation: 2 added, 0 removed, 0 changed\n  + ${kid} all of its certificates\n  + ${kid} UCI\n`)
  })

  it('knows each thing by another name', () => {
    const ids = Object.values(entriesOf({ trust: { signers: [signer, other, { ...other, kid: signer.kid }] } })).flat()
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3)
  })
})
