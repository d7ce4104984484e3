import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
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
    const known = ['--decisions', `${dirt}/decisions.json`, '--truth', `${dirt}/truth.ndjson`]
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

describe('a cleansing', () => {
  const header = 'dose_id,id_number,full_name,sex,birth_date,nationality,phone,product,lot,dose_date,facility\n'
  const row = 'D1,079190001234,Trần Thị Ánh,Nữ,15/03/1990,VN,0912345678,Pfizer,FA1234,14/08/2021,01001\n'

  function folderWith(name: string, text: string): string {
    mkdirSync(join(cwd, name), { recursive: true })
    writeFileSync(join(cwd, name, 'doses.csv'), header + text)
    return name
  }

  it('says why a row is listed, in both languages, and guards it from spreadsheets', async () => {
    const bad = row.replace('079190001234', '').replace('Trần Thị Ánh', '"=HYPERLINK(""x"")"')
    const folder = folderWith('why', row + bad)
    const { code, stdout } = await vaxcert(['cleanse', `${folder}/doses.csv`, '--out', 'why/out', '--json'], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ rows: 2, clean: 1, listed: 1, refused: 0 })
    const [listed = ''] = lines('why/out/listed.csv')
    expect(listed).toContain('thiếu số CCCD')
    expect(listed).toContain('no identity number')
    expect(listed).toContain(`"'=HYPERLINK`)
    expect(lines('why/out/clean.csv')).toEqual([expect.stringContaining('1990-03-15')])
  })

  it('keeps what it cannot read, with its place', async () => {
    const folder = folderWith('unread', `${row}D2,too,few\n${row}`)
    const { stdout } = await vaxcert(['cleanse', `${folder}/doses.csv`, '--out', 'unread/out', '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, refused: 1 })
    expect(lines('unread/out/refused.csv')).toEqual([expect.stringMatching(/^2,doses\.csv,3,cells,.*D2,too,few/)])
  })

  it('numbers rows through several files', async () => {
    folderWith('a', row + row)
    folderWith('b', row)
    const { stdout } = await vaxcert(['cleanse', 'a/doses.csv', 'b/doses.csv', '--out', 'both', '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, clean: 3 })
    expect(lines('both/clean.csv').map((line) => line.split(',')[0])).toEqual(['1', '2', '3'])
  })

  it('begins anew where a run was cut, and leaves the last whole one until it is done', async () => {
    const folder = folderWith('cut', row)
    mkdirSync(join(cwd, 'cut/out/unfinished'), { recursive: true })
    writeFileSync(join(cwd, 'cut/out/unfinished/clean.csv'), 'half a row')
    await vaxcert(['cleanse', `${folder}/doses.csv`, '--out', 'cut/out'], { cwd })
    expect(readdirSync(join(cwd, 'cut/out'))).toEqual(written)
    expect(lines('cut/out/clean.csv')).toHaveLength(1)
  })

  it('never writes over what it reads, and tells a missing file', async () => {
    const folder = folderWith('own', row)
    writeFileSync(join(cwd, 'own/clean.csv'), header + row)
    expect((await vaxcert(['cleanse', `${folder}/clean.csv`, '--out', 'own'], { cwd })).code).toBe(2)
    expect((await vaxcert(['cleanse', 'nowhere.csv', '--out', 'own'], { cwd })).code).toBe(2)
    expect(existsSync(join(cwd, 'own/summary.json'))).toBe(false)
  })

  it('takes a spelling that somebody confirmed', async () => {
    const folder = folderWith('confirmed', row.replace('Pfizer', 'Fizer'))
    const decision = { key: 'product|Fizer', value: 'EU/1/20/1528', by: 'Officer', at: '2022-05-20' }
    writeFileSync(join(cwd, 'decisions.json'), JSON.stringify({ decisions: [decision] }))
    const run = (...options: string[]) =>
      vaxcert(['cleanse', `${folder}/doses.csv`, '--out', 'confirmed/out', '--json', ...options], { cwd })
    expect(JSON.parse((await run()).stdout)).toMatchObject({ listed: 1, byRule: { 'DS-06': 1 } })
    expect(readFileSync(join(cwd, 'confirmed/out/columns.json'), 'utf8')).toContain('product|Fizer')
    expect(JSON.parse((await run('--decisions', 'decisions.json')).stdout)).toMatchObject({ clean: 1 })
    expect(lines('confirmed/out/clean.csv')).toEqual([expect.stringContaining('EU/1/20/1528')])
  })
})
