import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, csvRow, guardedCsvRow } from '../../../src/read/csv/csv-writer.ts'
import { withGuard, withoutGuard } from '../../../src/read/csv/formula-guard.ts'
import { rowsOf } from '../rows-of.ts'

const cell = fc.string({
  unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '"', ',', ';', '\r', '\n', 'ế', '8', ' ', '＝'),
  maxLength: 8,
})

describe('writing CSV', () => {
  it('quotes what needs it, and ends in CRLF', () => {
    expect(csvRow(['An', 'a,b', 'a"b', 'a\nb', ' x', ''])).toBe('An,"a,b","a""b","a\nb"," x",\r\n')
  })

  it.each(['=1+1', '+84912345678', '-1', '@x', '\tx', '\rx', '＝1', "'=1", "''+1"])('guards %j for people', (text) => {
    expect(withGuard(text)).toBe(`'${text}`)
    expect(withoutGuard(`'${text}`)).toBe(text)
  })

  it.each(["'079085000001", '079', "H'Hen Niê", '', "'", 'a=b'])('leaves %j alone', (text) => {
    expect(withGuard(text)).toBe(text)
    expect(withoutGuard(text)).toBe(text)
  })

  it('takes every guard off again', () => {
    fc.assert(
      fc.property(fc.oneof(cell, fc.string()), (text) => {
        expect(withoutGuard(withGuard(text))).toBe(text)
        expect(withGuard(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('writes what reading gives back, cell by cell', async () => {
    const heading = byteOrderMark + csvRow(['full_name', 'lot', 'product', 'dose_id'])
    await fc.assert(
      fc.asyncProperty(fc.tuple(cell, cell, cell), fc.boolean(), async (cells, isGuarded) => {
        const write = isGuarded ? guardedCsvRow : csvRow
        const [row] = await rowsOf(heading + write([...cells, '1']), { isGuarded })
        expect(row).toMatchObject({ values: { full_name: cells[0], lot: cells[1], product: cells[2], dose_id: '1' } })
      }),
    )
  })
})
