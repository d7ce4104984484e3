import { describe, expect, it } from 'vitest'
import { defaultCodeSets } from '../../../src/codes/default-code-sets.ts'
import { findingsOf, found } from '../rows.ts'

const woman = { sex: 'Nữ', birth_date: '15/03/1990' }
const man = { sex: 'Nam', birth_date: '15/03/1990' }
const korean = { nationality: 'KR' }

describe('ID-01, no number', () => {
  it('is found where a citizen has none', () => {
    expect(found('ID-01', { id_number: '' })).toEqual(['id_number'])
    expect(found('ID-01', { id_number: 'không có' })).toEqual(['id_number'])
    expect(found('ID-01', { id_number: '', nationality: '' })).toEqual(['id_number'])
  })

  it('proposes the old number, where that is one', () => {
    expect(found('ID-01', { id_number: '', old_id_number: '012 345 670' })).toEqual(['id_number: 012345670?'])
    expect(found('ID-01', { id_number: '', old_id_number: '0123' })).toEqual(['id_number'])
  })

  it('is found of a child too, and of a foreigner without any paper', () => {
    expect(found('ID-01', { id_number: '', birth_date: '01/02/2012' })).toEqual(['id_number'])
    expect(found('ID-01', { id_number: '', ...korean })).toEqual(['id_number'])
  })

  it('is not asked of a foreigner with a passport', () => {
    expect(found('ID-01', { id_number: 'M12345678', ...korean })).toEqual([])
    expect(found('ID-01', { id_number: '0' })).toEqual(['id_number'])
    expect(found('ID-01', { id_number: '012345670' })).toEqual([])
  })
})

describe('ID-02, signs in a number', () => {
  it.each([
    ['001 085 012 345', '001085012345'],
    ["'001085012345", '001085012345'],
    ['001085012345\u00a0', '001085012345'],
    ['001.085.012.345', '001085012345'],
    ['012-345-670', '012345670'],
  ])('%j is fixed', (id_number, after) => {
    expect(found('ID-02', { id_number })).toEqual([`id_number: ${after}`])
  })

  it('is fixed in an old number, and in a passport', () => {
    expect(found('ID-02', { old_id_number: '012 345 670' })).toEqual(['old_id_number: 012345670'])
    expect(found('ID-02', { ...korean, id_number: 'm 1234 5678' })).toEqual(['id_number: M12345678'])
  })

  it.each(['001085012345', '', '7.9E+10', '79190001234.0', '0912.345.678', '13-05-1985', '***', 'không có'])(
    'leaves %j alone',
    (id_number) => {
      expect(found('ID-02', { id_number })).toEqual([])
    },
  )
})

describe('ID-03, letters in a number', () => {
  it.each([
    ['O7919O001234', '079190001234'],
    ['07919000l234', '079190001234'],
    ['０７９１９０００１２３４', '079190001234'],
    ['01234567O', '012345670'],
  ])('%s is proposed as %s', (id_number, digits) => {
    expect(found('ID-03', { ...woman, id_number })).toEqual([`id_number: ${digits}?`])
    expect(found('ID-06', { ...woman, id_number })).toEqual([])
  })

  it('is not proposed where the number is of somebody else, or of no province', () => {
    for (const values of [
      { ...man, id_number: 'O79190001234' },
      { ...woman, birth_date: '15/03/1991', id_number: 'O79190001234' },
      { ...woman, id_number: 'O99190001234' },
    ]) {
      expect(found('ID-03', values)).toEqual([])
      expect(found('ID-06', values)).toEqual(['id_number'])
    }
  })

  it('is proposed where nothing speaks against it', () => {
    expect(found('ID-03', { sex: '', birth_date: '', id_number: 'O79190001234' })).toHaveLength(1)
  })
})

