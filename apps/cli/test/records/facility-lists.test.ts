import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '@vaxcert/records/confirm'
import { describe, expect, it } from 'vitest'
import { certificateBytes } from '../../src/keys/certificate-bytes.ts'
import { sampleAuthority, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const key = `${keysSample}/facility`
const root = emptyFolder()
const columns =
  'dose_id,person_id,id_number,full_name,sex,birth_date,nationality,phone,product,lot,dose_date,dose_number,country,facility,evidence'
const person = 'P1,079190001234,Trần Thị Ánh,Nữ,1990-03-12,VN,0912345678,Pfizer'
const first = `D1,${person},FA1234,2021-08-02,1,VN,79001,`
/** Ten days later: DS-11. */
const second = `D2,${person},FA1234,2021-08-12,2,VN,79001,`

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'case-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Cells of a CSV without quotes, by row and heading. */
function rows(text: string): readonly Record<string, string>[] {
  const [heading = '', ...lines] = text.replaceAll('\r', '').split('\n').slice(0, -1)
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [heading.split(',')[at], cell])))
}

async function cleansed(cwd: string, out: string, ...options: readonly string[]) {
  const { stdout } = await vaxcert(['cleanse', 'doses.csv', '--out', out, '--json', ...options], { cwd })
  return JSON.parse(stdout)
}

