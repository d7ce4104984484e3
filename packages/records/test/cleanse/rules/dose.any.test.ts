import { describe, expect, it } from 'vitest'
import { defaultCodeSets } from '../../../src/codes/default-code-sets.ts'
import { readFacilities, readLots } from '../../../src/codes/read-lists.ts'
import { findingsOf, found } from '../rows.ts'

const lots = readLots(
  [
    'lot,product,arrived,expires,extended',
    'FK0112,EU/1/20/1528,2021-08-01,2021-12-31,2022-03-31',
    'ABV5432,EU/1/21/1529,2021-04-01,2021-10-31,',
  ].join('\n'),
)
const known = { codes: { ...defaultCodeSets, lots } }
const on = (dose_date: string, entry_date = '') => ({ dose_date, entry_date })
const abroad = { country: 'KR', evidence: 'HC1:…' }

describe('DS-01, no day of the dose', () => {
  it.each([
    ['', 'dose_date'],
    ['2022-13-01', 'dose_date'],
    ['31/02/2022', 'dose_date'],
    ['2021', 'dose_date'],
    ['09/2021', 'dose_date'],
    ['01/06/2022', 'dose_date'],
  ])('is %j', (text, expected) => {
    expect(found('DS-01', on(text))).toEqual([expected])
  })

  it('is not today, nor a day before', () => {
    expect(found('DS-01', on('31/05/2022'))).toEqual([])
    expect(found('DS-01', on('44317'))).toEqual([])
    expect(found('DS-01', on('2021-09-15'))).toEqual([])
  })

  it('is one that can be read in two ways', () => {
    const survey = { dateOrder: { dose_date: 'mixed' } } as const
    expect(found('DS-01', on('05/06/2021'), { survey })).toEqual(['dose_date: 2021-06-05?'])
    expect(found('DS-01', on('15/06/2021'), { survey })).toEqual([])
  })

  it('warns of a year in two digits', () => {
    expect(findingsOf('DS-01', on('12/11/21'))).toMatchObject([{ severity: 'W', after: '2021-11-12' }])
  })
})

describe('DS-02, before the campaign', () => {
  it('is the day before 8 March 2021', () => {
    expect(found('DS-02', on('07/03/2021'))).toEqual(['dose_date'])
    expect(found('DS-02', on('08/03/2021'))).toEqual([])
  })

  it('proposes the year of the entry', () => {
    expect(found('DS-02', on('18/01/2021', '20/01/2022'))).toEqual(['dose_date: 2022-01-18?'])
    expect(found('DS-02', on('18/01/2021', '20/05/2022'))).toEqual(['dose_date'])
    expect(found('DS-02', on('18/01/2021', '17/01/2022'))).toEqual(['dose_date'])
  })

  it('is a second dose before anybody could have one, as in the certificate that Viet Nam showed', () => {
    const numbered = (dose_number: string, day: string) => found('DS-02', { ...on(day), dose_number })
    expect(numbered('2', '18/03/2021')).toEqual(['dose_date'])
    expect(numbered('mũi 2', '21/03/2021')).toEqual(['dose_date'])
    expect(numbered('2', '22/03/2021')).toEqual([])
    expect(numbered('3', '04/04/2021')).toEqual(['dose_date'])
    expect(numbered('3', '05/04/2021')).toEqual([])
    expect(numbered('1', '18/03/2021')).toEqual([])
    expect(numbered('', '18/03/2021')).toEqual([])
    expect(numbered('nhắc lại', '18/03/2021')).toEqual([])
    expect(found('DS-02', { ...on('18/03/2021', '20/03/2022'), dose_number: '2' })).toEqual(['dose_date: 2022-03-18?'])
  })

  it('is no matter abroad, where there was a vaccine at all', () => {
    expect(found('DS-02', { ...on('20/05/1985'), ...abroad })).toEqual(['dose_date'])
    expect(found('DS-02', { ...on('10/08/2020'), ...abroad })).toEqual(['dose_date'])
    expect(found('DS-02', { ...on('11/08/2020'), ...abroad })).toEqual([])
    expect(found('DS-02', { ...on('18/01/2021'), ...abroad })).toEqual([])
    expect(found('DS-02', { ...on('18/03/2021'), ...abroad, dose_number: '2' })).toEqual([])
  })
})

