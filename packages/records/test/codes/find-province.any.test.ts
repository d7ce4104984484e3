import { describe, expect, it } from 'vitest'
import { provinces } from '../../src/codes/default-code-sets.ts'
import { findProvince, provinceListOn, successorOf } from '../../src/codes/find-province.ts'
import { provinces2004 } from '../../src/codes/provinces-2004.ts'
import { provinces2025 } from '../../src/codes/provinces-2025.ts'

function found(text: string, day = '2022-05-31'): string {
  const province = findProvince(text, day, provinces)
  return province === undefined ? 'none' : `${province.list}/${province.code} ${province.name}`
}

describe('the two lists', () => {
  it('hold 63 and 34 units, each once', () => {
    expect(new Set(provinces2004.map(({ code }) => code)).size).toBe(63)
    expect(new Set(provinces2004.map(({ name }) => name)).size).toBe(63)
    expect(new Set(provinces2025.map(({ code }) => code)).size).toBe(34)
    expect(new Set(provinces2025.map(({ name }) => name)).size).toBe(34)
  })

  it('lose none of the 63: each became part of one unit', () => {
    const merged = provinces2025.flatMap(({ from = [] }) => from)
    expect(merged.toSorted()).toEqual(provinces2004.map(({ code }) => code).toSorted())
  })

  it('change in the night to 1 July 2025', () => {
    expect(provinceListOn('2025-06-30')).toBe('2004-63')
    expect(provinceListOn('2025-07-01')).toBe('2025-34')
  })

  it.each([
    ['24', 'Bắc Giang', 'Bắc Ninh'],
    ['15', 'Yên Bái', 'Lào Cai'],
    ['44', 'Quảng Bình', 'Quảng Trị'],
    ['52', 'Bình Định', 'Gia Lai'],
    ['80', 'Long An', 'Tây Ninh'],
    ['82', 'Tiền Giang', 'Đồng Tháp'],
    ['91', 'Kiên Giang', 'An Giang'],
  ])('mean two things by %s: %s, then %s', (code, before, after) => {
    expect(found(code, '2025-06-30')).toBe(`2004-63/${code} ${before}`)
    expect(found(code, '2025-07-01')).toBe(`2025-34/${code} ${after}`)
  })

  it('use no other code twice with two names', () => {
    const old = new Map(provinces2004.map(({ code, name }) => [code, name]))
    const moved = provinces2025.filter(({ code, name }) => old.get(code) !== name).map(({ code }) => code)
    expect(moved).toEqual(['15', '24', '44', '46', '52', '80', '82', '91'])
  })
})

describe('a province is found', () => {
  it.each([
    ['TP.HCM', '79'],
    ['TPHCM', '79'],
    ['Tp. Hồ Chí Minh', '79'],
    ['Sài Gòn', '79'],
    ['ho chi minh', '79'],
    ['HCMC', '79'],
    ['Thừa Thiên - Huế', '46'],
    ['TT Huế', '46'],
    ['Huế', '46'],
    ['BRVT', '77'],
    ['BR-VT', '77'],
    ['Bà Rịa–Vũng Tàu', '77'],
    ['Tỉnh Thái Nguyên', '19'],
    ['HA NOI', '01'],
    ['Thành phố Hà Nội', '01'],
    ['Ðắk Lắk', '66'],
    ['ĐĂK LĂK', '66'],
    ['Daklak', '66'],
    ['Kontum', '62'],
    ['Bắc Cạn', '06'],
    ['Tha\u0300nh pho\u0302\u0301 Đa\u0300 Nẵng', '48'],
    ['1', '01'],
    ['079', '79'],
    ['001', '01'],
  ])('%s as %s', (text, code) => {
    expect(findProvince(text, '2022-05-31', provinces)).toMatchObject({ list: '2004-63', code })
  })

  it.each(['', '03', '100', '00', 'Sao Hỏa', 'TP', 'Tỉnh', 'Hà', '__proto__', 'constructor'])('not %j', (text) => {
    expect(found(text)).toBe('none')
  })

  it('by its name in the list of the day, else in the other', () => {
    expect(found('Bắc Ninh', '2022-05-31')).toBe('2004-63/27 Bắc Ninh')
    expect(found('Bắc Ninh', '2026-01-01')).toBe('2025-34/24 Bắc Ninh')
    expect(found('Hà Giang', '2026-01-01')).toBe('2004-63/02 Hà Giang')
    expect(found('Thừa Thiên Huế', '2026-01-01')).toBe('2025-34/46 Huế')
  })

  it('never by a code of the other list', () => {
    expect(found('02', '2026-01-01')).toBe('none')
  })
})

describe('what became of a province', () => {
  it('is the unit that took it up', () => {
    const old = (code: string) => provinces2004.find((province) => province.code === code)
    const successor = (code: string) => successorOf(old(code) as (typeof provinces2004)[number], provinces)?.name
    expect(['02', '24', '64', '77', '30', '54'].map(successor)).toEqual([
      'Tuyên Quang',
      'Bắc Ninh',
      'Gia Lai',
      'Hồ Chí Minh',
      'Hải Phòng',
      'Đắk Lắk',
    ])
  })
})
