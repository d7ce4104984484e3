import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableName, latinLetters, nameKey, tidyText } from '../../src/names/canonical.ts'
import { titleCase } from '../../src/names/title-case.ts'

describe('a tidy text', () => {
  it.each([
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['Nguyê\u0303n', 'Nguyễn'],
    ['  Nguyễn   Văn\u00a0A ', 'Nguyễn Văn A'],
    ['Nguyễn\tVăn\r\nA', 'Nguyễn Văn A'],
    ['Ngu\u200byễn V\u00adăn\ufeff', 'Nguyễn Văn'],
    ['\u202eNguyễn', 'Nguyễn'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['', ''],
    ['   ', ''],
  ])('of %j is %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy)
  })

  it('is tidy', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => tidyText(tidyText(text)) === tidyText(text)))
  })

  it('is NFC whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidyText(text).normalize('NFC') === tidyText(text)))
  })
})

describe('letters in the place of others', () => {
  it.each([
    ['Ðặng ðức \u0189ỗ', 'Đặng đức Đỗ'],
    ['Nguyễn Vаn', 'Nguyễn Van'], // Cyrillic а
    ['РHẠM', 'PHẠM'],
    ['Hоа\u0300', 'Hoà'], // Cyrillic о and а, then a tone
    ['Ηoa', 'Hoa'], // Greek Η
    ['Иванов', 'Иванов'],
    ['Nguyễn Иван', 'Nguyễn Иван'],
    ['Nguyжn', 'Nguyжn'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
  ])('%s is %s', (name, latin) => {
    expect(latinLetters(name)).toBe(latin)
  })
})

describe('two ways to write a name', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA'],
    ['Ðặng  Thuý', 'Đặng Thúy'],
    ['Nguyê\u0303n Hòang', 'nguyễn hoàng'],
    ['Qúy', 'Quý'],
  ])('are one to compare: %s, %s', (one, other) => {
    expect(comparableName(one)).toBe(comparableName(other))
  })

  it.each([
    ['Hoàng', 'Huỳnh'],
    ['Quí', 'Quý'],
    ['Hoa', 'Hòa'],
    ["H'Hen", 'Hhen'],
  ])('are two to compare: %s, %s', (one, other) => {
    expect(comparableName(one)).not.toBe(comparableName(other))
  })
})

describe('the key of a name', () => {
  it.each([
    ['Nguyễn Bảo Duy', 'NGUYEN BAO DUY'],
    ['Ðỗ Đình Ước', 'DO DINH UOC'],
    ["H'Hen Niê", 'HHEN NIE'],
    ['Lê-Trần  Mỹ', 'LE TRAN MY'],
    ['Y Moan Ênuôl', 'Y MOAN ENUOL'],
    ['阮文德', ''],
    ['Nguyễn 1', 'NGUYEN'],
    ['', ''],
  ])('%s has %j', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})

describe('a name in print', () => {
  it.each([
    ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
    ['nguyễn văn đức', 'Nguyễn Văn Đức'],
    ['nGUYỄN vĂN đỨC', 'Nguyễn Văn Đức'],
    ['Nguyễn văn Đức', 'Nguyễn Văn Đức'],
    ['NGuyễn Văn Đức', 'Nguyễn Văn Đức'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["h'hen niê", "H'Hen Niê"],
    ["K'BRỬU", "K'Brửu"],
    ['K\u2019BRỬU', 'K\u2019Brửu'],
    ['Y MOAN ÊNUÔL', 'Y Moan Ênuôl'],
    ['LÊ-TRẦN MỸ', 'Lê-Trần Mỹ'],
    ['a páo', 'A Páo'],
  ])('%s is %s', (name, printed) => {
    expect(titleCase(name)).toBe(printed)
  })

  it.each(['Nguyễn Văn Đức', "H'Hen Niê", 'Ronald McDonald', 'Siu Black', 'Nguyễn Văn A', ''])(
    'stays as it is: %s',
    (name) => {
      expect(titleCase(name)).toBe(name)
    },
  )
})