describe('DS-03, before the product', () => {
  it.each([
    ['Pfizer', '11/06/2021', 1],
    ['Pfizer', '12/06/2021', 0],
    ['Janssen', '14/07/2021', 1],
    ['Janssen', '15/07/2021', 0],
    ['AstraZeneca', '08/03/2021', 0],
    ['Abdala', '16/09/2021', 1],
    ['Vero Cell', '02/06/2021', 1],
    ['Fizer', '01/05/2021', 0],
    ['Pfizer', '07/03/2021', 0],
  ])('%s on %s: %i', (product, dose_date, count) => {
    expect(found('DS-03', { product, lot: '', dose_date })).toHaveLength(count)
  })

  it('is before the lot arrived', () => {
    expect(found('DS-03', on('31/07/2021'), known)).toEqual(['dose_date'])
    expect(found('DS-03', on('01/08/2021'), known)).toEqual([])
    expect(found('DS-03', { ...on('31/07/2021'), lot: 'FK9999' }, known)).toEqual([])
  })
})

describe('DS-04, after the lot expired', () => {
  it('minds the extension', () => {
    expect(found('DS-04', on('31/03/2022'), known)).toEqual([])
    expect(found('DS-04', on('01/04/2022'), known)).toEqual(['dose_date'])
    expect(found('DS-04', { ...on('01/11/2021'), lot: 'abv 5432', product: 'AstraZeneca' }, known)).toEqual([
      'dose_date',
    ])
    expect(found('DS-04', on('01/04/2022'))).toEqual([])
  })
})

describe('DS-06, an unknown product', () => {
  it.each([
    ['Fizer', 'product: EU/1/20/1528?'],
    ['Mordena', 'product: EU/1/20/1507?'],
    ['', 'product'],
    ['vắc xin covid', 'product'],
    ['Pfizer/Moderna', 'product'],
  ])('is %j', (product, expected) => {
    expect(found('DS-06', { product })).toEqual([expected])
  })

  it.each(['Verocell', 'Astra  Zeneca', 'Spikevax', 'J&J', 'CoronaVac'])('is not %s', (product) => {
    expect(found('DS-06', { product })).toEqual([])
  })

  it('is known once somebody confirmed it', () => {
    const confirmed = new Map([['product|Fizer', 'EU/1/20/1528']])
    expect(found('DS-06', { product: 'Fizer' }, { confirmed })).toEqual([])
  })

  it('asks which Sinopharm it was abroad', () => {
    expect(found('DS-06', { product: 'Sinopharm', ...abroad })).toEqual(['product: BBIBP-CorV?'])
    expect(found('DS-06', { product: 'Sinopharm' })).toEqual([])
  })
})

describe('DS-07, codes of two vaccines', () => {
  it('is the certificate that Viet Nam showed', () => {
    expect(found('DS-07', { product: 'EU/1/21/1529 ORG-100030215 J07BX03' })).toEqual(['product: EU/1/21/1529?'])
    expect(findingsOf('DS-07', { product: 'EU/1/21/1529|ORG-100030215' })).toMatchObject([{ applied: false }])
    expect(found('DS-07', { product: 'EU/1/20/1528 29061000087103' })).toEqual(['product: EU/1/20/1528?'])
  })

  it('leaves out what the product says itself', () => {
    for (const rest of ['ORG-100001699', '29061000087103', 'ORG-100001699 28531000087107', 'J07BX03'])
      expect(findingsOf('DS-07', { product: `EU/1/21/1529 ${rest}` })).toMatchObject([
        { after: 'EU/1/21/1529', applied: true },
      ])
    expect(found('DS-06', { product: 'EU/1/21/1529|ORG-100001699' })).toEqual([])
  })

  it.each(['EU/1/21/1529', 'Pfizer', 'ORG-100030215', 'EU/1/21/1529 EU/1/20/1528 ORG-100030215', ''])(
    'is not %j',
    (product) => {
      expect(found('DS-07', { product })).toEqual([])
    },
  )
})

describe('DS-08, a product that is not licensed', () => {
  it.each(['CoronaVac', 'Covaxin', 'Covishield', 'WIBP-CorV'])('is %s here', (product) => {
    expect(found('DS-08', { product })).toEqual(['product'])
    expect(found('DS-08', { product, ...abroad })).toEqual([])
  })

  it.each(['Pfizer', 'AstraZeneca', 'Sputnik V', 'Vero Cell', 'Moderna', 'Janssen', 'Hayat-Vax', 'Abdala', 'Fizer'])(
    'is not %s',
    (product) => {
      expect(found('DS-08', { product })).toEqual([])
    },
  )
})

describe('DS-09, no lot', () => {
  it('is an empty cell, or a word for it', () => {
    expect(['', ' ', 'không rõ', '0', 'N/A'].map((lot) => found('DS-09', { lot }).length)).toEqual([1, 1, 1, 1, 1])
    expect(found('DS-09', { lot: 'FK0112' })).toEqual([])
    expect(found('DS-10', { lot: 'không rõ' })).toEqual([])
  })
})

