import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflate as deflateInNode } from '../src/deflate-node.ts'
import { deflate as deflateWithPako } from '../src/deflate-pako.ts'

describe.each([
  { name: 'node:zlib', deflate: deflateInNode },
  { name: 'pako', deflate: deflateWithPako },
])('deflate by $name', ({ deflate }) => {
  it('makes a zlib stream that inflates to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(new Uint8Array(inflateSync(deflate(bytes)))).toEqual(bytes)
      }),
    )
  })

  it('makes little of long runs', () => {
    expect(deflate(new Uint8Array(50_000)).length).toBeLessThan(400)
  })
})
