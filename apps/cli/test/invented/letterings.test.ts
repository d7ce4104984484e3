import { describe, expect, it } from 'vitest'
import { turnedRound, writeDate } from '../../src/invented/date-forms.ts'
import { encodeLegacy } from '../../src/invented/letterings/encode.ts'
import { encodeTelex } from '../../src/invented/letterings/telex.ts'

describe('old letterings', () => {
  // vietnam.md, Appendix A.
  it.each([
    ['tcvn3', 'NguyÔn V¨n §øc'],
    ['vni', 'Nguyeãn Vaên Ñöùc'],
    ['cp1258-as-1252', 'NguyêÞn Vãn Ðýìc'],
    ['utf8-as-1252', 'Nguyá»…n VÄƒn Ä\u0090á»©c'],
  ] as const)('%s shows as it does in the field', (lettering, shown) => {
    expect(encodeLegacy('Nguyễn Văn Đức', lettering)).toBe(shown)
  })

  it('leave what has no marks as it is', () => {
    for (const lettering of ['tcvn3', 'vni', 'cp1258-as-1252', 'utf8-as-1252'] as const) {
      expect(encodeLegacy('Phan Minh Anh, 12', lettering)).toBe('Phan Minh Anh, 12')
    }
  })

  it('are typed key by key in Telex', () => {
    expect(encodeTelex('Nguyễn Văn Đức')).toBe('Nguyeenx Vawn DDuwcs')
  })
})

describe('days of a column', () => {
  it.each([
    ['dmy/', '13/05/1985'],
    ['mdy/', '05/13/1985'],
    ['dmy.', '13.05.1985'],
    ['compact', '13051985'],
    ['iso', '1985-05-13'],
  ] as const)('%s', (form, text) => {
    expect(writeDate('1985-05-13', form)).toBe(text)
  })

  it('count from 1900 in a sheet', () => {
    expect(writeDate('2021-05-01', 'serial')).toBe('44317')
  })

  it('can be turned round', () => {
    expect(writeDate(turnedRound('1985-05-13'), 'dmy/')).toBe('05/13/1985')
  })
})