describe('DS-10, a wrong lot', () => {
  it('is one of another product', () => {
    expect(found('DS-10', { lot: 'ABV5432', product: 'Pfizer' }, known)).toEqual(['lot'])
    expect(found('DS-10', { lot: 'abv-5432', product: 'AstraZeneca' }, known)).toEqual([])
    expect(found('DS-10', { lot: 'ABV5432', product: 'Fizer' }, known)).toEqual([])
  })

  it('is one with letters for digits', () => {
    expect(found('DS-10', { lot: 'FKO112' })).toEqual(['lot: FK0112?'])
    expect(found('DS-10', { lot: 'FKOII2' }, known)).toEqual(['lot: FK0112?'])
    expect(found('DS-10', { lot: 'FK0112' })).toEqual([])
    expect(found('DS-10', { lot: 'FK0113' }, known)).toEqual([])
  })

  it('is none that a producer prints', () => {
    expect(found('DS-10', { lot: '15/09/2021' })).toEqual(['lot'])
    expect(found('DS-10', { lot: 'Pfizer' })).toEqual(['lot'])
    expect(found('DS-10', { lot: '202105A0612', product: 'Vero Cell' })).toEqual([])
  })
})

describe('DS-17, nothing was injected', () => {
  it.each([
    ['Hoãn tiêm', 1],
    ['not-done', 1],
    ['Khám sàng lọc', 1],
    ['Hoàn thành', 0],
    ['Đã tiêm', 0],
    ['', 0],
  ])('says %s: %i', (status, count) => {
    expect(found('DS-17', { status })).toHaveLength(count)
  })
})

describe('DS-18, a facility that nobody knows', () => {
  const facilities = readFacilities(
    'code,name,province,commune,opened,closed\n01001,Trạm X,01,00001,2021-06-01,2021-12-31\n79001,Trạm Y,79,26734,,',
  )
  const registered = { codes: { ...defaultCodeSets, facilities } }

  it('has no code of the register', () => {
    expect(found('DS-18', { facility: '99999' }, registered)).toEqual(['facility'])
    expect(found('DS-18', { facility: '1001' }, registered)).toEqual(['facility: 01001?'])
    expect(found('DS-18', { facility: '' }, registered)).toEqual(['facility'])
  })

  it('was not open that day', () => {
    const at = (dose_date: string, facility = '01001') => found('DS-18', { facility, dose_date }, registered)
    expect(at('31/05/2021')).toEqual(['facility'])
    expect(at('01/06/2021')).toEqual([])
    expect(at('31/12/2021')).toEqual([])
    expect(at('01/01/2022')).toEqual(['facility'])
    expect(at('01/01/2022', '79001')).toEqual([])
  })

  it('is not named at all', () => {
    expect(found('DS-18', { facility: '', facility_name: '' })).toEqual(['facility'])
    expect(found('DS-18', { facility: '', facility_name: 'Trạm X' })).toEqual([])
    expect(found('DS-18', { facility: '', facility_name: '', ...abroad })).toEqual([])
  })
})

describe('DS-19, nothing that shows a dose abroad', () => {
  it('is found without evidence, and where the country is none', () => {
    expect(found('DS-19', { country: 'KR', evidence: '' })).toEqual(['country'])
    expect(found('DS-19', { country: 'KR', evidence: 'không có' })).toEqual(['country'])
    expect(found('DS-19', { country: 'XX', evidence: '' })).toEqual(['country'])
  })

  it('is not found with some, nor here', () => {
    expect(found('DS-19', abroad)).toEqual([])
    expect(found('DS-19', { country: 'VN', evidence: '' })).toEqual([])
    expect(found('DS-19', { country: '', evidence: '' })).toEqual([])
  })
})

describe('DS-20, after death', () => {
  it.each([
    ['14/09/2021', 1],
    ['15/09/2021', 0],
    ['16/09/2021', 0],
    ['08/2021', 1],
    ['09/2021', 0],
    ['2021', 0],
    ['2020', 1],
    ['', 0],
    ['chưa', 0],
  ])('died %s, dose on 15 September 2021: %i', (death_date, count) => {
    const survey = { dateOrder: { death_date: 'dmy', dose_date: 'dmy' } } as const
    expect(found('DS-20', { dose_date: '15/09/2021', death_date }, { survey })).toHaveLength(count)
  })
})

describe('PR-03, entered late', () => {
  it.each([
    ['15/09/2021', '', 0],
    ['16/09/2021', '', 0],
    ['17/09/2021', '', 1],
    ['15/10/2021', 'nhập hồi cứu', 0],
    ['16/10/2021', 'nhập hồi cứu', 1],
    ['14/09/2021', '', 0],
    ['', '', 0],
  ])('on %s (%s): %i', (entry_date, entry_mode, count) => {
    expect(found('PR-03', { dose_date: '15/09/2021', entry_date, entry_mode })).toHaveLength(count)
  })
})
