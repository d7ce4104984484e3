import { describe, expect, it } from 'vitest'
import { hasLostMarks, isKinhSurname, isNearKinhSurname, isOfOtherPeople } from '../../src/names/kinh.ts'
import { isNearSyllable } from '../../src/names/near-syllable.ts'

describe('a Kinh family name', () => {
  it('is known with its marks and without, in either case', () => {
    expect(['Nguyễn', 'NGUYEN', 'Đỗ', 'đặng', 'Phan'].every(isKinhSurname)).toBe(true)
    expect(['Ksor', 'Niê', 'Siu', 'Kim-Ly', ''].some(isKinhSurname)).toBe(false)
  })

  it('has lost marks only where it ever had some', () => {
    expect(['Nguyen', 'TRAN', 'Le'].every(hasLostMarks)).toBe(true)
    expect(['Phan', 'Mai', 'Ly', 'Nguyễn', 'Siu'].some(hasLostMarks)).toBe(false)
    // Chử, Lã and Ưng are names too.
    expect(['Chu', 'La', 'Ung'].some(hasLostMarks)).toBe(false)
  })

  it('is near where one letter is wrong and it is long enough', () => {
    expect(['Nguyênx', 'Nguyn', 'Trươngg', 'Huỳmh'].every(isNearKinhSurname)).toBe(true)
    expect(['Ksor', 'Le', 'Niê'].some(isNearKinhSurname)).toBe(false)
  })
})

describe('a word of another people', () => {
  it.each([
    "H'Hen",
    'K\u2019Brửu',
    'Čil',
    'Ñŭ',
    'Krai',
    'Blót',
    'Hmrá',
    'Hwing',
    'Rươl',
    'Ênuôl',
    'Đăk',
    'Mlô',
    'Blơi',
  ])('is %s', (word) => {
    expect(isOfOtherPeople(word)).toBe(true)
  })

  it.each(['Mn', 'Nguyênx', 'Đứcc', 'Hươngf', 'Trang', 'Chinh', 'Bích', 'Khanh'])('is not %s', (word) => {
    expect(isOfOtherPeople(word)).toBe(false)
  })
})

describe('a word near a syllable', () => {
  it.each(['Nguyênx', 'Tiênn', 'Thuơng', 'Hươgn', 'Lsn', 'Nguyn', 'Huỳmh', 'Duc', 'Đ'])('is %s', (word) => {
    expect(isNearSyllable(word)).toBe(true)
  })

  it.each(['Anna', 'David', 'Maria', 'Tommy', 'Samuel', 'John', 'Ksor', 'Nguyennnx', '阮', ''])('is not %s', (word) => {
    expect(isNearSyllable(word)).toBe(false)
  })
})
