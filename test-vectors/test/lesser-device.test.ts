import { expect, it, vi } from 'vitest'
import { readTrustList } from '../../packages/core/src/trust/index.ts'
import { verify } from '../../packages/core/src/verify/index.ts'
import { readJson, vectors } from './vector-files.ts'

// A browser page without WebCrypto has P-256 in TypeScript, and no RSA.
vi.mock(
  '../../packages/core/src/cose/verify-signature-node.ts',
  () => import('../../packages/core/src/cose/verify-signature-noble.ts'),
)

const lesser = vectors.filter(({ given }) => given.without !== undefined)

it.each(lesser.map((vector) => [vector.id, vector] as const))('%s, on a device without RSA', async (_, vector) => {
  const { text, clock, trust, without } = vector.given
  expect(without).toEqual(['PS256'])
  const verdict = await verify(String(text), {
    trust: readTrustList(readJson(String(trust))),
    at: new Date(String(clock)),
  })
  const checks = Object.fromEntries(verdict.checks.map(({ name, outcome }) => [name, outcome]))
  expect({ kind: verdict.kind, ...('code' in verdict && { code: verdict.code }), checks }).toEqual(vector.expect)
})

it('is asked about at least once', () => {
  expect(lesser).not.toHaveLength(0)
})