describe('ID-04, a lost zero', () => {
  it('is put back where sex and birth year say the same', () => {
    expect(found('ID-04', { ...woman, id_number: '79190001234' })).toEqual(['id_number: 079190001234'])
    expect(found('ID-04', { ...woman, id_number: '79.190.001.234' })).toEqual(['id_number: 079190001234'])
    expect(found('ID-04', { ...woman, birth_date: '1990', id_number: '79190001234' })).toEqual([
      'id_number: 079190001234',
    ])
  })

  it.each([
    { ...man, id_number: '79190001234' },
    { ...woman, birth_date: '15/03/1991', id_number: '79190001234' },
    { ...woman, birth_date: '', id_number: '79190001234' },
    { ...woman, sex: '', id_number: '79190001234' },
    { ...woman, birth_date: '31/02/1990', id_number: '79190001234' },
  ])('is only proposed of %o', (values) => {
    expect(found('ID-04', values)).toEqual(['id_number: 079190001234?'])
  })

  it('is only proposed where another digit may be the missing one, or more than one zero went', () => {
    const values = { sex: 'Nam', birth_date: '13/05/1985' }
    expect(found('ID-04', { ...values, id_number: '01085012345' })).toEqual(['id_number: 001085012345?'])
    expect(found('ID-04', { ...values, id_number: '1085012345' })).toEqual(['id_number: 001085012345?'])
    expect(found('ID-04', { ...values, id_number: '12345670' })).toEqual(['id_number: 012345670?'])
  })

  it('is not said of a passport', () => {
    expect(found('ID-04', { ...korean, id_number: '12345670' })).toEqual([])
  })

  it('leaves the row clean', () => {
    expect(findingsOf('ID-07', { ...woman, id_number: '79190001234' })).toEqual([])
  })
})

describe('ID-05, a number taken for a quantity', () => {
  it.each([
    ['7.9E+10', 'id_number'],
    ['############', 'id_number'],
    ['79190001234.0', 'id_number: 079190001234?'],
    ['7.9190001234E+10', 'id_number: 079190001234?'],
    ['012345670.0', 'id_number: 012345670?'],
    ['79190000000', 'id_number'],
  ])('%s is found', (id_number, expected) => {
    expect(found('ID-05', { ...woman, id_number })).toEqual([expected])
  })

  it.each(['079190001000', '079190001234', ''])('%s is not', (id_number) => {
    expect(found('ID-05', { ...woman, id_number })).toEqual([])
  })
})

describe('ID-06, no number at all', () => {
  it.each([
    ['0010850123', 'id_number'],
    ['07919000123', 'id_number'],
    ['0791900012345', 'id_number'],
    ['1234560', 'id_number'],
    ['CCCD: 079190001234', 'id_number: 079190001234?'],
    ['079190001234 / 012345678', 'id_number: 079190001234?'],
    ['079190001234/001085012345', 'id_number'],
    ['hộ khẩu', 'id_number'],
  ])('%s is found', (id_number, expected) => {
    expect(found('ID-06', { id_number })).toEqual([expected])
  })

  it('is found in ten digits that could be dialled, where they begin the number of this person', () => {
    expect(found('ID-06', { ...woman, id_number: '0791900012' })).toEqual(['id_number'])
    expect(found('ID-09', { ...woman, id_number: '0791900012' })).toEqual([])
    expect(found('ID-06', { ...man, id_number: '0791900012' })).toEqual([])
    expect(found('ID-09', { ...man, id_number: '0791900012' })).toEqual(['id_number'])
  })

  it.each(['12345670', '012345670', '79190001234', '001085012345', '', '******012345'])('%s is not', (id_number) => {
    expect(found('ID-06', { id_number })).toEqual([])
  })
})

describe('ID-08, a masked number', () => {
  it('is found, and nothing is proposed', () => {
    expect(found('ID-08', { id_number: '******012345' })).toEqual(['id_number'])
    expect(found('ID-08', { id_number: '001085012345' })).toEqual([])
    expect(found('ID-08', { id_number: '' })).toEqual([])
  })
})

describe('ID-09, something in the place of a number', () => {
  it.each(['000000000000', '111111111', '123456789012', '123456789', '0912345678', '13051985', 'DN4797912345678'])(
    '%s is found',
    (id_number) => {
      expect(found('ID-09', { id_number })).toEqual(['id_number'])
    },
  )

  it('is found where it is the phone number of the row, without its zero', () => {
    expect(found('ID-09', { id_number: '912345678', phone: '0912345678' })).toEqual(['id_number'])
    expect(found('ID-09', { id_number: '912345678', phone: '0987654321' })).toEqual([])
  })

  it('is not found in a passport of eight digits, nor in numbers', () => {
    expect(found('ID-09', { ...korean, id_number: '13051985' })).toEqual([])
    expect(found('ID-09', { ...korean, id_number: '00000000' })).toEqual(['id_number'])
    expect(found('ID-09', { id_number: '111111112' })).toEqual([])
  })
})

