import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotedCells } from '../../../src/read/csv/quoted-row.ts'
import { type RowFrame, rowCutter } from '../../../src/read/csv/row-cutter.ts'

const COMMA = 0x2c
const rowBytes = 40

interface Row extends RowFrame {
  readonly text: string
  /** Where it lies in the whole. */
  readonly from: number
  readonly to: number
}

function cutAll(bytes: Buffer, chunks: readonly number[], delimiter: number | null = COMMA): readonly Row[] {
  const cut = rowCutter(delimiter === null ? { rowBytes } : { rowBytes, delimiter })
  const rows: Row[] = []
  let rest: Buffer = Buffer.alloc(0)
  let before = 0
  const take = (block: Buffer, isLast: boolean): void => {
    const { frames, used } = cut(block, isLast)
    for (const frame of frames) {
      const text = block.toString('latin1', frame.start, frame.end)
      rows.push({ ...frame, text, from: before + frame.start, to: before + frame.end })
    }
    before += used
    rest = block.subarray(used)
  }
  let at = 0
  for (const size of chunks) {
    take(Buffer.concat([rest, bytes.subarray(at, at + size)]), false)
    at += size
  }
  take(Buffer.concat([rest, bytes.subarray(at)]), true)
  expect(before).toBe(bytes.length)
  return rows
}

function cut(text: string): readonly unknown[] {
  return cutAll(Buffer.from(text), []).map((row) => [row.line, row.broken ?? 'read', row.text])
}

/** Bytes that matter to CSV come often. */
const csvBytes = fc
  .array(fc.oneof(fc.constantFrom(0x22, 0x22, 0x2c, 0x0a, 0x0d, 0x61), fc.integer({ min: 0, max: 255 })), {
    maxLength: 150,
  })
  .map((bytes) => Buffer.from(bytes))
const chunkSizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 })

describe('cutting CSV into rows', () => {
  it('takes LF, CRLF and CR for line ends, in one file too, and skips empty lines', () => {
    expect(cut('a,b\nc,d\r\ne,f\rg,h\n\n\r\ni,j')).toEqual([
      [1, 'read', 'a,b'],
      [2, 'read', 'c,d'],
      [3, 'read', 'e,f'],
      [4, 'read', 'g,h'],
      [7, 'read', 'i,j'],
    ])
  })

  it('keeps line ends in quoted cells, and counts them', () => {
    expect(cut('a,"x\ny\r\nz\rw"\nb,c\n')).toEqual([
      [1, 'read', 'a,"x\ny\r\nz\rw"'],
      [5, 'read', 'b,c'],
    ])
  })

  it('lets a forgotten quote cost its own line only', () => {
    expect(cut('1,"An,x\n2,"Ba",x\n3,Ca,x\n')).toEqual([
      [1, 'quote', '1,"An,x'],
      [2, 'read', '2,"Ba",x'],
      [3, 'read', '3,Ca,x'],
    ])
  })

  it('does not look for the end of a cell beyond the longest row', () => {
    const rows = cut(`1,"An,x\n${'2,Ba,x\n'.repeat(20)}3,"Ca",x\n`)
    expect(rows).toHaveLength(22)
    expect(rows[0]).toEqual([1, 'quote', '1,"An,x'])
    expect(rows[21]).toEqual([22, 'read', '3,"Ca",x'])
  })

  it('refuses a quote within a plain cell, and text behind a quoted one', () => {
    expect(cut('a"b,c\n"a"b,c\nd,e').map((row) => (row as string[])[1])).toEqual(['quote', 'quote', 'read'])
  })

  it('keeps the beginning of a row that is too long, and goes on behind it', () => {
    const long = 'x'.repeat(rowBytes * 5)
    expect(cut(`a,b\n${long}\nc,d`)).toEqual([
      [1, 'read', 'a,b'],
      [2, 'too-large', 'x'.repeat(rowBytes)],
      [3, 'read', 'c,d'],
    ])
  })

  it('takes a row of exactly the longest length, and no byte more', () => {
    expect(cut(`${'x'.repeat(rowBytes)}\n${'y'.repeat(rowBytes + 1)}\n`).map((row) => (row as string[])[1])).toEqual([
      'read',
      'too-large',
    ])
  })

  it('gives the same rows however the bytes come', () => {
    fc.assert(
      fc.property(csvBytes, chunkSizes, (bytes, chunks) => {
        const strip = ({ text, line, broken, from, isQuoted }: Row): unknown => ({ text, line, broken, from, isQuoted })
        expect(cutAll(bytes, chunks).map(strip)).toEqual(cutAll(bytes, []).map(strip))
      }),
      { numRuns: 2000 },
    )
  })

  it('puts every byte into exactly one row or line end, whatever the bytes', () => {
    fc.assert(
      fc.property(csvBytes, chunkSizes, (bytes, chunks) => {
        const rows = cutAll(bytes, chunks)
        rows.forEach((row, index) => {
          const between = bytes.subarray(rows[index - 1]?.to ?? 0, row.from)
          if (rows[index - 1]?.broken === 'too-large') expect(between.length).toBeGreaterThan(0)
          else expect(between.every((byte) => byte === 0x0a || byte === 0x0d)).toBe(true)
        })
        const behind = bytes.subarray(rows.at(-1)?.to ?? 0)
        if (rows.at(-1)?.broken !== 'too-large') expect(/^[\r\n]*$/.test(behind.toString('latin1'))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('numbers the lines as an editor does', () => {
    fc.assert(
      fc.property(csvBytes, chunkSizes, (bytes, chunks) => {
        for (const row of cutAll(bytes, chunks)) {
          const before = bytes.toString('latin1', 0, row.from)
          expect(row.line).toBe(1 + (before.match(/\r\n|\n|\r/g)?.length ?? 0))
        }
      }),
    )
  })

  it('cuts the cells of every row that keeps to the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'ế', ' '), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.boolean(), (cells, quoteAll) => {
        const row = cells
          .map((one) => (quoteAll || /[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one))
          .join(',')
        expect(row.includes('"') ? quotedCells(row, ',') : row.split(',')).toEqual(cells)
      }),
    )
  })

  it('leaves quotes alone where there is no delimiter', () => {
    const rows = cutAll(Buffer.from('{"a":1}\n{"b'), [3], null)
    expect(rows.map(({ text, broken }) => [text, broken])).toEqual([
      ['{"a":1}', undefined],
      ['{"b', undefined],
    ])
  })
})
