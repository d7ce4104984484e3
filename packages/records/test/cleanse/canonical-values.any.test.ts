import { describe, expect, it } from 'vitest'
import { canonicalValues } from '../../src/cleanse/canonical-values.ts'
import { cleanseRow } from '../../src/cleanse/cleanse-row.ts'
import { context, goodValues, type Known, record } from './rows.ts'

const canonical = (values: Partial<typeof goodValues>, known: Known = {}) =>
  canonicalValues(cleanseRow(record(values), context(known)))

describe('canonical values', () => {
  it('are codes and ISO dates, and all else as it stands', () => {
    const forms = { birth_date: '1985-05-13', dose_date: '2021-09-15', entry_date: '2021-09-15' }
    const codes = { sex: 'male', product: 'EU/1/20/1528' }
    expect(canonical({ nationality: 'Việt Nam' })).toEqual({ ...goodValues, ...forms, ...codes })
  })

  it('keep what could not be read, or only in two ways', () => {
    const values = {
      birth_date: '05/06/1985',
      dose_date: '31/02/2021',
      sex: '?',
      product: 'Fizer',
      nationality: 'Sao Hỏa',
    }
    expect(canonical(values, { survey: { dateOrder: {} } })).toMatchObject(values)
  })

  it.each([
    ['', 'VN'],
    ['Việt Nam', 'VN'],
    ['VNM', 'VN'],
    ['Hàn Quốc', 'KR'],
    ['kr', 'KR'],
    ['Sao Hỏa', 'Sao Hỏa'],
  ])('name the country of a dose: %j is %s', (country, code) => {
    expect(canonical({ country }).country).toBe(code)
  })

  it.each([
    ['Mũi 2', '', { dose_number: '2', dose_class: '' }],
    ['mũi 3 (nhắc lại)', '', { dose_number: '3', dose_class: 'booster' }],
    ['mũi 3 (nhắc lại)', 'Bổ sung', { dose_number: '3', dose_class: 'Bổ sung' }],
    ['nhắc lại lần 1', '', { dose_number: 'nhắc lại lần 1', dose_class: 'booster' }],
    ['', '', { dose_number: '', dose_class: '' }],
  ])('write the number of a dose as a digit, and lose no class: %j, %j', (dose_number, dose_class, expected) => {
    expect(canonical({ dose_number, dose_class })).toMatchObject(expected)
  })

  it('know the product that a person confirmed', () => {
    const confirmed = new Map([['product|Fizer', 'EU/1/20/1528']])
    expect(canonical({ product: 'Fizer' }, { confirmed }).product).toBe('EU/1/20/1528')
  })
})
