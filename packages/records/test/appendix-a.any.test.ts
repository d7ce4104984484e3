import { personName } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { limits2022 } from '../src/cleanse/limits.ts'
import { defaultCodeSets } from '../src/codes/default-code-sets.ts'
import { findProduct } from '../src/codes/find-product.ts'
import { readDate } from '../src/dates/read-date.ts'
import { readIdNumber } from '../src/identity/read-id-number.ts'
import { readPhone } from '../src/identity/read-phone.ts'
import type { FieldValues } from '../src/record.ts'
import { percentOf } from '../src/report/percent.ts'
import { findingsOf, found } from './cleanse/rows.ts'

// The cases of appendix A of the project's reference on Viet Nam, in its order. All people are invented.

describe('transliteration', () => {
  it.each([
    ['Nguyễn Bảo Duy', 'NGUYEN', 'BAO<DUY'],
    ['Đặng Thị Ngọc Ánh', 'DANG', 'THI<NGOC<ANH'],
    ['\u00d0ỗ Đình Ước', 'DO', 'DINH<UOC'],
    ['Ưng Hoàng Phượng', 'UNG', 'HOANG<PHUONG'],
    ['Quách Thuỳ Khuê', 'QUACH', 'THUY<KHUE'],
    ['Y Moan Ênuôl', 'Y', 'MOAN<ENUOL'],
    ['Tôn Nữ Thị Ninh', 'TON', 'NU<THI<NINH'],
    ["H'Hen Niê", 'HHEN', 'NIE'],
    ['Lê-Trần  Mỹ', 'LE<TRAN', 'MY'],
  ])('%s', (fullName, fnt, gnt) => {
    expect(personName({ fullName })).toMatchObject({ fnt, gnt })
    expect(personName({ fullName: fullName.normalize('NFD') })).toEqual(personName({ fullName }))
  })

  it('of a name of one word has no given names', () => {
    expect(personName({ fullName: 'Siu' })).toEqual({ fn: 'Siu', fnt: 'SIU' })
  })
})

describe('personal numbers', () => {
  it.each([
    ['079190001234', '079', 'female', 1990],
    ['001085012345', '001', 'male', 1985],
    ['038305000001', '038', 'female', 2005],
  ])('%s', (digits, province, sex, birthYear) => {
    expect(readIdNumber(digits)).toEqual({ kind: 'personal', digits, province, sex, birthYear })
  })

  const short = { id_number: '79190001234', birth_date: '15/03/1990' }

  it('that lost their zero are repaired where sex and year agree, and else reviewed', () => {
    expect(found('ID-04', { ...short, sex: 'Nữ' })).toEqual(['id_number: 079190001234'])
    expect(findingsOf('ID-04', { ...short, sex: 'Nam' })).toMatchObject([{ severity: 'R', applied: false }])
  })

  it.each([
    ['ID-07', 'R', { id_number: '003085012345', sex: 'Nam', birth_date: '13/05/1985' }],
    ['ID-07', 'W', { id_number: '100285012345', sex: 'Nam', birth_date: '13/05/2085' }],
    ['ID-08', 'B', { id_number: '******012345' }],
    ['ID-09', 'B', { id_number: '0912345678' }],
    ['ID-09', 'B', { id_number: '000000000000' }],
    ['ID-09', 'B', { id_number: '123456789012' }],
  ] as const)('%s says %s of %o', (rule, severity, values) => {
    expect(findingsOf(rule, values)).toMatchObject([{ severity }])
  })
})

describe('phones', () => {
  it.each([
    ['0169.2345.678', { kind: 'mobile', digits: '0392345678' }],
    ['+84 1234 567 890', { kind: 'mobile', digits: '0834567890' }],
    ['0199 123 4567', { kind: 'mobile', digits: '0591234567' }],
    ['02083.655.369', { kind: 'landline', digits: '02083655369' }],
    ['84912345678', { kind: 'mobile', digits: '0912345678' }],
    ['912345678', { kind: 'no-trunk', digits: '0912345678' }],
  ])('%s', (text, phone) => {
    expect(readPhone(text)).toEqual(phone)
  })

  it('without their trunk 0 are warned of', () => {
    expect(findingsOf('CT-02', { phone: '912345678' })).toMatchObject([{ severity: 'W', after: '0912345678' }])
  })
})

