import { describe, expect, it } from 'vitest'
import { isDomestic } from '../../src/dose/country.ts'
import { readDoseClass, readDoseNumber } from '../../src/dose/dose-number.ts'
import { isBacklog } from '../../src/dose/entry-mode.ts'
import { readLotText, withoutLookAlikes } from '../../src/dose/lot-text.ts'
import { saysNotGiven } from '../../src/dose/status.ts'

describe('a dose number', () => {
  it.each([
    ['1', 1],
    ['Mũi 2', 2],
    ['mũi số 3', 3],
    ['Mũi thứ 3', 3],
    ['2.0', 2],
    ['Mũi 3 (nhắc lại)', 3],
    ['liều 4', 4],
    ['nhắc lại lần 1', undefined],
    ['0', undefined],
    ['12', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readDoseNumber(text)).toBe(expected)
  })
})

describe('a dose class', () => {
  it.each([
    ['Mũi bổ sung', 'additional'],
    ['NHẮC LẠI LẦN 2', 'booster'],
    ['booster', 'booster'],
    ['Mũi cơ bản', 'primary'],
    ['2', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readDoseClass(text)).toBe(expected)
  })
})

describe('a status', () => {
  it.each([
    'Hoãn',
    'Trì hoãn',
    'Đề nghị hoãn tiêm',
    'Huyết áp cao - hoãn',
    'Bỏ về',
    'Tạm hoãn tiêm',
    'Hoãn tiêm do sốt',
    'Chống chỉ định',
    'Chưa tiêm',
    'Khám sàng lọc',
    'not-done: MEDPREC',
    'entered-in-error',
  ])('%s says that nothing was given', (status) => {
    expect(saysNotGiven(status)).toBe(true)
  })

  it.each([
    'Đã tiêm',
    'Hoàn thành',
    'Đã hoàn tất',
    'completed',
    'Đủ điều kiện tiêm',
    'Tiêm và theo dõi sau tiêm',
    'Cấp giấy xác nhận',
    '',
    'Bình thường',
  ])('%s does not', (status) => {
    expect(saysNotGiven(status)).toBe(false)
  })
})

describe('a lot', () => {
  it.each([
    'FK0112',
    'ABV5432',
    '4120Z001',
    '202105A0612',
    'I-480521',
    'CTMAV 545',
    '3003604',
    'FK0112/FK0113',
    'pcb0016',
  ])('can be %s', (lot) => {
    expect(readLotText(lot)).toBe('possible')
    expect(withoutLookAlikes(lot, undefined)).toBeUndefined()
  })

  it.each(['15/09/2021', 'Pfizer', '111111', 'FK', 'lô số 1 của phường', '4.12E+05', 'FK0112?'])(
    'cannot be %s',
    (lot) => {
      expect(readLotText(lot)).toBe('impossible')
    },
  )

  it.each(['0', 'không rõ', '-', 'N/A', '000'])('is none in %s', (lot) => {
    expect(readLotText(lot)).toBe('none')
  })

  it('has digits where a letter stands among them', () => {
    expect(withoutLookAlikes('FKO112', 'EU/1/20/1528')).toBe('FK0112')
    expect(withoutLookAlikes('FKOI12', 'EU/1/20/1528')).toBe('FK0112')
    expect(withoutLookAlikes('FKO112', 'EU/1/21/1529')).toBeUndefined()
    expect(withoutLookAlikes('412OZ001', 'EU/1/21/1529')).toBeUndefined()
    expect(withoutLookAlikes('2O2I05A0612', 'BBIBP-CorV')).toBe('202105A0612')
  })
})

describe('where and when', () => {
  it.each(['VN', '', 'Việt Nam', 'VNM', ' '])('%j is here', (country) => {
    expect(isDomestic(country)).toBe(true)
  })

  it.each(['KR', 'Hàn Quốc', 'XX'])('%j is abroad', (country) => {
    expect(isDomestic(country)).toBe(false)
  })

  it('paper typed in later is a backlog', () => {
    expect(['facility-backlog', 'Nhập hồi cứu', 'nhập đuổi'].map(isBacklog)).toEqual([true, true, true])
    expect(['', 'facility-live', 'Nhập trực tiếp'].map(isBacklog)).toEqual([false, false, false])
  })
})
