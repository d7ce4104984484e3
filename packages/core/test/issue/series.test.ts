import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productByName, products } from '../../src/dcc/products.ts'
import { Fault } from '../../src/fault.ts'
import { seriesOf, type TimelineDose } from '../../src/issue/series.ts'

/** Doses four weeks apart, named d1, d2, … in order of their days. */
function timelineOf(...names: string[]): TimelineDose[] {
  return names.map((name, index) => ({
    id: `d${index + 1}`,
    product: productByName(name)?.mp ?? name,
    date: new Date(Date.UTC(2021, 2, 8 + 28 * index)).toISOString().slice(0, 10),
  }))
}

function written(timeline: readonly TimelineDose[]): string {
  const series = seriesOf(timeline)
  return timeline.map(({ id }) => `${series.get(id)?.dn}/${series.get(id)?.sd}`).join(' ')
}

function codeOf(timeline: readonly TimelineDose[]): string | undefined {
  try {
    seriesOf(timeline)
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return undefined
}

const manyProducts = fc.array(fc.constantFrom(...products.map((product) => product.name)), { maxLength: 9 })

describe('dose numbers and series', () => {
  it.each([
    [['Pfizer'], '1/2'],
    [['Pfizer', 'Pfizer'], '1/2 2/2'],
    [['AstraZeneca', 'Pfizer'], '1/2 2/2'],
    [['Moderna', 'Pfizer', 'Pfizer'], '1/2 2/2 3/3'],
    [['Vero Cell', 'Vero Cell', 'Vero Cell', 'Pfizer'], '1/2 2/2 3/3 4/4'],
    [['Sputnik V', 'Sputnik V', 'Sputnik V', 'Moderna', 'Moderna'], '1/2 2/2 3/3 4/4 5/5'],
    [['Janssen'], '1/1'],
    [['Janssen', 'Pfizer'], '1/1 2/1'],
    [['Janssen', 'Janssen', 'Moderna'], '1/1 2/1 3/1'],
    [['Sputnik Light', 'AstraZeneca'], '1/1 2/1'],
    [['Abdala', 'Abdala', 'Abdala'], '1/3 2/3 3/3'],
    [['Abdala', 'Abdala', 'Abdala', 'Pfizer'], '1/3 2/3 3/3 4/4'],
    [['Abdala', 'Pfizer', 'Pfizer'], '1/3 2/3 3/3'],
    [['AstraZeneca', 'Abdala', 'Abdala'], '1/2 2/2 3/3'],
    [['AstraZeneca', 'Janssen'], '1/2 2/2'],
    [['Pfizer', 'Covishield', 'Covaxin'], '1/2 2/2 3/3'],
  ])('of %j are %s', (names, expected) => {
    expect(written(timelineOf(...names))).toBe(expected)
  })

  it('reach nine', () => {
    expect(written(timelineOf(...Array(9).fill('Pfizer')))).toBe('1/2 2/2 3/3 4/4 5/5 6/6 7/7 8/8 9/9')
  })

  it('of nobody are none', () => {
    expect(seriesOf([]).size).toBe(0)
  })

  it('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(manyProducts, fc.infiniteStream(fc.nat()), (names, keys) => {
        const timeline = timelineOf(...names)
        const order = new Map(timeline.map((dose) => [dose.id, keys.next().value]))
        const shuffled = timeline.toSorted((a, b) => Number(order.get(a.id)) - Number(order.get(b.id)))
        expect([...seriesOf(shuffled)]).toEqual([...seriesOf(timeline)])
      }),
    )
  })

  it('count the days, one by one', () => {
    fc.assert(
      fc.property(manyProducts, (names) => {
        const positions = [...seriesOf(timelineOf(...names)).values()]
        expect(positions.map(({ dn }) => dn)).toEqual(names.map((_, index) => index + 1))
        for (const { sd } of positions) expect(sd >= 1 && sd <= 9).toBe(true)
      }),
    )
  })
})

describe('a timeline that cannot be', () => {
  const [first, second] = timelineOf('Pfizer', 'Pfizer') as [TimelineDose, TimelineDose]

  it('has two doses on one day', () => {
    expect(codeOf([first, { ...second, date: first.date }])).toBe('record.timeline')
  })

  it('uses an id twice', () => {
    expect(codeOf([first, { ...second, id: first.id }])).toBe('record.timeline')
  })

  it('has more than nine doses', () => {
    expect(codeOf(timelineOf(...Array(10).fill('Pfizer')))).toBe('record.timeline')
    expect(codeOf(Array(1_000_000).fill(first))).toBe('record.timeline')
  })

  it.each(['Fizer', 'eu/1/20/1528', '', '__proto__', 'A'.repeat(10_000_000)])('has an unknown product', (product) => {
    expect(codeOf([first, { ...second, product }])).toBe('record.product')
  })

  it.each(['2021-02-29', '2021-06', '', '2021-06-01T00:00:00Z', '\u0000', '2'.repeat(10_000_000)])(
    'has an impossible date',
    (date) => {
      expect(codeOf([first, { ...second, date }])).toBe('record.date')
    },
  )
})
