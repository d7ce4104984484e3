import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
const header = 'dose_id,id_number,full_name,sex,birth_date,nationality,phone,product,lot,dose_date,facility\n'
const row = 'D1,079190001234,Trần Thị Ánh,Nữ,15/03/1990,VN,0912345678,Pfizer,FA1234,14/08/2021,01001\n'

function put(name: string, text: string): string {
  writeFileSync(join(cwd, name), text)
  return name
}

function table(path: string): readonly string[] {
  return readFileSync(join(cwd, path), 'utf8').split('\r\n').slice(1, -1)
}

describe('rows judged against each other', () => {
  it('merge a dose that was typed in twice, count a session, and say what comes next', async () => {
    put('twice.csv', header + row + row.replace('D1', 'D2') + row.replace(/^D1,079190001234/, 'D3,079190005678'))
    put(
      'counts.csv',
      'facility,day,dose_class,given\r\n01001,2021-08-13,dose-1,5\r\n01001,2021-08-15,dose-1,1\r\n,2021-08-14,dose-1,1\r\n',
    )
    put('received.csv', 'facility,lot,doses\r\n01001,FA1234,1\r\n')
    const measured = ['--counts', 'counts.csv', '--received', 'received.csv']
    const { code, stdout } = await vaxcert(['cleanse', 'twice.csv', '--out', 'twice', ...measured], { cwd })
    expect(code).toBe(0)
    expect(table('twice/doubles.csv')).toEqual(['2,1,DU-02'])
    expect(table('twice/findings.csv').filter((line) => line.includes(',DS-05,'))).not.toHaveLength(0)
    expect(stdout).toContain('vaxcert worklist export twice --out lists')
    const summary = JSON.parse(readFileSync(join(cwd, 'twice/summary.json'), 'utf8'))
    expect(Object.keys(summary).slice(0, 6)).toEqual(['rows', 'clean', 'listed', 'refused', 'fixed', 'byRule'])
    expect(summary).toMatchObject({ rows: 3, refused: 0, merged: 1 })
  })
})

describe('decisions about single doses', () => {
  it('are applied where the row still says the same; all others are told', async () => {
    put('decided.csv', header + row + row.replace('D1', 'D2').replace('079190001234', '079190005678'))
    const who = { by: 'Nguyễn Văn A', role: 'Trung úy', unit: 'CA xã', at: '2022-05-20', list: 'l-1' }
    const change = { decision: 'correct', dose_id: 'D1', row: 1, field: 'full_name', before: 'Trần Thị Ánh', ...who }
    const lines = [
      { ...change, after: 'Trần Thị Ánh Vân', at: '2022-05-19' },
      { ...change, before: 'Trần Thị Ánh Vân', after: 'Trần Thị Vân' },
      { ...change, dose_id: 'D2', before: 'Somebody else', after: 'Trần Văn B' },
      { decision: 'deceased', dose_id: 'D2', row: 2, ...who },
      { ...change, dose_id: 'D9', after: 'Trần Văn B' },
    ]
    mkdirSync(join(cwd, 'returned'))
    put('returned/a.decisions.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    put('returned/a.hand-over.json', '{}')
    const { stdout } = await vaxcert(['cleanse', 'decided.csv', '--out', 'decided', '--decisions', 'returned'], { cwd })
    expect(stdout).toContain('2 applied, 0 there already, 1 without a change; 1 stale; 1 of no dose')
    expect(stdout).toContain('asked again')
    expect(table('decided/decided.csv').map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      '1 applied correct D1',
      '1 applied correct D1',
      '2 stale correct D2',
      '2 noted deceased D2',
      ' no-such-dose correct D9',
    ])
    expect(table('decided/decided.csv')[0]).toContain(
      'Trần Thị Ánh,Trần Thị Ánh Vân,,Nguyễn Văn A,Trung úy,CA xã,2022-05-19',
    )
    const rows = [...table('decided/clean.csv'), ...table('decided/listed.csv')].join('\n')
    expect(rows).toContain('Trần Thị Vân')
    expect(rows).not.toContain('Trần Văn B')
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['empty.csv', '', [], 'empty.csv: the file is empty. Export it once more.'],
    ['heading.csv', 'a,b\n1,2\n', [], 'no heading row is known. It needs a row of headings'],
    ['twin.csv', 'Họ và tên,Họ tên,Ngày sinh\nA,B,1990\n', [], 'two columns for full_name: 1 and 2'],
    ['old.xls', '\u00d0\u00cf\u0011\u00e0', [], 'old.xls: an old or encrypted Excel file'],
    [
      'good.csv',
      header + row,
      ['--counts', 'broken.csv'],
      'broken.csv: a line lacks a value, or holds one that is none',
    ],
    ['good.csv', header + row, ['--received', 'broken.csv'], 'broken.csv: there is no column lot'],
    ['good.csv', header + row, ['--mapping', 'broken.json'], 'broken.json: a field was expected'],
    ['good.csv', header + row, ['--lots', 'broken.csv'], 'broken.csv: '],
    ['good.csv', header + row, ['--decisions', 'broken.json'], 'broken.json: not a file of decisions'],
  ])('is named, and what to do about it: %s', async (name, text, options, sentence) => {
    writeFileSync(join(cwd, name), text, 'latin1')
    if (name !== 'old.xls') put(name, text)
    put('broken.csv', 'facility,day,given\n01001,yesterday,many\n')
    put('broken.json', '{"columns": {"Họ tên": "name"}}')
    const { code, stderr } = await vaxcert(['cleanse', name, '--out', 'unused', ...options], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
    expect(stderr).not.toContain('record.')
  })
})

describe('patients in another file', () => {
  it('are found for FHIR doses', async () => {
    const patient = { resourceType: 'Patient', id: 'p1', name: [{ text: 'Trần Thị Ánh' }], birthDate: '1990-03-15' }
    const dose = {
      resourceType: 'Immunization',
      ...{ id: 'i1', status: 'completed', occurrenceDateTime: '2021-08-14', patient: { reference: 'Patient/p1' } },
    }
    put('doses.ndjson', `${JSON.stringify(dose)}\n`)
    put('patients.ndjson', `${JSON.stringify(patient)}\n`)
    const run = ['cleanse', 'doses.ndjson', '--out', 'fhir', '--patients', 'patients.ndjson', '--json']
    expect(JSON.parse((await vaxcert(run, { cwd })).stdout)).toMatchObject({ rows: 1, refused: 0 })
    expect(table('fhir/listed.csv').join()).toContain('Trần Thị Ánh')
  })
})
