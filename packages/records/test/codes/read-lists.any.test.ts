import { Fault } from '@vaxcert/core/fault'
import { describe, expect, it } from 'vitest'
import { defaultCodeSets } from '../../src/codes/default-code-sets.ts'
import { isCommune } from '../../src/codes/find-commune.ts'
import { knownLot, likeLot } from '../../src/codes/known-lot.ts'
import { readCancelledNumbers, readCommunes, readFacilities, readLots } from '../../src/codes/read-lists.ts'

function codeOf(read: () => unknown): string | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return undefined
}

const lots = 'lot,product,arrived,expires,extended\nFK 0112,EU/1/20/1528,2021-07-07,2022-01-31,2022-04-30\n'

describe('lots.csv', () => {
  it('gives lots by their key, with the last day that holds', () => {
    const read = readLots(`${lots}ABV5432,EU/1/21/1529,2021-04-01,2021-10-31,\n`)
    expect([...read]).toEqual([
      ['FK0112', { lot: 'FK 0112', mp: 'EU/1/20/1528', arrived: '2021-07-07', expires: '2022-04-30' }],
      ['ABV5432', { lot: 'ABV5432', mp: 'EU/1/21/1529', arrived: '2021-04-01', expires: '2021-10-31' }],
    ])
  })

  it('may leave out what is optional, in any order, with CRLF, quotes and a byte order mark', () => {
    const read = readLots('\ufeffexpires,lot,arrived,product\r\n2022-01-31,"FK0112",2021-07-07, EU/1/20/1528 \r\n')
    expect(read.get('FK0112')?.expires).toBe('2022-01-31')
  })

  it.each([
    '',
    'lot,product,arrived\nFK0112,EU/1/20/1528,2021-07-07',
    'lot,product,arrived,expires,note\nFK0112,EU/1/20/1528,2021-07-07,2022-01-31,x',
    'lot,lot,product,arrived,expires\nA1234,A1234,EU/1/20/1528,2021-07-07,2022-01-31',
    'lot,product,arrived,expires\nFK0112,EU/1/20/1528,2021-07-07',
    'lot,product,arrived,expires\n,EU/1/20/1528,2021-07-07,2022-01-31',
    'lot,product,arrived,expires\nFK0112,Pfizer,2021-07-07,2022-01-31',
    'lot,product,arrived,expires\nFK0112,EU/1/20/1528,2021-07-07,2022-02-30',
    'lot,product,arrived,expires\nFK0112,EU/1/20/1528,07/07/2021,2022-01-31',
    'lot,product,arrived,expires\nFK0112,EU/1/20/1528,2022-07-07,2022-01-31',
    'lot,product,arrived,expires\n"FK0112,EU/1/20/1528,2021-07-07,2022-01-31',
    'lot,product,arrived,expires\n"FK"0112,EU/1/20/1528,2021-07-07,2022-01-31',
    `${lots}fk-0112,EU/1/20/1528,2021-07-07,2022-01-31,`,
  ])('is refused as %j', (csv) => {
    expect(codeOf(() => readLots(csv))).toBe('record.lots')
  })

  it('is looked up whatever signs a record puts in, and by what only looks alike', () => {
    const codes = { ...defaultCodeSets, lots: readLots(lots) }
    expect(knownLot('fk-0112', codes)?.lot).toBe('FK 0112')
    expect(knownLot('FKO112', codes)).toBeUndefined()
    expect(likeLot('FKOII2', codes)?.lot).toBe('FK 0112')
    expect(likeLot('FK0113', codes)).toBeUndefined()
    expect(knownLot('FK0112', defaultCodeSets)).toBeUndefined()
  })

  it('proposes nothing where two lots look alike', () => {
    const two = readLots(`${lots}FKO112,EU/1/20/1528,2021-07-07,2022-01-31,`)
    expect(likeLot('FK01I2', { ...defaultCodeSets, lots: two })).toBeUndefined()
  })
})

describe('facilities.csv', () => {
  it('gives facilities by code', () => {
    const csv = 'code,name,province,commune,opened,closed\n01001,"Trạm y tế X, Y",01,00001,,2022-01-01\n'
    expect(readFacilities(csv).get('01001')).toEqual({
      code: '01001',
      name: 'Trạm y tế X, Y',
      province: '01',
      commune: '00001',
      closed: '2022-01-01',
    })
  })

  it('is refused with a name for a province, or a code twice', () => {
    expect(codeOf(() => readFacilities('code,name,province,commune\n1,X,Hà Nội,00001'))).toBe('record.facilities')
    expect(codeOf(() => readFacilities('code,name,province,commune\n1,X,01,1\n1,Y,01,1'))).toBe('record.facilities')
  })
})

describe('communes.csv', () => {
  const communes = readCommunes(
    'list,code,name\n2004-63,00001,Phường Phúc Xá\n2004-63,26734,Phường 01\n2025-34,00004,Phường Ba Đình',
  )

  it.each(['00001', '1', 'Phúc Xá', 'phường phúc xá', 'P. 1', 'Phường 1', '26734', '01'])('knows %s', (text) => {
    expect(isCommune(text, '2004-63', communes)).toBe(true)
  })

  it.each(['00002', 'Phúc Xa Lạ', 'Ba Đình', '00004'])('does not know %s before July 2025', (text) => {
    expect(isCommune(text, '2004-63', communes)).toBe(false)
  })

  it('is not asked where it holds none of a list', () => {
    expect(isCommune('Phúc Xá', '2025-34', communes)).toBe(false)
    expect(isCommune('Ba Đình', '2004-63', readCommunes('list,code,name\n2025-34,00004,Phường Ba Đình'))).toBe(true)
    expect(isCommune('x', '2004-63', new Map())).toBe(true)
  })

  it.each(['list,code,name\n2004,00001,X', 'list,code,name\n2004-63,1,X', 'list;code;name\n'])(
    'is refused as %j',
    (csv) => {
      expect(codeOf(() => readCommunes(csv))).toBe('record.communes')
    },
  )
})

describe('cancelled-numbers.csv', () => {
  it('leads from the cancelled number to the current one', () => {
    expect([...readCancelledNumbers('cancelled,current\n001085012345,001085054321\n')]).toEqual([
      ['001085012345', '001085054321'],
    ])
  })

  it.each([
    'cancelled,current\n0010850,001085054321',
    'cancelled,current\n001085012345,012345678',
    'cancelled,current\n001085012345,001085012345',
    'cancelled,current\n001085012345,001085054321\n001085054321,001085012346',
    'cancelled,current\n001085012345,001085054321\n001085012345,001085012346',
  ])('is refused as %j', (csv) => {
    expect(codeOf(() => readCancelledNumbers(csv))).toBe('record.cancelled-numbers')
  })
})
