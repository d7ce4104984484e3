import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Ran, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
const written = [
  ...[
    'clean.csv',
    'columns.json',
    'decided.csv',
    'doubles.csv',
    'findings.csv',
    'listed.csv',
    'refused.csv',
    'summary.json',
  ],
]

async function cleanse(folder: string, ...options: readonly string[]) {
  const lists = ['lots', 'facilities', 'communes', 'cancelled'].flatMap((name) => [
    `--${name}`,
    `${folder}/${name}.csv`,
  ])
  const files = [`${folder}/doses.csv`, '--out', `${folder}/out`, ...lists, '--today', '2022-05-31', '--json']
  return vaxcert(['cleanse', ...files, ...options], { cwd })
}

function lines(path: string): readonly string[] {
  return readFileSync(join(cwd, path), 'utf8').split('\r\n').slice(1, -1)
}

describe.each(['light', 'real', 'harsh'])('a sample of %s dirt', (dirt) => {
  it('loses no row, fixes nothing wrongly, finds what was planted and nothing else', async () => {
    await vaxcert(['sample', '--doses', '3000', '--seed', '21', '--dirt', dirt, '--out', dirt], { cwd })
    const counted = ['--counts', `${dirt}/counts.csv`]
    const known = [...counted, '--decisions', `${dirt}/decisions.json`, '--truth', `${dirt}/truth.ndjson`]
    const { code, stdout, stderr } = await cleanse(dirt, ...known)
    const summary = JSON.parse(stdout)
    expect([code, stderr]).toEqual([0, ''])
    expect(summary).toMatchObject({ wrongFixes: 0, missed: 0, missedByRule: {} })
    expect(summary.falseFindings).toBeLessThanOrEqual(summary.rows * 0.005)
    expect(summary.clean + summary.listed + summary.refused).toBe(summary.rows)
    expect(readdirSync(join(cwd, dirt, 'out'))).toEqual(written)
    for (const kind of ['clean', 'listed', 'refused'])
      expect(lines(`${dirt}/out/${kind}.csv`)).toHaveLength(summary[kind])
    expect(JSON.parse(readFileSync(join(cwd, dirt, 'out', 'summary.json'), 'utf8'))).toEqual(summary)
  })
})

describe('a cleansing of several files', () => {
  const header = 'dose_id,id_number,full_name,sex,birth_date,nationality,phone,product,lot,dose_date,facility\n'
  const first = 'D1,079190001234,Trần Thị Ánh,Nữ,15/03/1990,VN,0912345678,Pfizer,FA1234,14/08/2021,01001\n'
  const nobody = 'D2,,"=HYPERLINK(""x"")",Nam,02/02/1980,VN,0987654321,Pfizer,FA1234,14/08/2021,01001\n'
  const second = first.replace('D1', 'D3').replace('14/08', '25/09')
  const third = 'D4,079090005678,Lê Văn Bình,Nam,20/07/1990,VN,0909123456,Fizer,FA1234,14/08/2021,01001\n'
  const run = (...options: string[]) =>
    vaxcert(['cleanse', 'a/doses.csv', 'b/doses.csv', '--out', 'out', '--json', ...options], { cwd })
  let ran: Ran

  function put(name: string, text: string): void {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }

  beforeAll(async () => {
    put('a/doses.csv', `${header}${first}D9,too,few\n${nobody}`)
    put('b/doses.csv', header + second + third)
    put('out/unfinished/clean.csv', 'half a row')
    ran = await run()
  })

  it('counts every row once', () => {
    const { rows, clean, listed, refused } = JSON.parse(ran.stdout)
    expect([ran.code, rows, clean, listed, refused]).toEqual([0, 5, 2, 2, 1])
  })

  it('says why a row is listed, in both languages, and guards it from spreadsheets', () => {
    const [listed = ''] = lines('out/listed.csv')
    expect(listed).toContain('thiếu số CCCD')
    expect(listed).toContain('no identity number')
    expect(listed).toContain(`"'=HYPERLINK`)
  })

  it('keeps what it cannot read, with its place', () => {
    expect(lines('out/refused.csv')).toEqual([expect.stringMatching(/^2,doses\.csv,3,cells,.*D9,too,few/)])
  })

  it('numbers rows through the files', () => {
    expect(lines('out/clean.csv').map((line) => line.split(',')[0])).toEqual(['1', '4'])
    expect(lines('out/clean.csv')).toEqual([
      expect.stringContaining('2021-08-14'),
      expect.stringContaining('2021-09-25'),
    ])
  })

  it('begins anew where a run was cut that nobody knows, and leaves nothing of it', () => {
    expect(readdirSync(join(cwd, 'out'))).toEqual(written)
  })

  it('takes a spelling that somebody confirmed', async () => {
    expect(JSON.parse(ran.stdout).byRule).toMatchObject({ 'DS-06': 1 })
    expect(readFileSync(join(cwd, 'out/columns.json'), 'utf8')).toContain('product|Fizer')
    const decision = { key: 'product|Fizer', value: 'EU/1/20/1528', by: 'Officer', at: '2022-05-20' }
    put('decisions.json', JSON.stringify({ decisions: [decision] }))
    expect(JSON.parse((await run('--decisions', 'decisions.json')).stdout)).toMatchObject({ clean: 3 })
    expect(lines('out/clean.csv').at(-1)).toContain('EU/1/20/1528')
  })

  it('never writes over what it reads, and tells a missing file', async () => {
    put('own/clean.csv', header + first)
    expect((await vaxcert(['cleanse', 'own/clean.csv', '--out', 'own'], { cwd })).code).toBe(2)
    expect((await vaxcert(['cleanse', 'nowhere.csv', '--out', 'own'], { cwd })).code).toBe(2)
    expect(existsSync(join(cwd, 'own/summary.json'))).toBe(false)
  })
})
