import { describe, expect, it } from 'vitest'
import { found } from '../rows.ts'

const name = (full_name: string) => ({ full_name })

describe('PN-01, no name or more than one', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['A', ''],
    ['Nguyễn Văn A (M2)', ': Nguyễn Văn A?'],
    ['Nguyễn Văn A (mũi 2)', ': Nguyễn Văn A?'],
    ['Nguyễn Văn A 1985', ': Nguyễn Văn A?'],
    ['Nguyễn Văn A - con', ': Nguyễn Văn A?'],
    ['Nguyễn Văn A/B', ': Nguyễn Văn A?'],
    ['Nguyễn Văn A, sinh đôi', ': Nguyễn Văn A?'],
    ['1. Nguyễn Văn A', ''],
    ['0912345678', ''],
    ['Nguyễn Văn T0àn', ': Nguyễn Văn T?'],
  ])('%j is found', (text, suggestion) => {
    expect(found('PN-01', name(text))).toEqual([`full_name${suggestion}`])
  })

  it.each(['Nguyễn Văn A', 'Lê-Trần Mỹ', "H'Hen Niê", 'K\u2019Brửu', 'Ng. V. An', 'Siu', 'Nguye64n Va8n D9u71c', 'An'])(
    '%s is a name',
    (text) => {
      expect(found('PN-01', name(text))).toEqual([])
    },
  )
})

describe('PN-05, letters that are lost', () => {
  it.each(['Nguy?n V?n ??c', 'Nguy\ufffdn'])('%s is found, and nothing is guessed', (text) => {
    expect(found('PN-05', name(text))).toEqual(['full_name'])
  })

  it('is found where one letter is lost, wherever', () => {
    expect(found('PN-05', name('Nguyễn Văn Đứ?'))).toEqual(['full_name'])
    expect(found('PN-05', name('?ặng Văn Đức'))).toEqual(['full_name'])
  })

  it('is not seen in a whole name', () => {
    expect(found('PN-05', name('Nguyễn Văn Đức'))).toEqual([])
  })
})

describe('PN-06, marks that are missing', () => {
  it.each(['Nguyen Van Duc', 'NGUYEN VAN DUC', 'Tran Hung', 'Phan Van Anh', 'Cao Thi Lan', 'Le An', 'An Nguyen Van'])(
    'is found in %s',
    (text) => {
      expect(found('PN-06', name(text))).toEqual(['full_name'])
    },
  )

  it.each([
    'Phan Minh Anh',
    'Cao Minh Quang',
    'Mai Anh Khoa',
    'Siu Black',
    'Ksor Kok',
    'John Smith',
    'Nguyễn Van Duc',
    '',
  ])('is not found in %s', (text) => {
    expect(found('PN-06', name(text))).toEqual([])
  })

  it('is not found where no name has marks, nor in the name of a foreigner', () => {
    expect(found('PN-06', name('NGUYEN VAN DUC'), { survey: { hasDiacritics: false } })).toEqual([])
    expect(found('PN-06', { full_name: 'Nguyen Van Duc', nationality: 'US' })).toEqual([])
  })
})

describe('PN-07, a syllable that is none', () => {
  it.each([
    'Nguyênx Văn An',
    'Nguyễn Văn Đứcc',
    'Nguyễn Vănn An',
    'Nguyenx Van An',
    'Trươngg Thị Hoa',
    'Phạm Thị Hươngf',
    'Phạm Dieemx Uyên Giang',
  ])('is found in %s', (text) => {
    expect(found('PN-07', name(text))).toEqual(['full_name'])
  })

  it('proposes the blank that was forgotten', () => {
    expect(found('PN-07', name('TrầnVăn Tú'))).toEqual(['full_name: Trần Văn Tú?'])
  })

  it.each([
    'Nguyễn Văn Đức',
    "H'Hen Niê",
    'Y Moan Ênuôl',
    'Kpă Čil',
    'Rơ Châm Blơi',
    'Hồ Văn Krai',
    'Đinh Thị Blót',
    'Thạch Rươl',
    'Đinh Hmrá',
    "Trần K'Brửu",
    'Nay Hwing',
    'Giàng A Páo',
    'Tôn Nữ Thị Ninh',
    'Nguyễn Thị Thuý Oanh',
    'John Smith',
    'Maria Nguyễn Santos Cruz',
    'NGUYEN VAN DUC',
    'Nguyễn Văn A',
    '阮文德',
    '',
  ])('is not found in %s', (text) => {
    expect(found('PN-07', name(text))).toEqual([])
  })

  it('is not looked for in the name of a foreigner', () => {
    expect(found('PN-07', { full_name: 'Ho Chin Wongg', nationality: 'CN' })).toEqual([])
  })
})

describe('PN-09, a name that no certificate can hold', () => {
  it.each(['阮文德', 'Иванов', '---', "'", `Nguyễn ${'Văn '.repeat(20)}An`])('%s is found', (text) => {
    expect(found('PN-09', name(text))).toEqual(['full_name'])
  })

  it.each([
    'Nguyễn Văn Đức',
    "H'Hen Niê",
    'Y Ƀih Ñŭ Čil',
    'Ng. V. An',
    `Nguyễn ${'Văn '.repeat(18)}Ans`,
    'Nguyễn Văn A (M2)',
    'Nguy?n',
    '',
  ])('%s is not', (text) => {
    expect(found('PN-09', name(text))).toEqual([])
  })
})

it('PN-09 lets family name and given names have 80 letters each, and no more', () => {
  const given = (letters: number) => `Nguyễn ${'Văn '.repeat(19)}${'a'.repeat(letters - 76)}`
  expect(found('PN-09', name(given(80)))).toEqual([])
  expect(found('PN-09', name(given(81)))).toEqual(['full_name'])
})

describe('PN-10, a relation in the place of a name', () => {
  it.each([
    'Con bà Nguyễn Thị Hoa',
    'CON BÀ HOA',
    'con Hoa',
    'Bé trai',
    'Bé Trai Con Bà Lan',
    'Cháu Nam',
    'be gai',
    'Trẻ sơ sinh',
  ])('%s is found', (text) => {
    expect(found('PN-10', name(text))).toEqual(['full_name'])
  })

  it.each([
    'Nguyễn Thị Bé',
    'Trần Văn Bé Ba',
    'Nguyễn Bé Gái',
    'Bế Văn Đàn',
    'Be Van Dan',
    'Công Tằng',
    'Chu Văn An',
    'Trê Văn',
  ])('%s is a name', (text) => {
    expect(found('PN-10', name(text))).toEqual([])
  })
})