/** Exports the lists, fills every row of the facility's, and takes them back. */
async function answer(cwd: string, from: string, to: string, cells: Readonly<Record<string, string>>): Promise<void> {
  await vaxcert(['worklist', 'export', from, '--out', `${to}-lists`, '--issued', '2022-05-06'], { cwd })
  const [name = ''] = readdirSync(join(cwd, `${to}-lists/lists`)).filter((file) => file.endsWith('-d1.csv'))
  const sheet = readFileSync(join(cwd, `${to}-lists/lists`, name), 'utf8').split('\r\n')
  const names = (sheet.find((line) => line.startsWith('row_key')) ?? '').split(',')
  const signed: Readonly<Record<string, string>> = {
    ...{ officer: 'Lê Mẫu', role: 'Y sĩ', unit: 'TYT', date: '20/05/2022' },
  }
  const filled = sheet.map((line) => {
    const [mark = '', label = ''] = line.split(',')
    if (signed[mark] !== undefined) return [mark, label, signed[mark], ...names.slice(3).map(() => '')].join(',')
    if (!/^\d+-[0-9a-f]{6},/.test(line)) return line
    return line
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((cell, at) => cells[names[at] ?? ''] ?? cell)
      .join(',')
  })
  writeFileSync(join(cwd, `${to}.csv`), filled.join('\r\n'))
  const back = ['worklist', 'import', `${to}.csv`, '--lists', `${to}-lists`, '--key', key, '--out', to]
  expect(await vaxcert(back, { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('0 to be asked again'),
  })
}

describe('a dose that its facility is asked about', () => {
  it('is not asked about again once it was confirmed as it stands, until it says something else', async () => {
    const cwd = folderOf({ 'doses.csv': `${columns}\n${first}\n${second}\n` })
    const before = await cleansed(cwd, 'one')
    expect(before.byRule).toHaveProperty('DS-11')
    expect(before.listed).toBeGreaterThan(0)
    await answer(cwd, 'one', 'back', { outcome: '1' })
    expect(await cleansed(cwd, 'two', '--decisions', 'back')).toMatchObject({ clean: 2, listed: 0 })
    const decided = rows(readFileSync(join(cwd, 'two/decided.csv'), 'utf8'))
    expect(decided.every(({ decision, result }) => decision === 'by-paper' && result === 'applied')).toBe(true)
    expect(decided.some(({ answered = '' }) => answered.includes('DS-11'))).toBe(true)
    writeFileSync(join(cwd, 'doses.csv'), `${columns}\n${first}\n${second.replace('08-12', '08-11')}\n`)
    const changed = await cleansed(cwd, 'three', '--decisions', 'back')
    expect(changed).toMatchObject({ listed: before.listed })
    expect(rows(readFileSync(join(cwd, 'three/decided.csv'), 'utf8')).map(({ result }) => result)).toContain('stale')
  })

  it('is withdrawn where it was not given: it no longer speaks against the other, and nobody is asked again', async () => {
    const cwd = folderOf({ 'doses.csv': `${columns}\n${first}\n${second}\n` })
    const { listed } = await cleansed(cwd, 'one')
    expect(listed).toBe(1)
    await answer(cwd, 'one', 'back', { outcome: '7' })
    const after = await cleansed(cwd, 'two', '--decisions', 'back')
    expect(after).toMatchObject({ clean: 1, listed: 1 })
    expect(after.byRule).not.toHaveProperty('DS-11')
    const { stdout } = await vaxcert(['worklist', 'export', 'two', '--out', 'again', '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ lists: 0, listed: 1, onLists: 0, withdrawn: 1, elsewhere: 0 })
  })
})

describe('a dose given abroad', () => {
  it('makes the next one, given here and confirmed, the second of two', async () => {
    const certificate = fingerprint(certificateBytes(readFileSync(`${key}.pem`)))
    const who = 'P1,079190001234,Trần Thị Ánh,female,1990-03-12,VN,0912345678,EU/1/20/1528'
    const cwd = folderOf({
      'right.csv': [
        columns,
        `A,${who},,2021-06-10,1,KR,,hcert-sha256:${'ab'.repeat(32)}`,
        `B,${who},FA1234,2021-08-14,2,VN,79001,`,
        `C,${who.replace('P1', 'P2')},,2021-06-10,1,KR,,`,
        '',
      ].join('\n'),
      'units.json': JSON.stringify({ units: [{ unit: '79001', certificate, facilities: ['79001'] }] }),
    })
    const sign = ['confirm', 'sign', 'right.csv', '--unit', '79001', '--units', 'units.json', '--key', key]
    await vaxcert([...sign, '--by', 'BS. Mẫu', '--out', 'f'], { cwd })
    const check = ['confirm', 'check', 'f/000001.json', '--doses', 'right.csv', '--units', 'units.json']
    const { stdout } = await vaxcert([...check, '--ca', `${key}.pem`, '--out', 'k', '--json'], { cwd })
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      ...{ doses: 3, confirmed: 1, abroad: 1, left: 1 },
      byCode: { 'confirm.none': 1 },
    })
    const issue = ['issue', 'k/confirmed.csv', ...sampleAuthority, '--qr', 'none', '--out', 'passes', '--json']
    expect(JSON.parse((await vaxcert(issue, { cwd })).stdout)).toEqual({
      ...{ rows: 2, issued: 1 },
      refused: { 'record.country': 1 },
    })
    const verify = ['verify', 'passes/certificates/B.txt', '--trust', `${keysSample}/trust-list.json`, '--json']
    expect(JSON.parse((await vaxcert(verify, { cwd })).stdout).dcc.v).toMatchObject([{ dn: 2, sd: 2, co: 'VN' }])
  })
})

describe('a correction of a dose that was merged', () => {
  it('is told which dose was kept', async () => {
    const cwd = folderOf({ 'doses.csv': `${columns}\n${first}\n${first.replace('D1', 'D9')}\n` })
    expect(await cleansed(cwd, 'one')).toMatchObject({ clean: 1, listed: 1, merged: 1 })
    const [merged] = rows(readFileSync(join(cwd, 'one/listed.csv'), 'utf8'))
    const told = { report: 'R-1', by: 'Trần Mẫu', role: 'station', at: '2022-05-20T08:00:00Z', why: '', evidence: [] }
    const evidence = [{ sha256: 'a'.repeat(64), kind: 'session-list' }]
    const dose = merged?.dose_id
    const corrections = [{ kind: 'change', dose, field: 'lot', before: 'FA1234', after: 'FA1235' }]
    for (const event of [
      { ...told, step: 'received', kind: 'wrong-information', isPhoneProved: true, evidence },
      { ...told, step: 'checked' },
      { ...told, step: 'verified', method: 'facility-records' },
      { ...told, by: 'Lê Thử', step: 'approved', corrections },
    ])
      await vaxcert(['correct', 'add', '-', '--history', 'h.ndjson'], { cwd, stdin: JSON.stringify(event) })
    const apply = ['correct', 'apply', 'one/clean.csv', '--history', 'h.ndjson', '--cleansed', 'one', '--out', 'o']
    expect(await vaxcert(apply, { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('1 dose: the dose is a double that was merged'),
    })
    expect(JSON.parse(readFileSync(join(cwd, 'o/open.ndjson'), 'utf8'))).toEqual({
      ...{ dose, code: 'correct.merged' },
      kept: dose === 'D9' ? 'D1' : 'D9',
    })
  })
})
