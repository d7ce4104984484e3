import { describe, expect, it } from 'vitest'
import type { Lettering } from '../../../src/read/column-survey.ts'
import type { FieldValues } from '../../../src/record.ts'
import { found } from '../rows.ts'

const name = (full_name: string): Partial<FieldValues> => ({ full_name })

/** A column of names in a lettering, confirmed by a person or not. */
function written(lettering: Lettering, isConfirmed: boolean) {
  const confirmed = new Map(isConfirmed ? [['lettering|full_name', lettering]] : [])
  return { survey: { lettering: { full_name: lettering } }, confirmed }
}

describe('PN-04, a legacy lettering', () => {
  const appendixA = [
    ['tcvn3', 'NguyÔn V¨n §øc'],
    ['vni', 'Nguyeãn Vaên Ñöùc'],
    ['cp1258-as-1252', 'NguyêÞn Vãn Ðýìc'],
    ['utf8-as-1252', 'Nguyá»…n VÄƒn Ä\u0090á»©c'],
    ['viqr', "Nguye^~n Va(n DDu+'c"],
    ['telex', 'Nguyeexn Vawn DDuwcs'],
  ] as const

  it.each(appendixA)('is put right in a column of %s that a person confirmed', (lettering, text) => {
    expect(found('PN-04', name(text), written(lettering, true))).toEqual(['full_name: Nguyễn Văn Đức'])
  })

  it.each(appendixA)('is only proposed where nobody confirmed %s', (lettering, text) => {
    expect(found('PN-04', name(text), written(lettering, false))).toEqual(['full_name: Nguyễn Văn Đức?'])
    expect(found('PN-04', name(text))).toEqual(['full_name: Nguyễn Văn Đức?'])
  })

  it('is only proposed where another lettering was confirmed', () => {
    const known = { ...written('tcvn3', false), confirmed: new Map([['lettering|full_name', 'vni']]) }
    expect(found('PN-04', name('NguyÔn V¨n §øc'), known)).toEqual(['full_name: Nguyễn Văn Đức?'])
  })

  it.each(['Nguyễn Văn Đức', 'Lê Công Tuấn', 'Phan Minh Anh', 'Trần Thị Bích', ''])(
    'is not seen in a cell of such a column that is right already: %s',
    (text) => {
      expect(found('PN-04', name(text), written('tcvn3', true))).toEqual([])
      expect(found('PN-04', name(text), written('vni', true))).toEqual([])
    },
  )

  it.each(["Ksor H'Blom", "K'Long", 'Y Brao Ayun'])(
    'is not seen in a name without marks, of whatever people: %s',
    (text) => {
      expect(found('PN-04', name(text), written('vni', true))).toEqual([])
      expect(found('PN-04', name(text), written('tcvn3', false))).toEqual([])
    },
  )

  it('is proposed, not taken, where a cell reads well in both letterings', () => {
    expect(found('PN-04', name('Lý Phông'), written('tcvn3', true))).toEqual(['full_name: Lý Phụng?'])
    expect(found('PN-04', name('Lê Công Hòa'), written('tcvn3', true))).toEqual(['full_name: Lờ Cụng Hũa?'])
    expect(found('PN-04', name('Lê Vãn Nam'), written('cp1258-as-1252', true))).toEqual(['full_name: Lê Văn Nam?'])
  })

  it.each([
    'José García',
    'Müller',
    "H'Hen Niê",
    'Y Moan Ênuôl',
    'Siu Black',
    'Kpă Čil',
    'John Smith',
    'Nguyễn Văn A.',
  ])('is not suspected in %s', (text) => {
    expect(found('PN-04', name(text))).toEqual([])
  })

  it('is not suspected in the name of a foreigner', () => {
    expect(found('PN-04', { full_name: 'Leex Minhj', nationality: 'CN' })).toEqual([])
    expect(found('PN-04', { full_name: 'Leex Minhj' })).toEqual(['full_name: Lễ Mịnh?'])
  })

  it('is told, and nothing proposed, where a cell of such a column can be read in no way', () => {
    expect(found('PN-04', name('Nguyá»n Vn A'), written('utf8-as-1252', true))).toEqual(['full_name'])
    expect(found('PN-04', name('Phan Thị HÃ'), written('utf8-as-1252', true))).toEqual([])
  })

  it('is read where the no-break space of an à became a blank or went', () => {
    expect(found('PN-04', name('VÄƒn ToÃ n'), written('utf8-as-1252', true))).toEqual(['full_name: Văn Toàn'])
    expect(found('PN-04', name('Nguyá»…n Thá»‹ HÃ'))).toEqual(['full_name: Nguyễn Thị Hà?'])
    expect(found('PN-04', name('LÃ Thá»‹ Hoa'))).toEqual(['full_name: Là Thị Hoa?'])
  })

  it('is seen in a capital with a mark after a small letter', () => {
    expect(found('PN-04', name('Phan GiÒng Sa'))).toEqual(['full_name: Phan Giềng Sa?'])
    expect(found('PN-08', name('Phan GiÒng Sa'))).toEqual([])
    expect(found('PN-08', name('bÙI vĂN aN'))).toEqual(['full_name: Bùi Văn An'])
  })

  it('is seen in what is left of an à', () => {
    expect(found('PN-04', name('Phan B\u00c3\u00a0o Kim'), written('utf8-as-1252', true))).toEqual([
      'full_name: Phan Bào Kim',
    ])
    expect(found('PN-04', name('Phan BÃ o Kim'))).toEqual(['full_name: Phan Bào Kim?'])
    expect(found('PN-02', name('Phan B\u00c3\u00a0o Kim'))).toEqual([])
    expect(found('PN-04', name('CAO THANH NHÃ'))).toEqual([])
    expect(found('PN-08', name('LÃ Văn An'))).toEqual([])
  })

  it('is in capitals or not like any name, once it was put right', () => {
    expect(found('PN-08', name('HOAØNG THAÙI AN'), written('vni', true))).toEqual(['full_name: Hoàng Thái An'])
  })

  it('is also put right in other texts of the row', () => {
    const known = {
      survey: { lettering: { address: 'tcvn3' } },
      confirmed: new Map([['lettering|address', 'tcvn3']]),
    } as const
    expect(found('PN-04', { address: 'Sè 1, ®­êng Lª Lîi' }, known)).toEqual(['address: Số 1, đường Lê Lợi'])
  })
})

