import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanseRow, dispositionOf } from '../../src/cleanse/cleanse-row.ts'
import { type FieldValues, fields } from '../../src/record.ts'
import { context, goodValues, record } from './rows.ts'

describe('a row under cleansing', () => {
  it('comes out as it went in where nothing is wrong', () => {
    const received = record()
    const row = cleanseRow(received, context())
    expect(row.findings).toEqual([])
    expect(row.values).toBe(received.values)
    expect(row).toMatchObject({ values: goodValues, disposition: 'clean' })
  })

  it('is told by its place', () => {
    expect(cleanseRow(record({}, 77), context()).place).toEqual({ file: 'doses.csv', row: 77, line: 78 })
  })

  it('is fixed first and judged as it then stands', () => {
    const row = cleanseRow(
      record({ full_name: 'Ðỗ  VĂN ĐỨC', birth_date: '00/00/1945', id_number: '001045012345' }),
      context(),
    )
    expect(row.values.full_name).toBe('Đỗ Văn Đức')
    expect(row.facts.birthDate?.iso).toBe('1945')
    expect(row.findings.map(({ rule, before, after }) => [rule, before, after])).toEqual(
      expect.arrayContaining([
        ['PN-02', 'Ðỗ  VĂN ĐỨC', 'Ðỗ VĂN ĐỨC'],
        ['PN-03', 'Ðỗ VĂN ĐỨC', 'Đỗ VĂN ĐỨC'],
        ['PN-08', 'Đỗ VĂN ĐỨC', 'Đỗ Văn Đức'],
        ['DB-04', '00/00/1945', '1945'],
      ]),
    )
    expect(row.disposition).toBe('clean')
  })

  it('leaves the record as it was received', () => {
    const dirty = record({ full_name: 'NGUYỄN VĂN A' })
    cleanseRow(dirty, context())
    expect(dirty.values.full_name).toBe('NGUYỄN VĂN A')
  })
})

const scraps = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'Nguyễn Văn A',
    'NGUYÔN V¡N §øC',
    'Ðặng',
    '05/06/1985',
    '44317',
    '00/00/1945',
    '079190001234',
    'x',
  ),
)
const anyValues = fc.record(
  Object.fromEntries(fields.map((field) => [field, scraps])) as Record<keyof FieldValues, typeof scraps>,
)

describe('any row', () => {
  it('becomes what its applied findings say, one after the other, and never an error', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const row = cleanseRow({ place: record().place, values }, context())
        const replayed: FieldValues = { ...values }
        for (const { applied, field, before, after } of row.findings) {
          if (applied) expect(before).toBe(replayed[field])
          if (applied) replayed[field] = after ?? ''
        }
        expect(row.values).toEqual(replayed)
        expect(row.disposition).toBe(dispositionOf(row.findings))
      }),
    )
  })

  it('has nothing left to fix after it was fixed', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const once = cleanseRow({ place: record().place, values }, context())
        const twice = cleanseRow({ place: record().place, values: once.values }, context())
        expect(twice.findings.filter(({ applied }) => applied)).toEqual([])
      }),
    )
  })
})

describe('the disposition of a row', () => {
  const finding = { rule: 'PN-01', field: 'full_name', before: '' } as const

  it.each([
    ['B', false, 'listed'],
    ['R', false, 'listed'],
    ['W', false, 'clean'],
    ['I', false, 'clean'],
    ['R', true, 'clean'],
  ] as const)('with %s, applied %s, is %s', (severity, applied, disposition) => {
    expect(dispositionOf([{ ...finding, severity, applied }])).toBe(disposition)
  })
})
