import { describe, expect, it } from 'vitest'
import { declaredOf, identityOf } from '../../src/match/declared.ts'
import { valuesOf } from './values.ts'

describe('who a row declares', () => {
  it('is number, name, birth date and sex in one form', () => {
    const declared = declaredOf(valuesOf())
    expect(declared).toMatchObject({
      number: '001085012345',
      name: 'nguyễn văn đức',
      birthDate: '1985-05-13',
      sex: 'male',
    })
    expect(identityOf(declared)).toEqual({
      ...{ number: '001085012345', name: 'nguyễn văn đức', birthDate: '1985-05-13', sex: 'male' },
    })
  })

  it.each([
    ['NFD', 'Nguyễn Văn Đức'.normalize('NFD')],
    ['capitals', 'NGUYỄN VĂN ĐỨC'],
    ['an Icelandic Đ', 'Nguyễn Văn Ðức'],
    ['blanks', ' Nguyễn  Văn\u00a0Đức '],
  ])('is the same for a name with %s', (_, name) => {
    expect(declaredOf(valuesOf({ full_name: name }))).toEqual(declaredOf(valuesOf()))
  })

  it('is the same wherever the tone stands, and another one for another tone', () => {
    const named = (name: string) => declaredOf(valuesOf({ full_name: name })).name
    expect(named('Trần Thị Hoà')).toBe(named('Trần Thị Hòa'))
    expect(named('Trần Thị Thuý')).not.toBe(named('Trần Thị Thủy'))
  })

  it('keeps the precision of a birth date, and its other reading', () => {
    expect(declaredOf(valuesOf({ birth_date: '1945' }))).toMatchObject({ birthDate: '1945', turned: '' })
    expect(declaredOf(valuesOf({ birth_date: '1985-05-06' }))).toMatchObject({ turned: '1985-06-05' })
    expect(declaredOf(valuesOf({ birth_date: '1985-05-05' }))).toMatchObject({ turned: '' })
    expect(declaredOf(valuesOf({ birth_date: '1985-05-13' }))).toMatchObject({ turned: '' })
    expect(declaredOf(valuesOf({ birth_date: '05/06/1985' }))).toMatchObject({
      birthDate: '1985-06-05',
      turned: '1985-05-06',
    })
    expect(declaredOf(valuesOf({ birth_date: '05/13/1985' }))).toMatchObject({ birthDate: '', turned: '1985-05-13' })
  })

  it('tells a damaged number from one that can be asked about', () => {
    const of = (number: string) => declaredOf(valuesOf({ id_number: number }))
    expect(of('79190001234')).toMatchObject({ number: '', padded: '079190001234' })
    expect(of('O01085012345')).toMatchObject({ number: '', repaired: '001085012345' })
    expect(of('652795021')).toMatchObject({ number: '652795021', padded: '', repaired: '' })
    for (const none of ['', '******012345', '0912345678', '7.9E+10', 'C1234567'])
      expect(of(none)).toMatchObject({ number: '', padded: '', repaired: '' })
  })

  it('is no question where one of the four is missing', () => {
    for (const missing of [{ id_number: '' }, { full_name: '' }, { birth_date: '' }, { sex: '' }])
      expect(identityOf(declaredOf(valuesOf(missing)))).toBeUndefined()
  })
})