describe('PN-02, an untidy name', () => {
  it.each([
    ['Nguye\u0302\u0303n Văn Đức', 'Nguyễn Văn Đức'],
    ['Nguyễn  Văn\u00a0Đức ', 'Nguyễn Văn Đức'],
    ['Nguyễn\u200b Văn Đức', 'Nguyễn Văn Đức'],
    ['Nguyễn Vă\u00adn Đức', 'Nguyễn Văn Đức'],
  ])('%j is tidied', (text, tidy) => {
    expect(found('PN-02', name(text))).toEqual([`full_name: ${tidy}`])
    expect(found('PN-02', { guardian_name: text })).toEqual([`guardian_name: ${tidy}`])
  })

  it.each(['Nguyễn Văn Đức', "H'Hen Niê", '阮文德', ''])('%j is left alone', (text) => {
    expect(found('PN-02', name(text))).toEqual([])
  })

  it('keeps the blanks of what a wrong reading left', () => {
    expect(found('PN-02', name('Nguyá»\u00a0 Tráº§\u00a0'))).toEqual([])
    expect(found('PN-08', name('nGUYá» tRáº§'))).toEqual([])
  })

  it('keeps a soft hyphen that is a letter of TCVN3', () => {
    expect(found('PN-02', name('Lª Th\u00ad'), written('tcvn3', false))).toEqual([])
    expect(found('PN-02', name('Phan Th\u00ad'))).toEqual([])
    expect(found('PN-04', name('Phan Th\u00ad'))).toEqual(['full_name: Phan Thư?'])
  })
})

describe('PN-03, a letter in the place of another', () => {
  it.each([
    ['Ðoàn Quân', 'Đoàn Quân'],
    ['Ðào Hoàng Tài', 'Đào Hoàng Tài'],
  ])('is no sign of another lettering: %s', (text, latin) => {
    expect(found('PN-03', name(text))).toEqual([`full_name: ${latin}`])
    expect(found('PN-04', name(text))).toEqual([])
  })

  it('is replaced', () => {
    expect(found('PN-03', name('Ðặng Văn Đức'))).toEqual(['full_name: Đặng Văn Đức'])
    expect(found('PN-03', name('Nguyễn Văn Tоàn'))).toEqual(['full_name: Nguyễn Văn Toàn'])
  })

  it('is left alone in names of others, and in other scripts', () => {
    expect(found('PN-03', { full_name: 'Ðóra', nationality: 'IS' })).toEqual([])
    expect(found('PN-03', name('Иванов Иван'))).toEqual([])
    expect(found('PN-03', name('Đặng Văn Đức'))).toEqual([])
  })
})

describe('PN-08, a name in capitals or without', () => {
  it.each([
    ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
    ['nguyễn văn đức', 'Nguyễn Văn Đức'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['NGUYEN VAN DUC', 'Nguyen Van Duc'],
  ])('%s becomes %s', (text, titled) => {
    expect(found('PN-08', name(text))).toEqual([`full_name: ${titled}`])
  })

  it.each(["H'Hen Niê", 'Nguyễn Văn Đức', 'Ronald McDonald', 'Y'])('%s stays', (text) => {
    expect(found('PN-08', name(text))).toEqual([])
  })

  it.each(['Nguyễn Văn An - tiêm tại nhà', 'NGUYỄN VĂN AN (mũi 2)', 'Con bà Võ Thị Lan', 'Duy \ufffd\ufffdc'])(
    'more than a name stays: %s',
    (text) => {
      expect(found('PN-08', name(text))).toEqual([])
    },
  )

  it('is left as the passport has it', () => {
    expect(found('PN-08', { full_name: 'MCDONALD RONALD', nationality: 'US' })).toEqual([])
    expect(found('PN-08', { full_name: 'MCDONALD RONALD', id_number: 'P12345678', nationality: '' })).toEqual([])
  })

  it('never changes the case of letters that stand for others', () => {
    expect(found('PN-08', name('NGUYÔN ANH'), written('tcvn3', false))).toEqual([])
    expect(found('PN-08', name('NGUYÔN ANH'))).toEqual([])
    expect(found('PN-08', name('NGUYÔN ANH'), written('tcvn3', true))).toEqual(['full_name: Nguyễn Anh'])
  })
})
