import { describe, expect, it } from 'vitest'
import { accepted, acceptedWith, notReached, refusedAt, undecidedAt } from '../../generate/expectations.ts'
import { makeLayers } from '../../generate/layers.ts'
import { stagesOf } from '../../generate/stages.ts'
import type { VerifyExpectation } from '../../generate/vector.ts'
import { usual } from '../../generate/verify-case.ts'

const layers = await makeLayers(usual)
const text = ['base45', 'zlib']
const message = [...text, 'cose']
const signed = [...message, 'protected', 'toBeSigned', 'payload']

describe('The stages of a vector', () => {
  it.each([
    ['what is accepted', accepted, [...signed, 'dcc']],
    ['a wrong prefix', refusedAt('text', 'text.prefix'), []],
    ['wrong base45', refusedAt('text', 'text.base45'), []],
    ['wrong zlib', refusedAt('text', 'text.zlib'), text],
    ['a wrong message', refusedAt('message', 'cose.shape'), message],
    ['an unknown signer', undecidedAt('signer', 'signer.unknown'), signed],
    ['a wrong signature', refusedAt('signature', 'signature.mismatch'), signed],
    ['a wrong schema', refusedAt('claims', 'dcc.schema'), signed],
    ['an expired certificate', refusedAt('time', 'dcc.expired'), [...signed, 'dcc']],
    ['a picture without a code', notReached('picture.no-code'), []],
  ])('are those that a reader of %s finds', (_, expected, stages) => {
    expect(Object.keys(stagesOf(layers, expected))).toEqual(stages)
  })

  it('have other documents in place of the certificate', () => {
    const documents = [{ subClaim: -6 }]
    const unjudged = undecidedAt('content', 'content.no-rules')
    expect(stagesOf(layers, unjudged, documents)).toMatchObject({ documents })
    expect(Object.keys(stagesOf(layers, unjudged, documents))).toEqual([...signed, 'documents'])
    expect(Object.keys(stagesOf(layers, refusedAt('claims', 'claims.shape'), documents))).toEqual(signed)
  })
})

describe('An expectation', () => {
  it('lets every check pass before the failing one, and skips those after it', () => {
    const { checks } = refusedAt('claims', 'dcc.schema')
    expect(Object.values(checks)).toEqual([...Array(4).fill('passed'), 'failed', ...Array(10).fill('skipped')])
    expect(new Set(Object.values(notReached('picture.no-code').checks))).toEqual(new Set(['skipped']))
    expect(undecidedAt('signer', 'signer.unknown')).toMatchObject({ kind: 'undecided', checks: { signer: 'failed' } })
  })

  it('skips the checks for which nothing is handed in', () => {
    const skipped = ({ checks }: VerifyExpectation) =>
      Object.entries(checks).flatMap(([name, outcome]) => (outcome === 'skipped' ? [name] : []))
    expect(skipped(accepted)).toEqual(['clock', 'lists', 'revocation', 'rules'])
    expect(skipped(acceptedWith(['revocation']))).toEqual(['clock', 'lists', 'rules'])
    expect(skipped(acceptedWith(['lists', 'revocation', 'rules']))).toEqual([])
    expect(skipped(refusedAt('rules', 'rules.refused', ['rules']))).toEqual(['clock', 'lists', 'revocation'])
  })
})
