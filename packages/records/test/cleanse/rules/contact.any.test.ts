import { describe, expect, it } from 'vitest'
import { defaultCodeSets } from '../../../src/codes/default-code-sets.ts'
import { readCommunes } from '../../../src/codes/read-lists.ts'
import { found } from '../rows.ts'

describe('CT-01, the number of today', () => {
  it.each([
    ['0169.2345.678', '0392345678'],
    ['+84 1234 567 890', '0834567890'],
    ['0199 123 4567', '0591234567'],
    ['84912345678', '0912345678'],
  ])('%s becomes %s', (phone, today) => {
    expect(found('CT-01', { phone })).toEqual([`phone: ${today}`])
    expect(found('CT-01', { guardian_phone: phone })).toEqual([`guardian_phone: ${today}`])
    expect(found('CT-02', { phone })).toEqual([])
  })

  it.each(['0912345678', '', '02083.655.369', '912345678', '0912345678/0987654321', '01302345678'])(
    'leaves %j alone',
    (phone) => {
      expect(found('CT-01', { phone })).toEqual([])
    },
  )
})

describe('CT-02, no mobile number', () => {
  it.each([
    ['02083.655.369', 'phone'],
    ['912345678', 'phone: 0912345678?'],
    ['0912345678/0987654321', 'phone: 0912345678?'],
    ['0900000000', 'phone'],
    ['0172345678', 'phone'],
    ['+82 10 1234 5678', 'phone'],
  ])('is %s', (phone, expected) => {
    expect(found('CT-02', { phone })).toEqual([expected])
  })

  it('is no matter where a relative has one beside the landline', () => {
    const landline = { phone: '02083.655.369', guardian_name: 'Nguyễn Thị Hoa' }
    expect(found('CT-02', { ...landline, guardian_phone: '0912345678' })).toEqual([])
    expect(found('CT-02', { ...landline, guardian_phone: '02083.655.370' })).toEqual(['phone', 'guardian_phone'])
  })

  it.each(['0912345678', '', 'không có'])('is not %j', (phone) => {
    expect(found('CT-02', { phone })).toEqual([])
  })

  it('may be one of another country for a foreigner', () => {
    expect(found('CT-02', { nationality: 'KR', phone: '+82 10 1234 5678' })).toEqual([])
  })
})

describe('CT-03, nobody to call', () => {
  const born = (birth_date: string) => ({ birth_date, id_number: '', dose_date: '15/04/2022', phone: '0912345678' })

  it('is found of a child without guardian', () => {
    expect(found('CT-03', born('16/04/2008'))).toEqual(['guardian_name'])
    expect(found('CT-03', { ...born('16/04/2008'), guardian_name: 'Nguyễn Thị Hoa' })).toEqual(['guardian_phone'])
    expect(found('CT-03', born('15/04/2008'))).toEqual([])
    expect(found('CT-03', born('2008'))).toEqual([])
    expect(found('CT-03', born('2009'))).toEqual(['guardian_name'])
  })

  it('is found of whoever has no phone, or one at home', () => {
    expect(found('CT-03', { phone: '' })).toEqual(['guardian_name'])
    expect(found('CT-03', { phone: '02083.655.369' })).toEqual(['guardian_name'])
    expect(found('CT-03', { phone: '0912345678' })).toEqual([])
    expect(found('CT-03', { phone: '0172345678' })).toEqual([])
  })

  it('is not found where both are named', () => {
    const guardian = { guardian_name: 'Nguyễn Thị Hoa', guardian_phone: '0912345678' }
    expect(found('CT-03', { ...born('16/04/2012'), phone: '', ...guardian })).toEqual([])
  })
})

describe('AD-01, an address that was not there', () => {
  const in2026 = { dose_date: '15/01/2026', entry_date: '15/01/2026', district: '' }
  const today = '2026-02-01'

  it('is a province that nobody knows', () => {
    expect(found('AD-01', { province: 'Sao Hỏa' })).toEqual(['province'])
    expect(found('AD-01', { province: '03' })).toEqual(['province'])
  })

  it.each(['Hà Nội', 'TP.HCM', 'Sài Gòn', 'Thừa Thiên - Huế', 'BRVT', 'Hà Giang', '24', ''])(
    'is not %j',
    (province) => {
      expect(found('AD-01', { province })).toEqual([])
    },
  )

  it('is a province that became part of another', () => {
    expect(found('AD-01', { ...in2026, province: 'Hà Giang' }, { today })).toEqual(['province: Tuyên Quang?'])
    expect(found('AD-01', { ...in2026, province: 'Bắc Ninh' }, { today })).toEqual([])
    expect(found('AD-01', { ...in2026, province: '27' }, { today })).toEqual(['province'])
  })

  it('goes by the list of its day: the last of the 63 provinces, the first of the 34', () => {
    const on = (day: string) => ({ ...in2026, province: 'Hà Giang', dose_date: day, entry_date: day })
    expect(found('AD-01', on('30/06/2025'), { today })).toEqual([])
    expect(found('AD-01', on('01/07/2025'), { today })).toEqual(['province: Tuyên Quang?'])
  })

  it('is a district since there are none', () => {
    expect(found('AD-01', { ...in2026, district: 'Ba Đình' }, { today })).toEqual(['district'])
    expect(found('AD-01', { district: 'Ba Đình' })).toEqual([])
  })

  it('is a commune that is not in the list of its day', () => {
    const communes = readCommunes('list,code,name\n2004-63,00001,Phường Phúc Xá\n2025-34,00004,Phường Ba Đình')
    const known = { codes: { ...defaultCodeSets, communes } }
    expect(found('AD-01', { commune: 'Phúc Xá' }, known)).toEqual([])
    expect(found('AD-01', { commune: 'Ba Đình' }, known)).toEqual(['commune'])
    expect(found('AD-01', { ...in2026, commune: 'Ba Đình' }, { ...known, today })).toEqual([])
    expect(found('AD-01', { ...in2026, commune: '00001' }, { ...known, today })).toEqual(['commune'])
    expect(found('AD-01', { commune: 'x' })).toEqual([])
  })

  it('is not asked of foreigners', () => {
    expect(found('AD-01', { nationality: 'KR', id_number: 'M12345678', province: 'Seoul' })).toEqual([])
  })
})
