import { seriesOf } from '@vaxcert/core/issue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits2022 } from '../../src/cleanse/limits.ts'
import type { RuleId } from '../../src/cleanse/rule-id.ts'
import { defaultCodeSets } from '../../src/codes/default-code-sets.ts'
import { products } from '../../src/codes/products.ts'
import { isoOfDay } from '../../src/dates/days.ts'
import { numberSeries } from '../../src/dose/number-series.ts'
import { seriesPolicy2022 } from '../../src/dose/series-policy.ts'
import type { SeriesDose } from '../../src/dose/timeline.ts'

const measures = { policy: seriesPolicy2022, limits: limits2022, codes: defaultCodeSets }
const codes: Readonly<Record<string, string>> = Object.fromEntries(products.map(({ name, mp }) => [name, mp]))

/** "Pfizer 2021-09-15 mũi 2": product, day, and what was typed, class or number. */
function doses(...lines: readonly string[]): readonly SeriesDose[] {
  return lines.map((line, at) => {
    const [, name = '', date = '', typed = ''] = /^(.*?) (\d{4}-\d\d-\d\d) ?(.*)$/.exec(line) ?? []
    const isDomestic = !name.startsWith('abroad ')
    const product = codes[name.replace('abroad ', '')] ?? (name === '?' ? undefined : name.replace('abroad ', ''))
    const isNumber = /\d/.test(typed)
    const words = { doseNumber: isNumber ? typed : '', doseClass: isNumber ? '' : typed }
    return { row: at + 1, product, date, isDomestic, province: undefined, ...words }
  })
}

function positions(given: readonly SeriesDose[]): string {
  const numbered = numberSeries(given, measures)
  return numbered.map(({ position }) => (position === undefined ? '-' : `${position.dn}/${position.sd}`)).join(' ')
}

