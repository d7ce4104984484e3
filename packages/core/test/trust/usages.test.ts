import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allUsages, usageOid, usagesOf } from '../../src/trust/usages.ts'

const clientAuth = '1.3.6.1.5.5.7.3.2'
const emailProtection = '1.3.6.1.5.5.7.3.4'
const anyPurpose = '2.5.29.37.0'
const vdsNc = '2.23.136.1.1.14.2'

describe('usages of a document signer', () => {
  it('has the object identifiers of the specification', () => {
    expect(allUsages.map((usage) => usageOid(usage, 'current'))).toEqual([
      '1.3.6.1.4.1.1847.2021.1.2',
      '1.3.6.1.4.1.1847.2021.1.1',
      '1.3.6.1.4.1.1847.2021.1.3',
    ])
    expect(usageOid('recovery', 'legacy')).toBe('1.3.6.1.4.1.0.1847.2021.1.3')
  })

  it.each([
    ['no purpose at all', [], allUsages],
    ['TLS and mail only', [clientAuth, emailProtection], allUsages],
    ['any purpose', [anyPurpose], allUsages],
    ['VDS-NC only', [vdsNc], []],
    ['VDS-NC beside TLS', [clientAuth, vdsNc], []],
    ['VDS-NC beside a usage', [vdsNc, usageOid('test', 'legacy')], ['test']],
    ['a fourth document of our arc', ['1.3.6.1.4.1.1847.2021.1.4'], []],
    ['a longer number that begins like a usage', ['1.3.6.1.4.1.1847.2021.1.11'], []],
    ['an arc that only begins like ours', ['1.3.6.1.4.1.1847.2021.10.1'], allUsages],
    ['an arc that only begins like VDS-NC', ['2.23.136.1.1.140.2'], allUsages],
    ['a usage beside TLS', [clientAuth, usageOid('vaccination', 'current')], ['vaccination']],
    ['one usage in each family', [usageOid('test', 'legacy'), usageOid('recovery', 'current')], ['test', 'recovery']],
    ['one usage in both families', [usageOid('test', 'legacy'), usageOid('test', 'current')], ['test']],
  ] as const)('reads %s', (_, keyPurposes, usages) => {
    expect(usagesOf(keyPurposes)).toEqual(usages)
  })

  it('reads every subset of every family in our order, whatever theirs', () => {
    const named = fc.record({ usage: fc.constantFrom(...allUsages), family: fc.constantFrom('current', 'legacy') })
    fc.assert(
      fc.property(fc.array(named, { minLength: 1 }), fc.subarray([clientAuth, vdsNc]), (purposes, foreign) => {
        const oids = purposes.map(({ usage, family }) => usageOid(usage, family as 'current'))
        const expected = allUsages.filter((usage) => purposes.some((purpose) => purpose.usage === usage))
        expect(usagesOf([...oids, ...foreign])).toEqual(expected)
        expect(usagesOf([...foreign, ...oids.reverse()])).toEqual(expected)
      }),
    )
  })
})
