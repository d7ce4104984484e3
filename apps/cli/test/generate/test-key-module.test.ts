import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { testKeyModule } from '../../generate/test-key-module.ts'

it('The keys that production never believes are made again byte for byte', ({ skip }) => {
  const suites = inject('suites')
  if (suites === null) return skip('their certificates lie in the public suites')
  const kept = new URL('../../../../packages/core/src/trust/test-key-hashes.ts', import.meta.url)
  expect(testKeyModule(suites)).toBe(readFileSync(kept, 'utf8'))
})
