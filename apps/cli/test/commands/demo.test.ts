import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Ran, sampleAuthority, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
/** With a space, which the commands that the demo suggests must quote. */
const out = 'my demo'
const read = (name: string) => readFileSync(join(cwd, out, name), 'utf8')
/** Words of a command line, quotes taken off. */
const wordsOf = (line: string) =>
  Array.from(line.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain = '']) => quoted ?? plain)
const countOf = (what: string) => Number(new RegExp(`(\\d+) {2}${what}`).exec(ran.stdout)?.[1])
const dose = 'dose_id,person_id,full_name,birth_date,product,date,country\nD1,P1,Trần An,1990,Pfizer,2021-08-14,VN\n'
const linesOf = (name: string) => read(name).trimEnd().split('\n')

let ran: Ran

describe('the demo', () => {
  beforeAll(async () => {
    ran = await vaxcert(['demo', '--out', out], { cwd })
  }, 300_000)

  it('goes from dirty records to pictures that are all read back and accepted', () => {
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('Against the truth: 0 wrong fixes, 0 errors missed')
    const issued = countOf('certificates issued')
    expect(issued).toBeGreaterThan(300)
    expect(countOf('of these pictures read back and accepted')).toBe(issued)
    expect(linesOf('certificates.ndjson')).toHaveLength(issued)
    const pictures = readdirSync(join(cwd, out, 'certificates')).filter((name) => name.endsWith('.png'))
    expect(pictures).toHaveLength(issued)
  })

  it('lets no row disappear on the way', () => {
    const { rows, clean, listed, refused } = JSON.parse(read('cleansed/summary.json'))
    expect(clean + listed + refused).toBe(rows)
    const matched = JSON.parse(read('matched/summary.json'))
    expect(matched.doses).toBe(clean + listed)
    expect(matched.right + matched.wrong + matched.unknown + matched.elsewhere).toBe(matched.doses)
    const [confirmed, left] = ['confirmed', 'left'].map((name) => linesOf(`confirmed/${name}.csv`).length - 1)
    expect(Number(confirmed) + Number(left)).toBe(matched.right)
    expect(linesOf('certificates.ndjson').length + linesOf('refused.csv').length - 1).toBe(confirmed)
  })

  it('reports what it did', () => {
    const { doses } = JSON.parse(read('report/report.json'))
    expect(doses).toMatchObject({ given: 1000, signed: countOf('certificates issued') })
  })

  it('tells no name', () => {
    const names = linesOf('records/register.csv')
      .slice(1)
      .map((line) => line.split(',')[1] ?? '')
    for (const name of names.filter((text) => text.length > 3)) expect(ran.stdout).not.toContain(name)
  })

  it('suggests commands that work', async () => {
    const suggested = Array.from(ran.stdout.matchAll(/npm run -s vaxcert -- (.+)/g), ([, line = '']) => wordsOf(line))
    expect(suggested.map(([name]) => name)).toEqual(['verify', 'inspect'])
    for (const argv of suggested) expect(await vaxcert(argv, { cwd })).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('the folder of a demo', () => {
  it('is replaced by the next demo, and nothing else in it', async () => {
    writeFileSync(join(cwd, out, 'notes.txt'), 'mine')
    const before = read('certificates.ndjson')
    expect((await vaxcert(['demo', '--out', out], { cwd })).code).toBe(0)
    expect(read('certificates.ndjson')).not.toBe(before)
    expect(existsSync(join(cwd, out, 'notes.txt'))).toBe(true)
  }, 300_000)

  it("takes no certificates but the demo's, which the next demo would remove", async () => {
    for (const name of ['certificates', 'certificates.ndjson', 'refused.csv'])
      rmSync(join(cwd, out, name), { recursive: true })
    const left = readdirSync(join(cwd, out))
    for (const folder of [out, `${out}/certificates`, `${out}/certificates/2022`]) {
      const ran = await vaxcert(['issue', '-', ...sampleAuthority, '--out', folder], { cwd, stdin: dose })
      expect(ran).toMatchObject({ code: 2, stdout: '' })
      expect(ran.stderr).toContain('The output folder belongs to the demo')
    }
    expect(readdirSync(join(cwd, out))).toEqual(left)
  })

  it('is not one that holds results of somebody else', async () => {
    const folder = emptyFolderWith('refused.csv')
    const ran = await vaxcert(['demo', '--out', folder], { cwd })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('The output folder holds results that no demo made.')
    expect(readdirSync(folder)).toEqual(['refused.csv'])
  })
})

const other = emptyFolder()

function emptyFolderWith(name: string): string {
  writeFileSync(join(other, name), '')
  return other
}
