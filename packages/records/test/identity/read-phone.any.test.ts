import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../../src/identity/read-phone.ts'

function read(text: string): string {
  const phone = readPhone(text)
  return 'digits' in phone ? `${phone.kind} ${phone.digits}` : phone.kind
}

describe('a mobile number', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['0169.2345.678', '0392345678'],
    ['+84 1234 567 890', '0834567890'],
    ['0199 123 4567', '0591234567'],
    ['84912345678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['+84 (0) 912-345-678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['\u00a00912 345 678', '0912345678'],
    ['0562345678', '0562345678'],
  ])('%s is dialled as %s', (text, expected) => {
    expect(read(text)).toBe(`mobile ${expected}`)
  })

  it.each([
    ['0162', '032'],
    ['0163', '033'],
    ['0164', '034'],
    ['0165', '035'],
    ['0166', '036'],
    ['0167', '037'],
    ['0168', '038'],
    ['0169', '039'],
    ['0120', '070'],
    ['0121', '079'],
    ['0122', '077'],
    ['0126', '076'],
    ['0128', '078'],
    ['0123', '083'],
    ['0124', '084'],
    ['0125', '085'],
    ['0127', '081'],
    ['0129', '082'],
    ['0186', '056'],
    ['0188', '058'],
    ['0199', '059'],
  ])('of %s became %s', (old, today) => {
    expect(read(`${old}2345678`)).toBe(`mobile ${today}2345678`)
  })
})

describe('another number', () => {
  it.each([
    ['02083.655.369', 'landline 02083655369'],
    ['024 3825 5555', 'landline 02438255555'],
    ['912345678', 'no-trunk 0912345678'],
    ['912345678.0', 'no-trunk 0912345678'],
    ['1692345678', 'no-trunk 0392345678'],
    ['0912345678/0987654321', 'several 0912345678'],
    ['02083655369; 0987654321', 'several 0987654321'],
    ['0912345678 - 0987654321', 'several 0912345678'],
    ['0912345678-0987654321', 'several 0912345678'],
    ['+82 10 1234 5678', 'foreign'],
    ['0900000000', 'placeholder'],
    ['0000000000', 'placeholder'],
    ['0123456789', 'placeholder'],
    ['', 'none'],
    ['không có', 'none'],
    ['0', 'none'],
    ['09123456', 'malformed'],
    ['091234567890', 'malformed'],
    ['0172345678', 'malformed'],
    ['0312345678', 'malformed'],
    ['01302345678', 'malformed'],
    ['9.12E+08', 'malformed'],
    ['anh Ba', 'malformed'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('any text', () => {
  it('is read, and what is dialled is dialled as it stands', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[\d .-]{0,16}$/)), (text) => {
        const phone = readPhone(text)
        if (phone.kind === 'mobile') expect(readPhone(phone.digits)).toEqual(phone)
      }),
    )
  })

  it('is read soon, however long', () => {
    expect(readPhone('+'.repeat(5_000_000))).toEqual({ kind: 'malformed' })
  })
})
