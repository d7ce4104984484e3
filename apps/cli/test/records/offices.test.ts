import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '@vaxcert/records/confirm'
import { describe, expect, it } from 'vitest'
import { certificateBytes } from '../../src/keys/certificate-bytes.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const key = `${keysSample}/facility`
const columns = 'row,dose_id,id_number,full_name,sex,birth_date,commune,product,dose_date,facility'
const listed = `${columns}\n4,D4,,Nguyễn Thị Mẫu,female,1985-05-13,Xã Mẫu,EU/1/20/1528,2021-08-02,24001\n`
const clean = `${columns}\n`
const findings = 'row,rule,severity,field,before,after,applied,others\n4,ID-01,B,id_number,,,no,\n'

const root = emptyFolder()

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'case-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('vaxcert worklist', () => {
  it('hands a list out, takes it back signed, and refuses what does not fit', async () => {
    const cwd = folderOf({ 'c/clean.csv': clean, 'c/listed.csv': listed, 'c/findings.csv': findings })
    const out = await vaxcert(['worklist', 'export', 'c', '--out', 'l', '--issued', '2022-05-06', '--json'], { cwd })
    expect(json(join(cwd, 'l/kept', readdirSync(join(cwd, 'l/kept'))[0] ?? ''))).toMatchObject({ kind: 'no-number' })
    expect(JSON.parse(out.stdout)).toEqual({
      ...{ lists: 1, people: 1, doses: 0, listed: 1, onLists: 1, elsewhere: 0, settled: 0, merged: 0, withdrawn: 0 },
      byOffice: { commune: 1, facility: 0, department: 0 },
    })
    const [name = ''] = readdirSync(join(cwd, 'l/lists'))
    const sheet = readFileSync(join(cwd, 'l/lists', name.replace(/\w+$/, 'csv')), 'utf8')
    const back = ['worklist', 'import', 'back.csv', '--lists', 'l', '--key', key, '--out', 'd']

    writeFileSync(join(cwd, 'back.csv'), sheet)
    const unsigned = await vaxcert(back, { cwd })
    expect(unsigned).toMatchObject({ code: 1 })
    expect(unsigned.stdout).toContain('worklist.signature')
    expect(unsigned.stdout).not.toContain('Mẫu')

    const signed = sheet
      .replace(/^(officer,[^,]*),/m, '$1,Phạm Văn Công')
      .replace(/^(role,[^\r]*?),,/m, '$1,Trung úy,')
      .replace(/^(unit,[^,]*),/m, '$1,Công an xã')
      .replace(/^(date,[^\r]*?\)),/m, '$1,20/05/2022')
    const row = signed.split('\r\n').find((line) => /^1-[0-9a-f]{6}/.test(line)) ?? ''
    const cells = row.split(',')
    writeFileSync(join(cwd, 'back.csv'), signed.replace(row, cells.with(6, '001185012345').join(',')))
    const taken = await vaxcert(back, { cwd })
    expect(taken.stdout).toContain('1 person answered, 1 decision')
    expect(taken.code).toBe(0)
    const id = readdirSync(join(cwd, 'd')).find((file) => file.endsWith('ndjson')) ?? ''
    expect(json(join(cwd, 'd', id))).toMatchObject({
      dose_id: 'D4',
      field: 'id_number',
      before: '',
      after: '001185012345',
    })
    expect(await vaxcert(back, { cwd })).toMatchObject({ code: 1, stdout: expect.stringContaining('worklist.again') })

    writeFileSync(join(cwd, 'back.csv'), signed.replace('13/05/1985', '14/05/1985'))
    const changed = await vaxcert([...back.slice(0, -1), 'd2'], { cwd })
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.stdout).toContain('line 9, person 1, column birth_date_declared')
  })
})

