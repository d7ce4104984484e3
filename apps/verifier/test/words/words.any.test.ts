import { describe, expect, it } from 'vitest'
import { en } from '../../src/words/en.ts'
import { eventFacts, nameText, passportName } from '../../src/words/facts.ts'
import { agoText, countryText, dateText, dayText } from '../../src/words/format.ts'
import { getWords } from '../../src/words/loaded.ts'
import { vi } from '../../src/words/vi.ts'
import { sayIn } from '../../src/words/words.ts'
import { recovery, test, vaccination } from '../app/certificates.ts'

await Promise.all([getWords('vi'), getWords('en')])

describe('Both languages', () => {
  it('have the same sentences, none of them empty', () => {
    expect(Object.keys(vi).sort()).toEqual(Object.keys(en).sort())
    for (const text of [...Object.values(vi), ...Object.values(en)]) expect(text.trim()).not.toBe('')
  })

  it('have the same gaps in each', () => {
    const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const [key, text] of Object.entries(vi))
      expect([key, gaps(text)]).toEqual([key, gaps(en[key as keyof typeof en])])
  })

  it('are in NFC, and Vietnamese is not left in English', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC'))
    const same = Object.entries(vi).filter(([key, text]) => text === en[key as keyof typeof en])
    expect(same.map(([key]) => key)).toEqual(['scan.camera', 'scan.camera-n', 'value.covid-19'])
  })

  it('fill a gap once: what fills it is no sentence of ours', () => {
    expect(sayIn('en', 'policy.rules', { country: '{purpose}', purpose: 'x' })).toBe('Rules of {purpose}: x')
  })
})

describe('Dates, ages and countries', () => {
  it('are written as the reader writes them', () => {
    expect([dateText('vi', '1990-03-12'), dateText('en', '1990-03-12')]).toEqual(['12/03/1990', '12 Mar 1990'])
    expect(countryText('vi', 'VN')).toBe('Việt Nam')
    expect(agoText('en', 3 * 3600)).toBe('3 hours ago')
    expect(agoText('vi', 9 * 86_400)).toBe('9 ngày trước')
  })

  it('that are stated in part, or are none, stay what they are', () => {
    for (const text of ['1945', '1990-02-30', '1990-13', '<b>', '']) expect(dateText('vi', text)).toBe(text)
    expect(dateText('en', '1945-04')).toBe('Apr 1945')
    expect([countryText('en', 'VNM'), countryText('en', '__proto__')]).toEqual(['VNM', '__proto__'])
    expect(dayText('en', 1e300)).toBe('1e+300')
  })
})

describe('Facts', () => {
  it('of a vaccination are in the order of Decision 5772', () => {
    expect(eventFacts('vi', vaccination()).map(({ field }) => field)).toEqual([
      'nationality',
      'disease',
      'doses',
      'date',
      'dose',
      'vaccine',
      'product',
      'maker',
      'identifier',
      'country',
      'issuer',
    ])
  })

  it('are told in words, and codes that have none as they are', () => {
    const of = (field: string, facts: ReturnType<typeof eventFacts>) => facts.find((fact) => fact.field === field)?.text
    expect(of('product', eventFacts('vi', vaccination()))).toBe('Comirnaty (Pfizer)')
    expect(of('dose', eventFacts('vi', vaccination()))).toBe('2/2')
    expect(of('result', eventFacts('en', test))).toBe('Not detected (negative)')
    expect(of('valid-until', eventFacts('vi', recovery))).toBe('31/07/2022')
    const [event] = vaccination().v ?? []
    const odd = { ...vaccination(), v: event && [{ ...event, vp: 'constructor', mp: '<i>' }] } as ReturnType<
      typeof vaccination
    >
    expect(of('vaccine', eventFacts('en', odd))).toBe('constructor')
    expect(of('product', eventFacts('en', odd))).toBe('<i>')
  })

  it('name people surname first, or as the passport does', () => {
    expect(nameText({ fn: 'Đỗ', gn: 'Ước' })).toBe('Đỗ Ước')
    expect(nameText({ fnt: 'DO', gnt: 'UOC' })).toBe('DO<<UOC')
    expect(passportName({ fnt: 'DO' })).toBe('DO')
  })
})
