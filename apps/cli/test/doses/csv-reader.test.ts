import fc from 'fast-check'
import { inferSchema, initParser } from 'udsv'
import { describe, expect, it } from 'vitest'
import { type CsvRecord, readCsv } from '../../src/doses/csv-reader.ts'
import { csvLine } from '../../src/doses/csv-writer.ts'
import { lossyText } from '../../src/doses/utf8.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const recordsOf = (text: string) => Array.from(readCsv(bytesOf(text)))
const cellsOf = (text: string) => recordsOf(text).map(({ cells }) => cells)
const brokenLines = (records: readonly CsvRecord[]) => records.filter(({ cells }) => !cells).map(({ line }) => line)

describe('a CSV file that keeps to RFC 4180', () => {
  it('is read cell by cell, with LF and CRLF alike, with or without a last line end', () => {
    const expected = [
      ['a', 'b'],
      ['1', ''],
    ]
    for (const text of ['a,b\n1,', 'a,b\n1,\n', 'a,b\r\n1,\r\n', '\uFEFFa,b\n1,\n'])
      expect(cellsOf(text)).toEqual(expected)
  })

  it('may hold commas, quotes and line breaks in quoted cells', () => {
    expect(cellsOf('a,b\n"1,2","say ""yes""\r\nor\nno"\n"",""""\n')).toEqual([
      ['a', 'b'],
      ['1,2', 'say "yes"\r\nor\nno'],
      ['', '"'],
    ])
  })

  it('tells the line on which each record begins, over line breaks in cells and over empty lines', () => {
    const records = recordsOf('\n\na,b\r\n"1\n\n2",x\n\n\r\n3,4')
    expect(records.map(({ line }) => line)).toEqual([3, 4, 9])
    expect(brokenLines(records)).toEqual([])
  })

  it('is empty when it holds nothing but line ends and a byte order mark', () => {
    for (const text of ['', '\uFEFF', '\n\r\n\n']) expect(recordsOf(text)).toEqual([])
  })
})

describe('a record that breaks the rules', () => {
  it.each([
    ['a cell too few', '1'],
    ['a cell too many', '1,2,3'],
    ['a quote that is never closed', '1,"2'],
    ['a quote inside a plain cell', '1,2"3"'],
    ['text behind a closing quote', '"1"2,3'],
    ['a carriage return alone', '1\r2,3'],
  ])('with %s is its line alone', (_, line) => {
    const records = recordsOf(`a,b\n1,2\n${line}\n3,4\n"5",6\n`)
    expect(brokenLines(records)).toEqual([3])
    expect(records).toHaveLength(5)
    expect(lossyText(records[2]?.source ?? new Uint8Array())).toBe(line)
  })

  it('does not swallow the rows up to the next quote of the file', () => {
    const records = recordsOf('a,b\n1,"2\n3,4\n5,6\n7,"8"\n')
    expect(brokenLines(records)).toEqual([2])
    expect(records.slice(2).map(({ cells }) => cells)).toEqual([
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ])
  })

  it('that is not UTF-8 has no cells', () => {
    const file = Uint8Array.from([...bytesOf('a,b\n1,'), 0xc3, 0x28, ...bytesOf('\n3,4\n')])
    const records = Array.from(readCsv(file))
    expect(brokenLines(records)).toEqual([2])
    expect(records.at(-1)?.cells).toEqual(['3', '4'])
  })

  it('is one that is larger than any dose', () => {
    const large = 'x'.repeat(70_000)
    expect(brokenLines(recordsOf(`a,b\n1,${large}\n3,4\n`))).toEqual([2])
    expect(brokenLines(recordsOf(`a,b\n1,"${`${large}\n`.repeat(2)}"\n3,4\n`))).toEqual([2, 3, 4])
    expect(brokenLines(recordsOf(`${'x,'.repeat(300)}\n`))).toEqual([1])
  })
})

const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', 'x', 'ệ', '😀', ' ', '\u0000') })
const table = fc.array(fc.tuple(cell, cell))

const isBlank = (line: string) => /^\r*$/.test(line)

describe('reading and writing CSV', () => {
  it('give back every cell unchanged, a leading = + - @ too', () => {
    const formulas = [['=1+1', '+1', '-1', '@SUM(A1)']]
    expect(cellsOf(formulas.map(csvLine).join(''))).toEqual(formulas)
    fc.assert(
      fc.property(table, (rows) => {
        expect(cellsOf(['a,b\n', ...rows.map(csvLine)].join('')).slice(1)).toEqual(rows)
      }),
    )
  })

  it('agree with udsv on what keeps to the rules', () => {
    const plain = fc.array(fc.tuple(fc.stringMatching(/^[a-z",]{1,8}$/), fc.stringMatching(/^[a-z", \n]{1,8}$/)))
    fc.assert(
      fc.property(plain, (rows) => {
        const text = [['first', 'second'], ...rows].map(csvLine).join('')
        const theirs = initParser(inferSchema(text, { col: ',', row: '\n', encl: '"' })).stringArrs(text)
        expect(cellsOf(text).slice(1)).toEqual(theirs)
      }),
    )
  })

  it('never throw, and every line belongs to exactly one record', () => {
    const noise = fc.string({
      unit: fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'x', 'é', '\u0000'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(noise, (text) => {
        const records = recordsOf(text)
        const owners: number[] = text.split('\n').map((line) => (isBlank(line) ? 1 : 0))
        for (const { line, source } of records) {
          for (const [index, part] of lossyText(source).split('\n').entries()) {
            if (!isBlank(part)) owners[line - 1 + index] = (owners[line - 1 + index] ?? NaN) + 1
          }
        }
        expect(owners.every((count) => count === 1)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