describe('vaxcert confirm', () => {
  it('signs the doses of a unit, and tells which changed since', async () => {
    const certificate = fingerprint(certificateBytes(readFileSync(`${key}.pem`)))
    const units = JSON.stringify({ units: [{ unit: '24001', certificate, facilities: ['24001'] }] })
    const cwd = folderOf({ 'clean.csv': listed, 'units.json': units, 'edited.csv': listed.replace('-08-02', '-08-03') })
    const sign = [
      'confirm',
      'sign',
      'clean.csv',
      '--unit',
      '24001',
      '--units',
      'units.json',
      '--key',
      key,
      '--by',
      'BS. Mẫu',
    ]
    expect(await vaxcert([...sign, '--out', 'f'], { cwd })).toMatchObject({
      code: 0,
      stdout: '1 dose confirmed under 1 signature\n',
    })
    const check = (doses: string, ...more: string[]) =>
      vaxcert(
        ['confirm', 'check', 'f/000001.json', '--doses', doses, '--units', 'units.json', '--ca', `${key}.pem`, ...more],
        { cwd },
      )
    expect((await check('clean.csv')).code).toBe(0)
    expect(await check('edited.csv')).toMatchObject({
      code: 1,
      stdout: 'f/000001.json: 0 of 1 doses confirmed, 1 changed since (PR-02)\n0 of 1 doses may be signed; 1 may not\n',
    })
    const out = ['--out', 'k', '--json']
    const told = await check('clean.csv', ...out)
    expect(JSON.parse(told.stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      doses: 1,
      confirmed: 1,
      abroad: 0,
      left: 0,
      byCode: {},
    })
    expect(readFileSync(join(cwd, 'k/confirmed.csv'), 'utf8')).toContain('D4')
    expect(await check('edited.csv', '--out', 'k2')).toMatchObject({ code: 1 })
    expect(readFileSync(join(cwd, 'k2/left.csv'), 'utf8')).toContain('D4,24001,confirm.changed,changed since')

    const twice = await vaxcert(
      [
        'confirm',
        'check',
        'f/000001.json',
        'f/000001.json',
        '--doses',
        'clean.csv',
        '--units',
        'units.json',
        '--ca',
        `${key}.pem`,
      ],
      { cwd },
    )
    expect(twice).toMatchObject({ code: 1, stdout: expect.stringContaining('confirm.repeated') })
    const until = units.replace('"facilities"', '"until":"2022-01-01T00:00:00Z","facilities"')
    writeFileSync(join(cwd, 'units.json'), until)
    expect((await check('clean.csv', '--seen', 'k/seen.csv')).stdout).toContain('confirm.not-valid')
    expect(await vaxcert([...sign, '--out', 'f2'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('withdrawn'),
    })
    writeFileSync(join(cwd, 'units.json'), '{}')
    expect(await check('clean.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('confirm.register') })
    writeFileSync(join(cwd, 'units.json'), units)

    writeFileSync(join(cwd, 'who.csv'), 'dose_id,verified,edited\nD4,2022-04-01,2022-04-02\n')
    expect((await check('clean.csv', '--identities', 'who.csv')).stdout).toContain('PR-01')
  })
})

describe('vaxcert correct', () => {
  it('keeps a report, corrects the dose and has its certificate revoked and issued anew', async () => {
    const cwd = folderOf({ 'clean.csv': listed, 'issued.csv': 'dose_id,ci\nD4,URN:UVCI:01:VN:X#1\n' })
    const told = {
      report: 'R-1',
      by: 'Trần Thị Mẫu',
      role: 'station',
      at: '2022-05-20T08:00:00Z',
      why: '',
      evidence: [],
    }
    const corrections = [{ kind: 'change', dose: 'D4', field: 'dose_date', before: '2021-08-02', after: '2021-08-03' }]
    const evidence = [{ sha256: 'a'.repeat(64), kind: 'session-list' }]
    const steps = [
      { ...told, step: 'received', kind: 'wrong-information', isPhoneProved: true, evidence },
      { ...told, step: 'checked' },
      { ...told, step: 'verified', method: 'facility-records' },
      { ...told, by: 'Lê Văn Thử', step: 'approved', corrections },
    ]
    const add = (event: object) =>
      vaxcert(['correct', 'add', '-', '--history', 'h.ndjson'], { cwd, stdin: JSON.stringify(event) })
    for (const step of steps) {
      expect(await add(step)).toMatchObject({ code: 0, stdout: `R-1: ${step.step}\n` })
      // As where the power went before the end of the line was written.
      writeFileSync(join(cwd, 'h.ndjson'), readFileSync(join(cwd, 'h.ndjson'), 'utf8').trimEnd())
    }
    const late = await add(steps[1] ?? {})
    expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining('this step does not follow') })
    const apply = [
      'correct',
      'apply',
      'clean.csv',
      '--history',
      'h.ndjson',
      '--certificates',
      'issued.csv',
      '--out',
      'o',
    ]
    expect(JSON.parse((await vaxcert([...apply, '--json'], { cwd })).stdout)).toEqual({
      corrected: 1,
      open: 0,
      revoked: 1,
    })
    expect(readFileSync(join(cwd, 'o/doses.csv'), 'utf8')).toContain('2021-08-03')
    expect(json(join(cwd, 'o/consequences.ndjson'))).toEqual({
      action: 'revoke-and-reissue',
      dose: 'D4',
      ci: 'URN:UVCI:01:VN:X#1',
    })
    expect(readFileSync(join(cwd, 'o/revoke.txt'), 'utf8')).toBe('URN:UVCI:01:VN:X#1\n')
    expect(readFileSync(join(cwd, 'o/reissue.csv'), 'utf8')).toContain('D4,URN:UVCI:01:VN:X#1')

    const again = await vaxcert(apply.with(2, 'o/doses.csv').with(-1, 'o2'), { cwd })
    expect(again).toMatchObject({ code: 0, stdout: '0 doses corrected, 0 certificates to be revoked\n' })
    writeFileSync(join(cwd, 'clean.csv'), listed.replace('2021-08-02', '2021-08-09'))
    const stale = await vaxcert(apply.with(-1, 'o3'), { cwd })
    expect(stale).toMatchObject({ code: 1, stdout: expect.stringContaining('1 dose: a value is not what') })
    expect(readFileSync(join(cwd, 'o3/doses.csv'), 'utf8')).toContain('2021-08-09')
  })
})
