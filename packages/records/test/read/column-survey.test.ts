import { describe, expect, it } from 'vitest'
import { type ColumnSurvey, surveyColumns } from '../../src/read/column-survey.ts'
import { emptyValues } from '../../src/read/row-values.ts'
import { mostFacilities, newYearFacilities, tallyBirthday } from '../../src/read/survey/birthday-tally.ts'
import { columnOrder, tallyDate } from '../../src/read/survey/date-tally.ts'
import type { FieldValues, ReadRow } from '../../src/record.ts'

function survey(rows: readonly Partial<FieldValues>[]): Promise<ColumnSurvey> {
  const read = rows.map(
    (values, index): ReadRow => ({
      place: { file: 'a', row: index + 1, line: index + 2 },
      values: { ...emptyValues, ...values },
    }),
  )
  async function* batches(): AsyncGenerator<readonly ReadRow[]> {
    yield read
  }
  return surveyColumns(batches(), { newYearShare: 3 })
}

function names(...all: readonly string[]): readonly Partial<FieldValues>[] {
  return Array.from({ length: 10 }, () => all.map((full_name) => ({ full_name }))).flat()
}

const letterings: readonly (readonly [string, ...string[]])[] = [
  ['unicode', 'Nguyễn Văn Đức', 'Trần Thị Ngọc Ánh', 'Lê Hoàng Phượng'],
  ['unicode', 'NGUYỄN VĂN ĐỨC', "H'Hen Niê", 'Y Moan Ênuôl', 'Nguyễn Thuỳ Dương'],
  ['unicode', 'Nguyen Van Duc', 'TRAN THI BINH', 'John Smith'],
  ['unicode', 'Nguyễn Văn Đức'.normalize('NFD'), 'Ðặng Thị Ánh'],
  ['tcvn3', 'NguyÔn V¨n §øc', 'TrÇn ThÞ BÝch', 'Lª Thµnh'],
  ['vni', 'Nguyeãn Vaên Ñöùc', 'Traàn Thò Bích', 'Leâ Thaønh'],
  ['cp1258-as-1252', 'NguyêÞn Vãn Ðýìc', 'Trâìn Thiò Biìch'],
  ['utf8-as-1252', 'Nguyá»…n VÄƒn Ä\u0090á»©c', 'Tráº§n Thá»‹ BÃ\u00adch'],
  ['viqr', "Nguye^~n Va(n DDu+'c", "Tra^`n Thi. Bi'ch"],
  ['telex', 'Nguyeexn Vawn DDuwcs', 'Traanf Thij Bichs'],
]

describe('the lettering of a column', () => {
  it.each(letterings)('%s is told by %s', async (lettering, ...written) => {
    expect((await survey(names(...written))).lettering.full_name).toBe(lettering)
  })

  it('stays Unicode where a few cells are in an old lettering, or too few to prove it', async () => {
    expect((await survey(names('Lê Thị Hồng', 'Nguyễn Văn Đức', 'NguyÔn V¨n §øc'))).lettering.full_name).toBe('unicode')
    expect((await survey(names('NguyÔn V¨n §øc').slice(0, 4))).lettering.full_name).toBe('unicode')
  })

  it('comes with the proof that a person is shown', async () => {
    const { letteringProof } = await survey(names('NguyÔn V¨n §øc', 'TrÇn ThÞ BÝch'))
    expect(letteringProof?.full_name).toEqual({
      written: expect.any(Number),
      read: 1,
      samples: ['NguyÔn V¨n §øc', 'TrÇn ThÞ BÝch'],
    })
    expect(letteringProof?.full_name?.written).toBeLessThan(0.5)
  })

  it('says whether most names carry marks', async () => {
    expect((await survey(names('Nguyễn Văn A', 'Lê B', 'Tran C'))).hasDiacritics).toBe(true)
    expect((await survey(names('Nguyen Van A', 'Lê B', 'Tran C'))).hasDiacritics).toBe(false)
  })
})

describe('the order of day and month in a column', () => {
  const order = (...texts: readonly string[]): string => {
    const tally = { dayFirst: 0, monthFirst: 0 }
    for (const text of texts) tallyDate(tally, text)
    return columnOrder(tally)
  }

  it.each([
    ['dmy', ['13/05/1985', '05/06/1985']],
    ['dmy', ['31-1-85', '1.2.85']],
    ['mdy', ['05/13/1985']],
    [
      'unknown',
      ['05/06/1985', '1985-05-13', '1985/13/05', '44317', '1945', '00/00/1945', '13051985', '', 'x', '32/01/1985'],
    ],
    ['mixed', ['13/05/1985', '05/13/1985']],
    ['mixed', [...Array(97).fill('13/05/1985'), '05/13/1985', '05/14/1985', '05/15/1985']],
    ['dmy', [...Array(999).fill('13/05/1985'), '05/13/1985']],
  ] as const)('is %s', (expected, texts) => {
    expect(order(...texts)).toBe(expected)
  })

  it('is told for each column', async () => {
    const { dateOrder } = await survey([{ birth_date: '13/05/1985', dose_date: '05/13/2021' }])
    expect(dateOrder).toEqual({ birth_date: 'dmy', dose_date: 'mdy', entry_date: 'unknown', death_date: 'unknown' })
  })
})

describe('birthdays on 1 January', () => {
  const rows = (newYears: number, all: number, first = '01/01/1950'): readonly Partial<FieldValues>[] =>
    Array.from({ length: all }, (_, index) => ({
      facility: 'CS1',
      birth_date: index < newYears ? first : '13/05/1985',
    }))

  it('mark a facility that has far more of them than chance gives', async () => {
    expect((await survey(rows(40, 1000))).newYearFacilities).toEqual(new Set(['CS1']))
    expect((await survey(rows(3, 1000))).newYearFacilities).toEqual(new Set())
  })

  it('prove nothing where there are few rows', async () => {
    expect((await survey(rows(5, 40))).newYearFacilities).toEqual(new Set())
    expect((await survey(rows(6, 40))).newYearFacilities).toEqual(new Set(['CS1']))
  })

  it.each(['1/1/1950', '1950-01-01', '01011950', '1.1.50', '1950-01-01T00:00:00', '18264'])(
    'are known as %s',
    async (text) => {
      expect((await survey(rows(40, 1000, text))).newYearFacilities.size).toBe(1)
    },
  )

  it.each(['1950', '00/00/1950', '', '11/01/1950', '01/11/1950', '1950-01-10'])('are not %s', async (text) => {
    expect((await survey(rows(40, 1000, text))).newYearFacilities.size).toBe(0)
  })

  it('are counted for so many facilities and no more', () => {
    const tally = new Map()
    for (let index = 0; index < mostFacilities + 10; index += 1) tallyBirthday(tally, `CS${index}`, '01/01/1950')
    expect(tally.size).toBe(mostFacilities)
    expect(newYearFacilities(tally, 3).size).toBe(0)
  })

  it('count no rows that were not read', async () => {
    async function* batches(): AsyncGenerator<readonly ReadRow[]> {
      yield [{ place: { file: 'a', row: 1, line: 2 }, reason: 'cells', text: 'x' }]
    }
    expect((await surveyColumns(batches(), { newYearShare: 3 })).rows).toBe(0)
  })
})
