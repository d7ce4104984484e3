import * as npmBase45 from 'base45'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from '../../src/dcc/base45.ts'

describe('base45 and the base45 package', () => {
  it('write the same text, and read it alike', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), (bytes) => {
        const text = encodeBase45(bytes)
        expect(text).toBe(npmBase45.encode(bytes))
        expect(decodeBase45(text)).toEqual(Uint8Array.from(npmBase45.decode(text)))
      }),
    )
  })
})
