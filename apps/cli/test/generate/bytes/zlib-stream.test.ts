import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bombBlock, dynamicBlock, oversubscribedBlock, storedBlocks } from '../../../generate/bytes/deflate-blocks.ts'
import { adler32, zlibStream } from '../../../generate/bytes/zlib-stream.ts'

const content = fc.uint8Array({ maxLength: 2000 })

function inflated(blocks: Uint8Array, whole: Uint8Array): Uint8Array {
  return new Uint8Array(inflateSync(zlibStream(blocks, whole)))
}

describe('A zlib stream made by hand', () => {
  it('of stored blocks inflates to what went in', () => {
    fc.assert(
      fc.property(content, content, (first, second) => {
        const whole = Uint8Array.from([...first, ...second])
        expect(inflated(storedBlocks(first, second), whole)).toEqual(whole)
      }),
    )
  })

  it('of a dynamic block inflates to what went in', () => {
    fc.assert(
      fc.property(content, (whole) => {
        expect(inflated(dynamicBlock(whole), whole)).toEqual(whole)
      }),
    )
  })

  it('may be a bomb of a thousand bytes to one', () => {
    const { block, content: zeros } = bombBlock(1000)
    expect(inflated(block, zeros)).toEqual(zeros)
    expect(zeros.length / block.length).toBeGreaterThan(500)
    expect(zeros.every((byte) => byte === 0)).toBe(true)
  })

  it('with a code that has no room is refused', () => {
    expect(() => inflated(oversubscribedBlock(), new Uint8Array())).toThrow('invalid code lengths set')
  })

  it('ends in the checksum of RFC 1950', () => {
    expect(adler32(new Uint8Array())).toEqual([0, 0, 0, 1])
    expect(adler32(new TextEncoder().encode('Wikipedia'))).toEqual([0x11, 0xe6, 0x03, 0x98])
  })
})
