import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIdNumber } from '../../src/identity/read-id-number.ts'

/** What a text is, in short. */
function read(text: string): string {
  const id = readIdNumber(text)
  switch (id.kind) {
    case 'personal':
      return `${id.digits} ${id.province} ${id.sex} ${id.birthYear}`
    case 'cmnd':
      return `cmnd ${id.digits}`
    case 'passport':
      return `passport ${id.text}`
    case 'masked':
      return `masked ${id.visible}`
    case 'short':
      return `short ${id.digits} ${id.padded}`
    case 'float':
      return `float ${id.digits ?? ''}`.trim()
    case 'placeholder':
      return id.like
    case 'malformed':
      return `malformed ${id.repaired ?? ''}`.trim()
    default:
      return id.kind
  }
}

describe('a personal number', () => {
  it.each([
    ['079190001234', '079190001234 079 female 1990'],
    ['001085012345', '001085012345 001 male 1985'],
    ['038305000001', '038305000001 038 female 2005'],
    ['100285012345', '100285012345 100 male 2085'],
    ['003085012345', '003085012345 003 male 1985'],
    ['092222000001', '092222000001 092 male 2022'],
    ['001999012345', '001999012345 001 female 2399'],
  ])('%s says %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '001 085 012 345',
    " '001085012345",
    '001.085.012.345',
    '001-085-012345',
    '\u00a0001085012345\u00a0',
    '="001085012345"',
    '001085012345\u200b',
    '0010 8501 2345\r\n',
  ])('%j is read through its signs', (text) => {
    expect(read(text)).toBe('001085012345 001 male 1985')
  })
})

describe('other numbers', () => {
  it.each([
    ['012345670', 'cmnd 012345670'],
    ['012.345.670', 'cmnd 012345670'],
    ['79190001234', 'short 79190001234 079190001234'],
    ['79.190.001.234', 'short 79190001234 079190001234'],
    ['01085012345', 'short 01085012345 001085012345'],
    ['1085012345', 'short 1085012345 001085012345'],
    ['12345670', 'short 12345670 012345670'],
    ['B1234567', 'passport B1234567'],
    ['c12345678', 'passport C12345678'],
    ['M 1234 5678', 'passport M12345678'],
    ['AB123456', 'passport AB123456'],
    ['******012345', 'masked 012345'],
    ['079***001234', 'masked 079001234'],
    ['xxxxxx012345', 'masked 012345'],
    ['******012345|NGUYEN VAN AN|****-**-01|0|QIDX|1<', 'masked 012345'],
    ['***345670|NGUYEN VAN AN|****-**-01|0|QIDX|1<GD4877<0943', 'masked 345670'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '99190001234', // 099 is no province
    '79990001234', // born in 2390
    '07919000123', // a digit is missing elsewhere
    '3085012345', // 003 is no province
    '1234567',
    '0790190001234',
    'CCCD 079190001234',
    'M1234',
    '1234567890123456',
    'Nguyễn Văn A',
    '001085012345||Nguyễn Văn Án|01011985|Nam|Số 1, Phường X|25042021',
    '001085012345|NGUYEN VAN AN|1985-01-01|0|QIDX|1<',
    '******012345|NGUYEN VAN AN',
  ])('%s is none', (text) => {
    expect(read(text)).toMatch(/malformed|passport|series/)
  })
})

describe('what a sheet left of a number', () => {
  it.each([
    ['7.9E+10', 'float'],
    ['7,9E+10', 'float'],
    ['0.79E+11', 'float'],
    ['7.9190001234E+10', 'float 79190001234'],
    ['68304300000', 'float'],
    ['79190001234.0', 'float 79190001234'],
    ['079190001234,00', 'float 079190001234'],
    ['############', 'float'],
    ['79190000000', 'float'],
    ['079190000000', 'float'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('is a number still, where its zeros are its own', () => {
    expect(read('079190100000')).toBe('079190100000 079 female 1990')
  })
})

describe('letters for digits', () => {
  it.each([
    ['O79l9OOO1234', 'malformed 079190001234'],
    ['０７９１９０００１２３４', 'malformed 079190001234'],
    ['0123456O7', 'malformed 012345607'],
    ['O12345670', 'malformed 012345670'],
    ['O7919000123', 'malformed'],
    ['O00000000000', 'malformed'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('what only fills the cell', () => {
  it.each([
    ['000000000000', 'equal'],
    ['000000000', 'equal'],
    ['999999999', 'equal'],
    ['123456789012', 'series'],
    ['123456789', 'series'],
    ['987654321', 'series'],
    ['012345678901', 'series'],
    ['0912345678', 'phone'],
    ['0912.345.678', 'phone'],
    ['84912345678', 'phone'],
    ['01692345678', 'phone'],
    ['13051985', 'date'],
    ['13/05/1985', 'date'],
    ['1985-05-13', 'date'],
    ['DN4797912345678', 'insurance'],
  ])('%s is like %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '',
    ' ',
    '\u00a0',
    '-',
    '.',
    'không có',
    'Không',
    'chưa có',
    'CHƯA CÓ CCCD',
    'null',
    'N/A',
    '0',
    'kho\u0302ng',
  ])('%j is nothing', (text) => {
    expect(read(text)).toBe('none')
  })

  it('is no date where no such day is', () => {
    expect(read('31021985')).toBe('short 31021985 031021985')
    expect(read('13051885')).toBe('short 13051885 013051885')
  })
})

describe('any text', () => {
  it('is read, and read the same without its blanks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dOl .*'-]{0,16}$/)), (text) => {
        const id = readIdNumber(text)
        expect(readIdNumber(` ${text} `)).toEqual(id)
        if (id.kind === 'personal' || id.kind === 'cmnd') expect(readIdNumber(id.digits)).toEqual(id)
        if (id.kind === 'passport') expect(readIdNumber(id.text)).toEqual(id)
      }),
    )
  })

  it('is read soon, however long', () => {
    expect(readIdNumber('1'.repeat(5_000_000))).toEqual({ kind: 'malformed' })
    expect(readIdNumber(' '.repeat(5_000_000))).toEqual({ kind: 'malformed' })
  })
})
