import { describe, expect, it } from 'vitest'
import { found } from '../rows.ts'

const born = (birth_date: string, dose_date = '15/09/2021') => ({ birth_date, dose_date, id_number: '123' })

describe('DB-01, no birth date', () => {
  it('is found in an empty cell only', () => {
    expect(found('DB-01', born(''))).toEqual(['birth_date'])
    expect(found('DB-01', born('  '))).toEqual(['birth_date'])
    expect(found('DB-01', born('31/02/1990'))).toEqual([])
    expect(found('DB-01', born('1945'))).toEqual([])
  })
})

describe('DB-02, a birth date that is no day', () => {
  it.each([
    ['31/02/1990', 'birth_date'],
    ['05/13/1985', 'birth_date: 1985-05-13?'],
    ['13/13/1985', 'birth_date'],
    ['không nhớ', 'birth_date'],
  ])('%s is found', (text, expected) => {
    expect(found('DB-02', born(text))).toEqual([expected])
  })

  it('is read where the column writes the month first', () => {
    expect(found('DB-02', born('05/13/1985'), { survey: { dateOrder: { birth_date: 'mdy' } } })).toEqual([])
    expect(found('DB-02', born('29/02/2000'))).toEqual([])
    expect(found('DB-02', born(''))).toEqual([])
  })
})

describe('DB-03, a birth date that cannot be', () => {
  it.each([
    ['01/02/2091', 'birth_date: 1991-02-01?'],
    ['2085', 'birth_date: 1985?'],
    ['13/05/1885', 'birth_date: 1985-05-13?'],
    ['16/09/2021', 'birth_date: 1921-09-16?'],
    ['01/01/1500', 'birth_date'],
  ])('%s is found', (text, expected) => {
    expect(found('DB-03', born(text))).toEqual([expected])
  })

  it('is one above the age that nobody reaches', () => {
    expect(found('DB-03', born('01/06/1901'))).toEqual([])
    expect(found('DB-03', born('31/05/1901'))).toEqual(['birth_date: 2001-05-31?'])
    expect(found('DB-03', born('1901'))).toEqual([])
    expect(found('DB-03', born('1900'))).toEqual(['birth_date: 2000?'])
  })

  it('is not one on the day of the dose, nor in its year', () => {
    expect(found('DB-03', born('15/09/2021'))).toEqual([])
    expect(found('DB-03', born('2021'))).toEqual([])
    expect(found('DB-03', born('2022'))).toEqual(['birth_date: 1922?'])
  })
})

describe('DB-04, a part of a birth date', () => {
  it.each([
    ['00/00/1945', 'birth_date: 1945'],
    ['**/**/1945', 'birth_date: 1945'],
    ['05/1985', 'birth_date: 1985-05'],
    ['1945', 'birth_date'],
  ])('%s keeps what is known', (text, expected) => {
    expect(found('DB-04', born(text))).toEqual([expected])
  })

  it('is not 1 January', () => {
    expect(found('DB-04', born('01/01/1945'))).toEqual([])
    expect(found('DB-04', born('xx/xx/1945'))).toEqual([])
  })
})

describe('DB-05, a birthday at New Year', () => {
  const survey = { newYearFacilities: new Set(['01001', 'Trạm Y']) }

  it('is told where the facility has too many of them', () => {
    expect(found('DB-05', born('01/01/1960'), { survey })).toEqual(['birth_date'])
    expect(found('DB-05', { ...born('01/01/1960'), facility: '', facility_name: 'Trạm Y' }, { survey })).toHaveLength(1)
  })

  it('is told nowhere else, and on no other day', () => {
    expect(found('DB-05', born('01/01/1960'))).toEqual([])
    expect(found('DB-05', born('02/01/1960'), { survey })).toEqual([])
    expect(found('DB-05', born('1960'), { survey })).toEqual([])
    expect(found('DB-05', { ...born('01/01/1960'), facility: '01002' }, { survey })).toEqual([])
  })
})