describe('ID-07, the number of somebody else', () => {
  it.each([
    { ...man, id_number: '079190001234' },
    { ...woman, birth_date: '15/03/1991', id_number: '079190001234' },
    { ...woman, birth_date: '2020', id_number: '079190001234' },
    { sex: 'Nam', birth_date: '13/05/1985', id_number: '003085012345' },
    { sex: '', birth_date: '', id_number: '003085012345' },
  ])('is found in %o, and nothing is proposed', (values) => {
    expect(findingsOf('ID-07', values)).toMatchObject([{ severity: 'R', field: 'id_number', applied: false }])
    expect(found('ID-07', values)).toEqual(['id_number'])
  })

  it.each([
    { ...woman, id_number: '079190001234' },
    { sex: 'F', birth_date: '2005', id_number: '038305000001' },
    { sex: '', birth_date: '', id_number: '079190001234' },
    { ...woman, birth_date: '15/03/90', id_number: '079190001234' },
    { ...man, id_number: '012345670' },
    { ...korean, ...man, id_number: '079190001234' },
  ])('is not found in %o', (values) => {
    expect(found('ID-07', values)).toEqual([])
  })

  it('warns of a birth registered abroad', () => {
    const values = { sex: 'Nam', birth_date: '13/05/1985', id_number: '100085012345' }
    expect(findingsOf('ID-07', values)).toMatchObject([{ severity: 'W' }])
    expect(findingsOf('ID-07', { ...values, sex: 'Nữ' })).toMatchObject([{ severity: 'R' }])
    expect(findingsOf('ID-07', { ...values, id_number: '099085012345' })).toMatchObject([{ severity: 'R' }])
    expect(findingsOf('ID-07', { ...values, id_number: '096085012345' })).toEqual([])
  })
})

describe('ID-12, the other kind of number', () => {
  it('is found in both directions', () => {
    expect(found('ID-12', { ...korean, id_number: '001085012345' })).toEqual(['id_number'])
    expect(found('ID-12', { id_number: 'B1234567' })).toEqual(['id_number'])
  })

  it.each([{ ...korean, id_number: 'M12345678' }, { id_number: '012345670' }, { ...korean, id_number: '123456780' }])(
    'is not found in %o',
    (values) => {
      expect(found('ID-12', values)).toEqual([])
    },
  )
})

describe('ID-13, a passport that is none', () => {
  it.each(['M123', 'M123456789', 'M1234567890', '00108501234', 'M-12#45', 'O79190001234'])(
    'is %s of a foreigner',
    (id_number) => {
      expect(found('ID-13', { ...korean, id_number })).toEqual(['id_number'])
    },
  )

  it('is one of a Vietnamese in another form', () => {
    expect(found('ID-13', { id_number: 'AB12345' })).toEqual(['id_number'])
    expect(found('ID-13', { id_number: 'B1234567' })).toEqual([])
    expect(found('ID-13', { id_number: 'B12345678' })).toEqual([])
    expect(found('ID-13', { id_number: 'B123456' })).toEqual(['id_number'])
  })

  it.each(['M12345678', '12345', '123456780', 'ab 12345', 'O12345678', '', '000000000'])('is not %s', (id_number) => {
    expect(found('ID-13', { ...korean, id_number })).toEqual([])
  })
})

describe('ID-14, a cancelled number', () => {
  const codes = { ...defaultCodeSets, cancelledNumbers: new Map([['001085012345', '001085054321']]) }

  it('proposes the one that holds', () => {
    expect(found('ID-14', { id_number: '001085012345' }, { codes })).toEqual(['id_number: 001085054321?'])
    expect(found('ID-14', { id_number: '001 085 012 345' }, { codes })).toEqual(['id_number: 001085054321?'])
  })

  it('is not found elsewhere', () => {
    expect(found('ID-14', { id_number: '001085054321' }, { codes })).toEqual([])
    expect(found('ID-14', { id_number: '001085012345' })).toEqual([])
    expect(found('ID-14', { id_number: '' }, { codes })).toEqual([])
  })
})
