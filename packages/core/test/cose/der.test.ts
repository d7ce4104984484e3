import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derBits, derContent, derElements, derTag, derTagged, writeDer, writeDerInteger } from '../../src/cose/der.ts'
import { Fault } from '../../src/fault.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const refused = expect.objectContaining({ name: 'Fault', code: 'cose.algorithm' })

describe('the DER reader', () => {
  it('splits bytes into the elements that lie side by side', () => {
    const elements = derElements(hex('020105 0500 30030101ff'.replaceAll(' ', '')))
    expect(elements.map(({ tag }) => tag)).toEqual([derTag.integer, derTag.null, derTag.sequence])
    expect(elements[2]?.content).toEqual(hex('0101ff'))
    expect(derElements(new Uint8Array())).toEqual([])
  })

  it.each([
    ['a tag alone', '02'],
    ['a length beyond the end', '020201'],
    ['an indefinite length', '30800000'],
    ['a length of one byte written as two', '02810105'],
    ['a length of two bytes written with a zero', `02820005${'00'.repeat(5)}`],
    ['a length of three bytes', '0283000001ff'],
    ['a length of four bytes that would be negative', '0284ffffffff'],
    ['a tag number of more bytes', '1f8101020500'],
    ['a length cut off', '0282ff'],
    ['a ninth element', '0500'.repeat(9)],
  ])('refuses %s', (_, text) => {
    expect(() => derElements(hex(text))).toThrow(refused)
  })

  it('wants one element to the last byte', () => {
    expect(derContent(hex('0201ff'), derTag.integer)).toEqual(hex('ff'))
    expect(() => derContent(hex('0201ff00'), derTag.integer)).toThrow(refused)
    expect(() => derContent(hex('0201ff0500'), derTag.integer)).toThrow(refused)
    expect(() => derContent(hex('0401ff'), derTag.integer)).toThrow(refused)
    expect(() => derContent(new Uint8Array(), derTag.integer)).toThrow(refused)
    expect(() => derTagged(undefined, derTag.integer)).toThrow(refused)
  })

  it('refuses bit strings that end within a byte', () => {
    expect(derBits({ tag: derTag.bitString, content: hex('00abcd') })).toEqual(hex('abcd'))
    expect(() => derBits({ tag: derTag.bitString, content: hex('01abcc') })).toThrow(refused)
    expect(() => derBits({ tag: derTag.bitString, content: new Uint8Array() })).toThrow(refused)
  })

  it('does not follow nesting, however deep', () => {
    let nested: Uint8Array = new Uint8Array()
    for (let depth = 0; depth < 10_000; depth++) nested = writeDer(derTag.sequence, nested)
    expect(derElements(nested)).toHaveLength(1)
  })

  it('reads what it writes, at every length of length', () => {
    for (const length of [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff]) {
      const content = new Uint8Array(length).fill(7)
      expect(derContent(writeDer(derTag.octetString, content), derTag.octetString)).toEqual(content)
    }
    expect(() => writeDer(derTag.octetString, new Uint8Array(0x10000))).toThrow(TypeError)
  })

  it('gives elements or a Fault for any bytes', () => {
    const anyBytes = fc.uint8Array({ maxLength: 64 })
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        try {
          const total = derElements(bytes).reduce((sum, { tag, content }) => sum + writeDer(tag, content).length, 0)
          return total === bytes.length
        } catch (error) {
          return error instanceof Fault && error.code === 'cose.algorithm'
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the writer of integers', () => {
  it.each([
    ['', '020100'],
    ['0000', '020100'],
    ['01', '020101'],
    ['80', '02020080'],
    ['00007f', '02017f'],
    ['ff00', '020300ff00'],
  ])('writes %s in the one form that DER has', (magnitude, der) => {
    expect(writeDerInteger(hex(magnitude))).toEqual(hex(der))
  })
})
