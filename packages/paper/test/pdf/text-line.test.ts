import { describe, expect, it } from 'vitest'
import { dateText, instantText } from '../../src/pdf/dates.ts'
import { face } from '../../src/pdf/face.ts'
import { canShow, codeLines, textLine, wrap } from '../../src/pdf/text-line.ts'

const regular = face('regular')

describe('a line of text', () => {
  it('is kerned: A and V move together', () => {
    const apart = textLine(regular, 'A').width + textLine(regular, 'V').width
    expect(textLine(regular, 'AV').width).toBeLessThan(apart)
    expect(textLine(regular, 'AV').glyphs).toMatch(/^\[<\w{4}>\d+<\w{4}>\]$/)
  })

  it('is not set with characters that the font lacks', () => {
    expect(canShow(regular, 'Đặng 1/2 · €')).toBe(true)
    for (const text of ['Ж', '\u0301', '\u202e', '\n', '\u00ad', '\ud800', '😀'])
      expect(canShow(regular, text), JSON.stringify(text)).toBe(false)
    expect(() => textLine(regular, 'Ж')).toThrow(TypeError)
  })

  it('breaks at spaces, and within a word only where it must; nothing is lost', () => {
    const lines = wrap(regular, 'Nguyễn Thị Ánh WWWWWWWWWWWWWWWWWWWW Bình', 6000)
    expect(lines.join('').replaceAll(' ', '')).toBe('NguyễnThịÁnhWWWWWWWWWWWWWWWWWWWWBình')
    for (const line of lines) expect(textLine(regular, line).width).toBeLessThanOrEqual(6000)
  })

  it('of a code is cut behind a separator', () => {
    expect(codeLines('URN:UVCI:01:VN:ABCDEFGH#C', 20)).toEqual(['URN:UVCI:01:VN:', 'ABCDEFGH#C'])
    expect(codeLines('ABCDEFGH', 3)).toEqual(['ABC', 'DEF', 'GH'])
  })
})

describe('a date', () => {
  it('keeps what the certificate knows of it', () => {
    expect(dateText('1979-04-14')).toEqual({ vi: '14/04/1979', en: '14 Apr 1979' })
    expect(dateText('1979-04')).toEqual({ vi: '04/1979', en: 'Apr 1979' })
    expect(dateText('1979')).toEqual({ vi: '1979', en: '1979' })
    expect(dateText('').en).toBe('Not stated')
  })

  it('of an instant is told in the time of the place', () => {
    const instant = new Date('2026-03-01T17:30:59Z')
    expect(instantText(instant, 7)).toEqual({ vi: '00:30 02/03/2026', en: '00:30, 02 Mar 2026 (UTC+7)' })
    expect(instantText(instant, -3).en).toBe('14:30, 01 Mar 2026 (UTC−3)')
  })
})
