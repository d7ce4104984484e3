import { describe, expect, it } from 'vitest'
import { columns } from '../../src/doses/columns.ts'
import { readDoseFile } from '../../src/doses/dose-file.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const header = 'dose_id,person_id,full_name,birth_date,product,date,country'
const row = 'D1,P1,Trần An,1990,Pfizer,2021-08-14,VN'
const object = { dose_id: 'D1', person_id: 'P1', full_name: 'Trần An', birth_date: '1990', typed_dose_number: 2 }

describe('a CSV file of doses', () => {
  it('may have its columns in any order, and others beside them', () => {
    const file = readDoseFile(bytesOf(`note,${header.split(',').toReversed().join(',')}\nx,VN,2021-08-14,,,,,D1\n`))
    expect(file).toMatchObject({
      format: 'csv',
      rows: [{ line: 2, cells: ['x', 'VN', '2021-08-14', '', '', '', '', 'D1'] }],
    })
    expect(file.columns[0]).toBe('note')
  })

  it('may be one of cleansed records, which call the day dose_date', () => {
    const cleansed = header.replace('date,country', 'dose_date,country')
    expect(readDoseFile(bytesOf(`${cleansed}\n${row}\n`)).rows).toHaveLength(1)
    expect(() => readDoseFile(bytesOf(`${cleansed.replace('dose_date', 'entry_date')}\n`))).toThrow('lacks date')
  })

  it('keeps a line that it cannot read as it stood, with U+FFFD for what is not UTF-8', () => {
    const file = readDoseFile(Uint8Array.from([...bytesOf(`${header}\n${row}\nD2,`), 0xff, ...bytesOf('\n')]))
    expect(file.rows).toEqual([
      { line: 2, cells: row.split(',') },
      { line: 3, text: 'D2,\uFFFD' },
    ])
  })

  it('takes a header in the middle for a line that is no row', () => {
    const { rows } = readDoseFile(bytesOf(`${header}\n${row}\n${header}\n${row}\n`))
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, undefined],
      [3, header],
      [4, undefined],
    ])
  })

  it.each([
    ['', 'record.shape: the file is empty'],
    ['\n\n', 'record.shape: the file is empty'],
    [`${header},"x\n`, 'record.shape: the header cannot be read'],
    [`${header},product\n`, 'record.shape: the header repeats a column'],
    ['dose_id,person_id,family_name,date\n', 'record.shape: the header lacks birth_date, product, country'],
    [header.replace('full_name', 'name'), 'record.shape: the header lacks full_name or family_name'],
    [header.replaceAll(',', ';'), /^record.shape: the header lacks dose_id/],
  ])('without a usable header is refused as a whole: %j', (text, message) => {
    expect(() => readDoseFile(bytesOf(text), 'csv')).toThrow(message)
  })
})

describe('an NDJSON file of doses', () => {
  it('is told from CSV by its first brace', () => {
    for (const start of ['', '\uFEFF', '\n \t']) {
      expect(readDoseFile(bytesOf(`${start}${JSON.stringify(object)}\n`)).format).toBe('ndjson')
    }
    expect(readDoseFile(bytesOf(`${header}\n{}`)).format).toBe('csv')
  })

  it('gives the cells of the known columns and keeps each line as it stood', () => {
    const line = JSON.stringify({ ...object, sex: null, other: { deep: [] } })
    const { rows } = readDoseFile(bytesOf(`\n${line}\r\n`))
    const expected = {
      dose_id: 'D1',
      person_id: 'P1',
      full_name: 'Trần An',
      birth_date: '1990',
      typed_dose_number: '2',
    }
    expect(rows).toEqual([
      { line: 2, text: line, cells: columns.map((column) => (expected as Record<string, string>)[column] ?? '') },
    ])
  })

  it.each([
    '{',
    '[]',
    'null',
    '"text"',
    '{"date":["2021-08-14"]}',
    '{"date":true}',
    '{"date":{}}',
    `${'['.repeat(60_000)}`,
  ])('keeps a line that is no object of texts: %.30s', (line) =>
    expect(readDoseFile(bytesOf(line), 'ndjson').rows).toEqual([{ line: 1, text: line }]),
  )

  it('takes whole numbers for their digits, and none that JSON.parse has rounded', () => {
    const personOf = (digits: string) => {
      const [row] = readDoseFile(bytesOf(`{"person_id":${digits}}`), 'ndjson').rows
      return row?.cells?.[columns.indexOf('person_id')]
    }
    expect(['0', '79123456789', '9007199254740991'].map(personOf)).toEqual(['0', '79123456789', '9007199254740991'])
    const rounded = ['9007199254740992', '12345678901234567890', '12345678901234567891', '-9007199254740993', '1e400']
    for (const digits of [...rounded, '0.1', '1.00000000000000001e-7']) expect(personOf(digits), digits).toBeUndefined()
  })

  it('refuses lines that are not UTF-8 or larger than any dose', () => {
    const broken = Uint8Array.from([...bytesOf('{"date":"'), 0xff, ...bytesOf('"}\n')])
    expect(readDoseFile(broken, 'ndjson').rows[0]?.cells).toBeUndefined()
    const large = bytesOf(JSON.stringify({ ...object, facility: 'x'.repeat(70_000) }))
    expect(readDoseFile(large, 'ndjson').rows[0]?.cells).toBeUndefined()
  })

  it('must not be empty', () => {
    expect(() => readDoseFile(bytesOf('\n'), 'ndjson')).toThrow('record.shape: the file is empty')
  })
})
