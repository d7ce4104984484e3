import { type Gathered, judgeTold, publicReport, type Report, reportOf, reportPage } from '@vaxcert/records/report'
import { describe, expect, it } from 'vitest'
import { reportWords } from '../../src/records/words-report.ts'

const hostile = '<img src=x onerror=alert(1)>"\'&\u202e\u0007'

const gathered: Gathered = {
  measured: new Set(['given', 'entered', 'listed']),
  cells: [{ facility: '19001', doseClass: 'dose-1', counts: { given: 1_234_567, entered: 1_300_000, listed: 3 } }],
  persons: { entered: 1_070_409 },
  blocking: { rows: 3, reasons: [{ rule: 'ID-01', rows: 2, alone: 1 }] },
  strangers: {},
}
const place = { code: '90001', name: hostile }

function reportWith(more: Partial<Parameters<typeof reportOf>[1]> = {}): Report {
  const placeOf = () => ({ facilityName: hostile, province: { code: '19', name: 'Thái Nguyên' }, commune: place })
  return reportOf(gathered, { asOf: '2022-05-31', placeOf, deadline: '2022-06-01', ...more })
}

describe('the page of a report', () => {
  const page = reportPage(
    reportWith({ told: [judgeTold(hostile, 2_756_537, 2_924_867, '94.17')] }),
    reportWords,
    'both',
  )

  it('runs and fetches nothing, and escapes every name', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:|https?:|url\(|@import/i)
    expect(['\u202e', '\u0007'].filter((sign) => page.includes(sign))).toEqual([])
    expect(page.includes('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\ufffd\ufffd')).toBe(true)
    expect(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`)).toBe(true)
    expect(page.match(/ on[a-z]+="/g)).toBeNull()
  })

  it('closes every element that it opens', () => {
    const open: string[] = []
    for (const [whole, end, name = ''] of page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (/^(?:meta|!doctype)$/.test(name) || whole.endsWith('/>')) continue
      if (end === '/') expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  it('says that a step without a source is not measured, and never 0', () => {
    const signed = page.match(/<tr><th scope="row">[\s\S]*?<\/tr>/g)?.find((row) => row.includes('Đã ký: '))
    expect(signed).toContain('chưa đo')
    expect(signed).not.toMatch(/>0</)
  })

  it('shows numbers and days as each language writes them', () => {
    const of = (language: 'vi' | 'en') => reportPage(reportWith(), reportWords, language)
    expect(of('vi').includes('1.234.567')).toBe(true)
    expect(of('vi').includes('105,30%')).toBe(true)
    expect(of('vi').includes('>31/05/2022<')).toBe(true)
    expect(of('en').includes('1,234,567')).toBe(true)
    expect(of('en').includes('105.30%')).toBe(true)
    expect(of('en').includes('<html lang="en">')).toBe(true)
    expect(of('en').includes('Đã nhập')).toBe(false)
    expect(page.includes('1\u202f234\u202f567')).toBe(true)
  })

  it('has the numbers of every plot in a table, and a heading for each row and column', () => {
    const bars = page.match(/<svg class="bar"/g) ?? []
    expect(bars.length).toBeGreaterThan(0)
    expect(page.match(/<svg(?![^>]*aria-hidden="true")/g)).toBeNull()
    const tables = page.match(/<table>/g) ?? []
    expect(page.match(/<caption>/g)).toHaveLength(tables.length)
    expect(page.match(/<tbody>(?:(?!<\/tbody>)[\s\S])*<tr>(?!<th scope="row">)/)).toBeNull()
  })

  it('warns that one day tells no pace, and draws the line once there are two', () => {
    const backlogs = [{ kind: 'not-entered', doses: 5, of: 9 }] as const
    const cells = [{ facility: '19001', doseClass: 'dose-1', counts: { given: 9, entered: 8 } }] as const
    const placeOf = () => ({})
    const one = reportOf({ ...gathered, cells }, { asOf: '2022-05-31', placeOf, deadline: '2022-06-01' })
    expect(reportPage(one, reportWords, 'vi').includes('Mới có số liệu của một ngày')).toBe(true)
    expect(reportPage(one, reportWords, 'vi').includes('<svg class="line"')).toBe(false)
    const two = reportOf(
      { ...gathered, cells },
      { asOf: '2022-05-31', placeOf, deadline: '2022-06-01', earlier: [{ day: '2022-05-27', backlogs }] },
    )
    expect(reportPage(two, reportWords, 'vi').includes('<svg class="line"')).toBe(true)
    expect(reportPage(two, reportWords, 'vi').includes('Mới có số liệu của một ngày')).toBe(false)
  })

  it('tells of a wrong printed percentage what it would take', () => {
    expect(page.includes('2\u202f754\u202f347')).toBe(true)
    expect(page.includes('94,24\u202f%')).toBe(true)
  })

  it('says that it is public where small counts are hidden', () => {
    const shown = reportPage(publicReport(reportWith()), reportWords, 'en')
    expect(shown.includes('Public version')).toBe(true)
    expect(shown.includes('&lt;5')).toBe(true)
    expect(page.includes('&lt;5')).toBe(false)
  })
})