describe('DB-06, day or month', () => {
  it.each(['mixed', 'unknown'] as const)('stays open where the column is %s', (order) => {
    const known = { survey: { dateOrder: { birth_date: order } } }
    expect(found('DB-06', born('05/06/1985'), known)).toEqual(['birth_date: 1985-06-05?'])
    expect(found('DB-06', born('13/06/1985'), known)).toEqual([])
    expect(found('DB-06', born('06/06/1985'), known)).toEqual([])
  })

  it('is open where the survey says nothing of the column', () => {
    expect(found('DB-06', born('05/06/1985'), { survey: { dateOrder: {} } })).toHaveLength(1)
    expect(found('DB-06', born('1985-06-05'), { survey: { dateOrder: {} } })).toEqual([])
  })

  it('is decided where the column proves its order', () => {
    expect(found('DB-06', born('05/06/1985'))).toEqual([])
  })
})

describe('DB-07, too young', () => {
  it.each([
    ['AstraZeneca', '15/09/2003', '14/09/2021', 1],
    ['AstraZeneca', '15/09/2003', '15/09/2021', 0],
    ['Pfizer', '14/10/2009', '14/10/2021', 0],
    ['Pfizer', '15/10/2009', '14/10/2021', 1],
    ['Pfizer', '14/10/2009', '13/10/2021', 1],
    ['Pfizer', '01/04/2017', '01/04/2022', 0],
    ['Pfizer', '02/04/2017', '01/04/2022', 1],
    ['AstraZeneca', '01/04/2012', '01/04/2022', 1],
    ['Fizer', '01/04/2012', '01/04/2022', 0],
    ['Pfizer', '2017', '01/04/2022', 0],
    ['Pfizer', '2018', '01/04/2022', 1],
    ['Pfizer', '01/05/2022', '01/04/2022', 0],
  ])('for %s, born %s, on %s: %i', (product, birth, dose, count) => {
    expect(found('DB-07', { ...born(birth, dose), product })).toHaveLength(count)
  })

  it('is not said of a date that is open', () => {
    const known = { survey: { dateOrder: { birth_date: 'mixed' } } } as const
    expect(found('DB-07', born('05/06/2012'), known)).toEqual([])
  })
})

describe('SX-01, no sex', () => {
  it('is proposed from the personal number, never from the name', () => {
    expect(found('SX-01', { sex: '', id_number: '079190001234', full_name: 'Trần Thị B' })).toEqual(['sex: Nữ?'])
    expect(found('SX-01', { sex: '3', id_number: '001085012345' })).toEqual(['sex: Nam?'])
    expect(found('SX-01', { sex: '', id_number: '', full_name: 'Trần Thị B' })).toEqual(['sex'])
    expect(found('SX-01', { sex: '0', id_number: '' })).toEqual(['sex'])
  })

  it.each(['Nam', 'Nữ', 'NỮ', 'nu', 'M', 'F', 'male', '1', '2', ' Nam ', 'Nu\u031b\u0303'])(
    'is not found in %s',
    (sex) => {
      expect(found('SX-01', { sex })).toEqual([])
    },
  )
})

describe('SX-02, sex against the number', () => {
  it('is found, and the number is proposed', () => {
    expect(found('SX-02', { sex: 'Nam', id_number: '079190001234' })).toEqual(['sex: Nữ?'])
    expect(found('SX-02', { sex: 'Nữ', id_number: '001085012345' })).toEqual(['sex: Nam?'])
  })

  it('is not found where they agree, or one says nothing', () => {
    expect(found('SX-02', { sex: 'F', id_number: '038305000001' })).toEqual([])
    expect(found('SX-02', { sex: 'Nam', id_number: '123456780' })).toEqual([])
    expect(found('SX-02', { sex: '', id_number: '079190001234' })).toEqual([])
  })
})

describe('CT-04, nationality', () => {
  it.each([
    [{ nationality: '', id_number: '123456780' }, ['nationality: VN?']],
    [{ nationality: '', id_number: '' }, ['nationality']],
    [{ nationality: 'XX', id_number: '' }, ['nationality']],
    [{ nationality: 'Sao Hỏa', id_number: '' }, ['nationality']],
    [{ nationality: 'VN', id_number: 'B1234567' }, ['nationality']],
  ])('%o is found', (values, expected) => {
    expect(found('CT-04', values)).toEqual(expected)
  })

  it.each([
    { nationality: '', id_number: '001085012345' },
    { nationality: 'VN' },
    { nationality: 'Việt Nam' },
    { nationality: 'VNM' },
    { nationality: 'Hàn Quốc', id_number: 'M12345678' },
    { nationality: 'KR', id_number: 'M12345678' },
  ])('%o is not', (values) => {
    expect(found('CT-04', values)).toEqual([])
  })
})