describe('dates', () => {
  it.each([
    ['13/05/1985', '1985-05-13', 'day'],
    ['44317', '2021-05-01', 'day'],
    ['1945', '1945', 'year'],
    ['00/00/1945', '1945', 'year'],
    ['01011990', '1990-01-01', 'day'],
    ['12/11/21', '2021-11-12', 'day'],
  ])('%s', (text, iso, precision) => {
    expect(readDate(text, 'dmy')).toMatchObject({ iso, precision, isAmbiguous: false })
  })

  it.each([
    ['DB-02', { birth_date: '05/13/1985' }, { severity: 'B', after: '1985-05-13', applied: false }],
    ['DB-02', { birth_date: '31/02/1990' }, { severity: 'B', applied: false }],
    ['DS-01', { dose_date: '12/11/21' }, { severity: 'W', after: '2021-11-12' }],
  ] as const)('%s finds %o', (rule, values, finding) => {
    expect(findingsOf(rule, values)).toMatchObject([finding])
  })
})

describe('what a scanner typed into the cell of a number', () => {
  const card = '001085012345||Nguyễn Văn Án|01011985|Nam|Số 1, Phường X, Quận Y, Thành phố Hà Nội|25042021'

  it('of a card: seven fields, an empty CMND among them; the number is proposed', () => {
    expect(card.split('|')).toHaveLength(7)
    expect(found('ID-06', { id_number: card })).toEqual(['id_number: 001085012345?'])
    expect(found('PN-01', { full_name: card })).toEqual(['full_name'])
  })

  it('of the personal code is masked', () => {
    const masked = { id_number: '******012345', birth_date: '****-**-01' }
    expect(found('ID-08', masked)).toEqual(['id_number'])
    expect(found('DB-02', masked)).toEqual(['birth_date'])
    const code = '******012345|NGUYEN VAN AN|****-**-01|0|QIDX|1<'
    expect(findingsOf('ID-08', { id_number: code })).toMatchObject([{ severity: 'B' }])
  })
})

describe('names of vaccines', () => {
  const product = (text: string) => findProduct(text, defaultCodeSets.products, 'here')

  it.each([
    ['Verocell', 'BBIBP-CorV'],
    ['Astra  Zeneca', 'EU/1/21/1529'],
    ['Fizer', 'EU/1/20/1528'],
    ['Mordena', 'EU/1/20/1507'],
    ['Spikevax', 'EU/1/20/1507'],
    ['J&J', 'EU/1/20/1525'],
  ])('%s is %s', (text, mp) => {
    expect(product(text)).toMatchObject({ mp })
  })

  it.each(['Fizer', 'Mordena'])('%s is a guess, which a person confirms', (text) => {
    expect(found('DS-06', { product: text })).toHaveLength(1)
  })
})

describe('percentages of Thái Nguyên', () => {
  it.each([
    [2_756_537, 2_924_867, { rounded: '94.24', truncated: '94.24' }, '94.17'],
    [2_496_793, 2_756_537, { rounded: '90.58', truncated: '90.57' }, '90.57'],
    [2_628, 2_628, { rounded: '100.00', truncated: '100.00' }, '100'],
  ])('%i of %i', (part, whole, percent) => {
    expect(percentOf(part, whole)).toEqual(percent)
  })
})

describe('legacy letterings of Nguyễn Văn Đức', () => {
  it.each([
    ['tcvn3', 'NguyÔn V¨n §øc'],
    ['vni', 'Nguyeãn Vaên Ñöùc'],
    ['cp1258-as-1252', 'NguyêÞn Vãn Ðýìc'],
    ['utf8-as-1252', 'Nguyá»…n VÄƒn Ä\u0090á»©c'],
  ] as const)('%s', (lettering, text) => {
    const known = {
      survey: { lettering: { full_name: lettering } },
      confirmed: new Map([['lettering|full_name', lettering]]),
    }
    const values: Partial<FieldValues> = { full_name: text }
    expect(found('PN-04', values, known)).toEqual(['full_name: Nguyễn Văn Đức'])
  })
})

it('is judged by the limits of 2022', () => {
  expect(limits2022.campaignStart).toBe('2021-03-08')
})