/** Rows in which a rule finds something, with what it puts in. */
function found(rule: RuleId, given: readonly SeriesDose[]): readonly string[] {
  return numberSeries(given, measures).flatMap(({ row, findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map(({ after }) => (after === undefined ? `${row}` : `${row}: ${after}`)),
  )
}

describe('the place of a dose', () => {
  it.each([
    [['Pfizer 2021-09-01', 'Pfizer 2021-10-01'], '1/2 2/2'],
    [['AstraZeneca 2021-06-01', 'Pfizer 2021-08-10'], '1/2 2/2'],
    [['Janssen 2021-09-01', 'Pfizer 2022-01-10 nhắc lại'], '1/1 2/1'],
    [['Abdala 2021-10-01', 'Abdala 2021-10-15', 'Abdala 2021-10-29', 'Pfizer 2022-02-01'], '1/3 2/3 3/3 4/4'],
    [['Vero Cell 2021-08-01', 'Vero Cell 2021-08-25', 'Vero Cell 2021-12-01', 'Pfizer 2022-03-10'], '1/2 2/2 3/3 4/4'],
    [['CoronaVac 2021-05-01', 'abroad CoronaVac 2021-06-01', 'Pfizer 2022-01-01'], '1/2 2/2 3/3'],
    [['? 2021-09-01', 'Pfizer 2021-10-01'], '- -'],
    [['Pfizer 2021-09-01', '? 2021-10-01'], '1/2 2/2'],
    [['Pfizer 2021-09-01', 'Pfizer 2021-09-01', 'Pfizer 2021-10-01'], '1/2 1/2 2/2'],
    [[], ''],
  ])('in %j is %s', (lines, expected) => {
    expect(positions(doses(...lines))).toBe(expected)
  })

  it('does not depend on the order in which the rows came', () => {
    const lines = ['Pfizer 2021-12-01', 'AstraZeneca 2021-06-01', 'AstraZeneca 2021-08-10']
    expect(numberSeries(doses(...lines), measures).map(({ row, position }) => [row, position?.dn])).toEqual([
      [2, 1],
      [3, 2],
      [1, 3],
    ])
  })

  it('ends with nine', () => {
    const many = doses(...Array.from({ length: 10 }, (_, at) => `Pfizer ${isoOfDay(18_900 + 100 * at)}`))
    expect(positions(many)).toBe('1/2 2/2 3/3 4/4 5/5 6/6 7/7 8/8 9/9 -')
  })

  it('is the one that certificates state', () => {
    const names = fc.array(fc.constantFrom(...products.map(({ mp }) => mp)), { maxLength: 9 })
    fc.assert(
      fc.property(names, (mps) => {
        const lines = mps.map((mp, at) => `${mp} ${isoOfDay(18_700 + 30 * at)}`)
        const series = seriesOf(
          mps.map((product, at) => ({ id: `${at + 1}`, product, date: isoOfDay(18_700 + 30 * at) })),
        )
        for (const { row, position } of numberSeries(doses(...lines), measures)) {
          expect(position).toEqual(series.get(`${row}`))
        }
      }),
    )
  })
})

describe('DS-11, too soon', () => {
  it.each([
    ['Pfizer 2021-09-01', 'Pfizer 2021-09-17', 1],
    ['Pfizer 2021-09-01', 'Pfizer 2021-09-18', 0],
    ['Moderna 2021-09-01', 'Moderna 2021-09-24', 1],
    ['Moderna 2021-09-01', 'Moderna 2021-09-25', 0],
    ['Abdala 2021-10-01', 'Abdala 2021-10-14', 1],
    ['Abdala 2021-10-01', 'Abdala 2021-10-15', 0],
    ['abroad Moderna 2021-09-01', 'abroad Moderna 2021-09-15', 0],
    ['abroad Moderna 2021-09-01', 'abroad Moderna 2021-09-14', 1],
    ['Pfizer 2021-09-01', '? 2021-09-10', 1],
    ['CoronaVac 2021-09-01', 'Pfizer 2021-09-15', 0],
  ])('after %s is %s: %i', (first, second, count) => {
    expect(found('DS-11', doses(first, second))).toHaveLength(count)
  })

  it('for AstraZeneca is less in Hồ Chí Minh City, and where nobody knows the place', () => {
    const [first, second] = doses('AstraZeneca 2021-06-01', 'AstraZeneca 2021-07-09') as [SeriesDose, SeriesDose]
    const after = (days: number, province: string | undefined) =>
      found('DS-11', [first, { ...second, date: isoOfDay(18_779 + days), province }]).length
    expect([after(37, '79'), after(38, '79')]).toEqual([1, 0])
    expect([after(37, undefined), after(38, undefined)]).toEqual([1, 0])
    expect([after(51, '01'), after(52, '01')]).toEqual([1, 0])
  })

  it.each([
    ['2021-12-16 nhắc lại', '2021-06-23', 0],
    ['2021-12-16 nhắc lại', '2021-06-24', 1],
    ['2021-12-17 nhắc lại', '2021-09-22', 0],
    ['2021-12-17 nhắc lại', '2021-09-23', 1],
    ['2022-01-01 bổ sung', '2021-12-08', 0],
    ['2022-01-01 bổ sung', '2021-12-09', 1],
    ['2022-01-01 mũi 3', '2021-12-08', 0],
  ])('is a third dose on %s after %s: %i', (third, second, count) => {
    const given = doses('Pfizer 2021-05-01', `Pfizer ${second}`, `Pfizer ${third}`)
    expect(found('DS-11', given)).toHaveLength(count)
  })

  it('names the dose before, and is not said of two on one day', () => {
    const [, second] = numberSeries(doses('Pfizer 2021-09-01', 'Pfizer 2021-09-03'), measures)
    expect(second?.findings).toEqual([
      { rule: 'DS-11', severity: 'R', field: 'dose_date', before: '2021-09-03', applied: false, others: [1] },
    ])
    expect(found('DS-11', doses('Pfizer 2021-09-01', 'Pfizer 2021-09-01'))).toEqual([])
  })
})

describe('DS-12, another number', () => {
  it.each([
    [['1', '2', '2'], ['3: 3']],
    [['2', '2'], ['1: 1']],
    [
      ['2', '1'],
      ['1: 1', '2: 2'],
    ],
    [['mũi 1', 'Mũi 2', '3'], []],
    [['1', '', '3'], []],
    [['', '', ''], []],
  ])('was typed in %j', (typed, expected) => {
    const given = doses(...typed.map((text, at) => `Pfizer ${isoOfDay(18_900 + 100 * at)} ${text}`))
    expect(found('DS-12', given)).toEqual(expected)
    expect(found('DS-13', given)).toEqual([])
  })

  it('is a fix', () => {
    const [, second] = numberSeries(doses('Pfizer 2021-09-01 1', 'Pfizer 2021-10-01 1'), measures)
    expect(second?.findings).toEqual([
      { rule: 'DS-12', severity: 'W', field: 'dose_number', before: '1', after: '2', applied: true },
    ])
  })
})

describe('DS-13, a dose that is missing', () => {
  it.each([
    [['2'], ['1']],
    [['2', '3'], ['1']],
    [['1', '3'], ['2']],
    [['1', '2', '4'], ['3']],
    [['1', '2'], []],
  ])('by %j', (typed, expected) => {
    const given = doses(...typed.map((text, at) => `Pfizer ${isoOfDay(18_900 + 100 * at)} ${text}`))
    expect(found('DS-13', given)).toEqual(expected)
    expect(found('DS-12', given)).toEqual([])
  })

  it('is not said where two doses of a day are not yet one', () => {
    expect(found('DS-13', doses('Pfizer 2021-09-01 2', 'Pfizer 2021-09-01 3'))).toEqual([])
  })
})

describe('DS-14, no primary series', () => {
  it.each([
    [['Pfizer 2021-09-01 nhắc lại'], ['1']],
    [['Pfizer 2021-09-01', 'Pfizer 2022-01-01 bổ sung'], ['2']],
    [['Pfizer 2021-06-01', 'Pfizer 2021-07-01', 'Pfizer 2022-01-01 nhắc lại'], []],
    [['Janssen 2021-09-01', 'Pfizer 2022-01-01 nhắc lại'], []],
    [['Abdala 2021-10-01', 'Abdala 2021-10-15', 'Abdala 2021-10-29 nhắc lại'], ['3']],
    [['abroad CoronaVac 2021-03-01', 'abroad CoronaVac 2021-04-01', 'Pfizer 2022-01-01 nhắc lại'], []],
    [['? 2021-09-01 nhắc lại'], []],
  ])('in %j', (lines, expected) => {
    expect(found('DS-14', doses(...lines))).toEqual(expected)
  })
})

describe('DS-15, a mix that was forbidden', () => {
  it.each([
    [['AstraZeneca 2021-06-01', 'Moderna 2021-08-10'], ['2']],
    [['AstraZeneca 2021-06-01', 'Pfizer 2021-08-10'], []],
    [['Vero Cell 2021-08-01', 'Pfizer 2021-09-01'], ['2']],
    [['Vero Cell 2021-08-01', 'Vero Cell 2021-09-01', 'Pfizer 2022-01-01'], []],
    [['Moderna 2021-08-01', 'Pfizer 2021-09-01'], []],
    [['Vero Cell 2021-08-01', '? 2021-09-01'], []],
    [['abroad BBIBP-CorV 2021-08-01', 'abroad Pfizer 2021-09-01'], []],
  ])('in %j', (lines, expected) => {
    expect(found('DS-15', doses(...lines))).toEqual(expected)
  })
})

describe('DS-15 by the guidance of the day', () => {
  it('holds from its first day to its last', () => {
    const mix = { first: 'EU/1/21/1529', second: ['EU/1/20/1507'], since: '2021-08-01', until: '2021-09-30' }
    const policy = { ...seriesPolicy2022, forbiddenMixes: [mix] }
    const foundOn = (day: string) =>
      numberSeries(doses('AstraZeneca 2021-05-01', `Moderna ${day}`), { ...measures, policy })
        .flatMap(({ findings }) => findings)
        .filter(({ rule }) => rule === 'DS-15').length
    expect(['2021-07-31', '2021-08-01', '2021-09-30', '2021-10-01'].map(foundOn)).toEqual([0, 1, 1, 0])
  })
})

describe('DS-16, too many', () => {
  it('is more than five, or two on a day', () => {
    const many = (count: number) =>
      doses(...Array.from({ length: count }, (_, at) => `Pfizer ${isoOfDay(18_700 + 100 * at)}`))
    expect(found('DS-16', many(5))).toEqual([])
    expect(found('DS-16', many(7))).toEqual(['6', '7'])
    expect(found('DS-16', doses('Pfizer 2021-09-01', 'Moderna 2021-09-01', 'Pfizer 2021-10-01'))).toEqual(['1', '2'])
  })

  it('is told soon, however many', () => {
    const day = Array.from({ length: 50_000 }, () => 'Pfizer 2021-09-01')
    const numbered = numberSeries(doses(...day), measures)
    expect(numbered).toHaveLength(50_000)
    expect(numbered.at(-1)?.findings[0]?.others).toHaveLength(9)
  })
})
