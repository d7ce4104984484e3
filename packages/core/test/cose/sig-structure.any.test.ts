import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToBeSigned } from '../../src/cose/sig-structure.ts'
import { toBeSigned } from '../../src/cose/sign1.ts'
import { codeOf } from '../faults.ts'
import { bytes } from './hex.ts'

const CONTEXT = '6a 5369676e617475726531'

describe('the bytes to be signed', () => {
  it('are taken apart as they were put together', () => {
    const some = fc.uint8Array({ maxLength: 400 })
    fc.assert(
      fc.property(some, fc.uint8Array({ minLength: 1, maxLength: 400 }), (protectedBytes, payload) => {
        expect(readToBeSigned(toBeSigned(protectedBytes, payload))).toEqual({ protectedBytes, payload })
      }),
    )
  })

  it.each([
    ['another context', '84 69 5369676e6174757265 41a0 40 41a0'],
    ['the context as bytes', `84 4a 5369676e617475726531 41a0 40 41a0`],
    ['external data', `84 ${CONTEXT} 41a0 41a0 41a0`],
    ['no external data', `83 ${CONTEXT} 41a0 41a0`],
    ['five members', `85 ${CONTEXT} 41a0 40 41a0 40`],
    ['an array of no told length', `9f ${CONTEXT} 41a0 40 41a0 ff`],
    ['a long head', `84 ${CONTEXT} 41a0 40 5801a0`],
    ['a payload in pieces', `84 ${CONTEXT} 41a0 40 5f41a0ff`],
    ['a payload that is no bytes', `84 ${CONTEXT} 41a0 40 a0`],
    ['an empty payload', `84 ${CONTEXT} 41a0 40 40`],
    ['a protected header that is no bytes', `84 ${CONTEXT} a0 40 41a0`],
    ['a payload that is null', `84 ${CONTEXT} 41a0 40 f6`],
    ['a protected header of 2^30 bytes of length', `84 ${CONTEXT} 76`],
    ['a byte too many', `84 ${CONTEXT} 41a0 40 41a0 00`],
    ['a byte too few', `84 ${CONTEXT} 41a0 40 41`],
    ['a tag', `d2 84 ${CONTEXT} 41a0 40 41a0`],
    ['a map', 'a0'],
    ['nothing', ''],
  ])('are refused with %s', (_, text) => {
    expect(codeOf(() => readToBeSigned(bytes(text)))).toBe('cose.shape')
  })
})
