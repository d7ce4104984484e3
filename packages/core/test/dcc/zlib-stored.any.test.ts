import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflateBlocks } from '../../src/dcc/inflate.ts'
import { inflate } from '../../src/dcc/zlib.ts'
import { Fault } from '../../src/fault.ts'
import { codeOf } from '../faults.ts'
import { concat, stored, zlib } from './zlib-builder.ts'

const plain = Uint8Array.from({ length: 300 }, (_, i) => i)
const stream = zlib(stored(true, plain), plain)

/** Whether the action gives anything but a Fault and false. */
function isRead(action: () => unknown): boolean {
  try {
    return action() !== false
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return false
  }
}

describe('a stream of one stored block', () => {
  it('is read where it lies', () => {
    const bytes = inflate(stream)
    expect(bytes).toEqual(plain)
    expect(bytes.buffer).toBe(stream.buffer)
  })

  it('is read alike whether it is one block or two', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (bytes, at) => {
        const blocks = concat(stored(false, bytes.subarray(0, at)), stored(true, bytes.subarray(at)))
        expect(inflate(zlib(stored(true, bytes), bytes))).toEqual(inflate(zlib(blocks, bytes)))
      }),
    )
  })

  it('is refused as the general reader refuses it, with any byte of its head changed', () => {
    const byBlocks = (bytes: Uint8Array) => inflateBlocks(bytes, 2, new Uint8Array(32 * 1024)).end === bytes.length - 4
    for (let at = 2; at < 7; at += 1) {
      for (let value = 0; value < 256; value += 1) {
        const changed = stream.slice()
        changed[at] = value
        expect(
          isRead(() => inflate(changed)),
          `byte ${at} is ${value}`,
        ).toBe(isRead(() => byBlocks(changed)))
      }
    }
  })

  it('is refused when cut, followed by a byte, or larger than allowed', () => {
    expect(codeOf(() => inflate(stream.subarray(0, -1)))).toBe('text.zlib')
    expect(codeOf(() => inflate(concat(stream, Uint8Array.of(0))))).toBe('text.zlib')
    expect(codeOf(() => inflate(stream, 299))).toBe('text.too-large')
    expect(inflate(stream, 300)).toEqual(plain)
  })
})
