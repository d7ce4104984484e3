import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../src/doses/csv-writer.ts'
import { sampleAuthority, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const cwd = emptyFolder()
const header = 'dose_id,person_id,full_name,birth_date,product,date,country\n'
let runs = 0

/** Issues without pictures into a folder of its own. */
async function issue(doses: string | Uint8Array, ...options: readonly string[]) {
  runs += 1
  const out = join(cwd, `run-${runs}`)
  const ran = await vaxcert(['issue', '-', ...sampleAuthority, '--out', out, '--qr', 'none', ...options], {
    cwd,
    stdin: doses,
  })
  const lines = (name: string) => readFileSync(join(out, name), 'utf8').split('\n').slice(0, -1)
  return { ...ran, out, lines }
}

function doseRow(doseId: string, changes: Partial<Record<'person' | 'name' | 'birth', string>> = {}): string {
  const { person = doseId, name = 'Trần Thị Ánh', birth = '1990-03-12' } = changes
  return csvLine([doseId, person, name, birth, 'Pfizer', '2021-08-14', 'VN'])
}

describe('hostile dose ids', () => {
  const ids = [
    '../../escaped',
    '/etc/passwd',
    '..',
    'a/b',
    'a:b',
    'A_B',
    'nul',
    'x'.repeat(300),
    '\u001b[2J',
    '\u202etxt.exe',
    '-rf',
  ]

  it('cannot leave the folder, hide, or overwrite each other', async () => {
    const before = readdirSync(cwd)
    const { code, out, lines } = await issue(header + ids.map((id) => doseRow(id)).join(''))
    expect(code).toBe(0)
    expect(readdirSync(cwd).filter((name) => !before.includes(name))).toEqual([out.split('/').at(-1)])
    expect(readdirSync(out).toSorted()).toEqual(['certificates', 'certificates.ndjson', 'refused.csv'])
    expect(readdirSync(join(out, 'certificates'))).toHaveLength(ids.length)
    const list = lines('certificates.ndjson').map(
      (line) => JSON.parse(line) as { dose_id: string; text: string; files: string[] },
    )
    expect(list.map(({ dose_id }) => dose_id)).toEqual(ids)
    for (const { text, files } of list) expect(readFileSync(join(out, files[0] ?? ''), 'utf8')).toBe(`${text}\n`)
  })

  it('do not steer the terminal through the list either', async () => {
    const { lines, stdout } = await issue(header + ids.map((id) => doseRow(id)).join(''))
    expect(lines('certificates.ndjson').join('') + stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('every row of a dose file', () => {
  it('is issued or refused, however the file is damaged', async () => {
    const sound = Array.from({ length: 6 }, (_, index) => doseRow(`D${index}`).trimEnd())
    const damage = fc.constantFrom('', '"', '""', ',', 'x"', '\r', '\uFFFD', 'D1', '"D1","P"')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(6), fc.nat(40), damage), { maxLength: 3 }), async (changes) => {
        const rows = [...sound]
        for (const [row, at, text] of changes)
          rows[row] = `${rows[row]?.slice(0, at) ?? ''}${text}${rows[row]?.slice(at) ?? ''}`
        const { lines, stdout } = await issue(`${header}${rows.join('\n')}\n`)
        const issued = lines('certificates.ndjson').length
        expect(stdout).toMatch(new RegExp(`^(\\d+) rows: ${issued} issued, (\\d+) refused\n`))
        const [, all = 0, refused = 0] = /^(\d+) rows: \d+ issued, (\d+) refused/.exec(stdout) ?? []
        expect(Number(all)).toBe(issued + Number(refused))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps its line number when the line cannot be read', async () => {
    const broken = Uint8Array.from([
      ...Buffer.from(`${header}${doseRow('D1')}D2,`),
      0xff,
      ...Buffer.from(`\n"D3\n${doseRow('D4')}`),
    ])
    const { code, lines } = await issue(broken)
    expect(code).toBe(1)
    expect(lines('certificates.ndjson')).toHaveLength(2)
    expect(
      lines('refused.csv')
        .slice(1)
        .map((line) => line.split(',')[7]),
    ).toEqual(['3', '4'])
  })
})

describe('what issue tells', () => {
  it('holds no name, date of birth or id, but in refused.csv', async () => {
    const secrets = { name: 'Nguyễn Bí Mật 李', birth: '1991-13-45', person: 'SECRETPERSON' }
    const foreign = csvLine(['SECRETDOSE', 'P9', 'Bí Mật', '1991-01-01', 'SECRETPRODUCT', '2021-08-14', 'SECRETLAND'])
    const ran = await issue(`${header}${doseRow('SECRET1', secrets)}${foreign}SECRETLINE,"x\n`)
    expect(ran.code).toBe(1)
    expect(ran.stdout + ran.stderr).not.toMatch(/SECRET|Bí Mật|李|1991/)
    expect(ran.lines('refused.csv').join('\n')).toMatch(/SECRET1.*\n.*SECRETLAND.*\n.*SECRETLINE/)
  })

  it('holds nothing of a file whose header is no header', async () => {
    for (const text of ['SECRET;SECRET2\n', '{"SECRET":1}', '"SECRET\n']) {
      const ran = await issue(text, '--format', 'csv')
      expect(ran.code).toBe(2)
      expect(ran.stderr).not.toContain('SECRET')
      expect(ran.stderr).toContain('holds no dose records: record.shape: the header')
    }
  })
})

describe('a run of issue', () => {
  it('shows progress on a terminal only', async () => {
    const doses = header + Array.from({ length: 120 }, (_, index) => doseRow(`D${index}`)).join('')
    const argv = (out: string) => ['issue', '-', ...sampleAuthority, '--out', out, '--qr', 'none']
    expect((await vaxcert(argv('quiet'), { cwd, stdin: doses })).stderr).toBe('')
    expect((await vaxcert(argv('shown'), { cwd, stdin: doses, isTTY: true })).stderr).toContain('issuing 100 of 120')
  })

  const issueInto = (out: string) => {
    const stdin = header + doseRow('D1') + doseRow('D2')
    return vaxcert(['issue', '-', ...sampleAuthority, '--out', out, '--qr', 'none'], { cwd, stdin })
  }

  it('writes into a folder that is there, whatever else lies in it', async () => {
    mkdirSync(join(cwd, 'mine/certificates'), { recursive: true })
    writeFileSync(join(cwd, 'mine/notes.txt'), 'mine')
    expect((await issueInto('mine')).code).toBe(0)
    expect(readdirSync(join(cwd, 'mine/certificates'))).toEqual(['D1.txt', 'D2.txt'])
  })

  it.each(['certificates/D2.txt', 'certificates.ndjson', 'refused.csv'])(
    'neither overwrites %s nor leaves anything else behind',
    async (name) => {
      const out = join(cwd, `taken-${name.replace('/', '-')}`)
      mkdirSync(join(out, 'certificates'), { recursive: true })
      writeFileSync(join(out, name), 'mine')
      const before = readdirSync(out, { recursive: true })
      const ran = await issueInto(out)
      expect(ran).toMatchObject({ code: 2, stdout: '' })
      expect(ran.stderr).toMatch(/^vaxcert: The output folder holds the files of an earlier run/)
      expect(readdirSync(out, { recursive: true })).toEqual(before)
      expect(readFileSync(join(out, name), 'utf8')).toBe('mine')
    },
  )
})

describe('without a file', () => {
  it.each(['issue', 'verify', 'inspect'])(
    '%s reads what is piped in, and does not wait on a terminal',
    async (name) => {
      const options: Record<string, readonly string[]> = {
        issue: [...sampleAuthority, '--out', 'never'],
        verify: ['--trust', `${keysSample}/trust-list.json`],
      }
      const argv = [name, ...(options[name] ?? [])]
      const sentence = 'vaxcert: Give a file, or pipe something in. For help: --help\n'
      expect(await vaxcert(argv, { cwd, isTTY: true })).toMatchObject({ code: 2, stderr: sentence })
      expect((await vaxcert(argv, { cwd })).stderr).not.toBe(sentence)
    },
  )
})
