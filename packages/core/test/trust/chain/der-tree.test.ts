import { describe, expect, it } from 'vitest'
import { membersOf, readDer, tagged } from '../../../src/trust/chain/der-tree.ts'
import { dottedOid } from '../../../src/trust/chain/dotted-oid.ts'
import { bytes } from '../../cose/hex.ts'

const malformed = expect.objectContaining({ name: 'Fault', code: 'chain.form' })

describe('DER, read to the last byte', () => {
  it.each([
    ['an empty SEQUENCE', '3000'],
    ['a length of one byte more', `308180${'0500'.repeat(64)}`],
    ['a length of two bytes more', `30820100${'0500'.repeat(128)}`],
    ['the largest and the smallest numbers of one byte', '300602017f020180'],
    ['a number that needs its zero', '02020080'],
    ['no bits, and seven unused ones', '300703010003020780'.replace('3007', '3007')],
    ['a tagged element', 'a003020102'],
  ])('takes %s', (_, text) => {
    expect(readDer(bytes(text)).bytes).toEqual(bytes(text))
  })

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['two elements', '05000500'],
    ['a content that is cut', '040201'],
    ['an open length', '30800000'],
    ['a length in more bytes than it needs', '04810100'],
    ['a length of two bytes where one does', `048200ff${'00'.repeat(255)}`],
    ['a length of four bytes', '048400000000'],
    ['a tag of two bytes', '1f8101 00'.replace(' ', '')],
    ['a primitive SEQUENCE', '1000'],
    ['a constructed OCTET STRING', '24020400'],
    ['TRUE as 1', '010101'],
    ['two booleans in one', '0102ffff'],
    ['an empty number', '0200'],
    ['a number with a zero too many', '0202007f'],
    ['a negative number with a byte too many', '0202ff80'],
    ['a NULL that says something', '050100'],
    ['bits without their count', '0300'],
    ['eight unused bits', '03020800'],
    ['unused bits that are set', '030207ff'],
    ['unused bits of nothing', '030101'],
    ['an empty object identifier', '0600'],
    ['an object identifier that is cut', '06022a86'],
    ['an object identifier with a zero too many', '06032a8001'],
    ['an object identifier that begins with a zero too many', '06028001'],
  ])('refuses %s', (_, text) => {
    expect(() => readDer(bytes(text))).toThrow(malformed)
  })

  it('goes sixteen levels deep', () => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<string>((inner) => wrapped(inner), '0500')
    expect(readDer(bytes(nested(15))).tag).toBe(0x30)
    expect(() => readDer(bytes(nested(16)))).toThrow(malformed)
  })

  it('gives members by tag and number, or a Fault', () => {
    const node = readDer(bytes('30050500020101'))
    expect(membersOf(node, 0x30, 2).map(({ tag }) => tag)).toEqual([5, 2])
    expect(() => membersOf(node, 0x30, 3)).toThrow(malformed)
    expect(() => membersOf(node, 0x31)).toThrow(malformed)
    expect(() => tagged(undefined, 0x30)).toThrow(malformed)
  })
})

function wrapped(inner: string): string {
  return `30${(inner.length / 2).toString(16).padStart(2, '0')}${inner}`
}

describe('an object identifier in dots', () => {
  it.each([
    ['551d0f', '2.5.29.15'],
    ['2b06010401008e37', '1.3.6.1.4.1.0.1847'],
    ['8837', '2.999'],
    ['27', '0.39'],
    ['2b', '1.3'],
    ['6982839299a5dce9d8d6aaf2d2d5bcb5d7f89c01', '2.25.'],
  ])('%s is %s', (text, dotted) => {
    expect(dottedOid(bytes(text))).toMatch(dotted.endsWith('.') ? /^2\.25\.\d{30,}$/ : new RegExp(`^${dotted}$`))
  })
})
