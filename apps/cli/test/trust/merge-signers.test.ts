import type { DocumentSigner } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { mergeSigners } from '../../src/trust/merge-signers.ts'
import { authorityOf } from '../sample-certificates.ts'

const [one, two, three] = ['dsc-all', 'dsc-test', 'dsc-legacy'].map((name) => authorityOf(name).documentSigner) as [
  DocumentSigner,
  DocumentSigner,
  DocumentSigner,
]

describe('merging trust lists', () => {
  it('gives each certificate once, in one order, whatever the order of the lists', () => {
    const merged = mergeSigners([
      [three, one],
      [one, two],
    ])
    expect(merged.signers).toHaveLength(3)
    expect(mergeSigners([[two], [one, three]])).toEqual(merged)
    expect(merged.contradicted).toEqual([])
  })

  it('lets the first list count where two disagree, and says so', () => {
    const other = { ...one, country: 'LA' }
    const merged = mergeSigners([[one], [other], [{ ...one, notAfter: one.notAfter - 1 }]])
    expect(merged).toEqual({ signers: [one], contradicted: [one] })
  })

  it('keeps two certificates apart that share a kid', () => {
    expect(mergeSigners([[one, { ...two, kid: one.kid }]]).signers).toHaveLength(2)
  })

  it('sorts by country first', () => {
    const signers = [{ ...one, country: 'VN' }, { ...two, country: 'AT' }, three]
    expect(mergeSigners([signers]).signers.map(({ country }) => country)).toEqual(['AT', 'VN', 'VN'])
  })
})
