import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileSource, tableRows } from '@vaxcert/records/read'
import { beforeAll, describe, expect, it } from 'vitest'
import { truePeople } from '../../bench/match/true-people.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
const written = ['asked.csv', 'identities.csv', 'links.csv', 'right.csv', 'summary.json', 'unknown.csv', 'wrong.csv']
const seed = 31
/** An embedded database takes its time to start, and this machine may be busy. */
const LONG = 240_000

type Row = Readonly<Record<string, string>>

async function rowsOf(...path: readonly string[]): Promise<readonly Row[]> {
  const rows: (readonly string[])[] = []
  const first = path.at(-1) === 'identities.csv' ? 'dose_id' : path.at(-1) === 'asked.csv' ? 'person' : 'row'
  for await (const batch of tableRows(fileSource(join(cwd, ...path)), first))
    for (const { cells = [] } of batch) rows.push(cells)
  const [headings = [], ...own] = rows
  return own.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])))
}

async function cleanse(doses: string, out: string) {
  const lists = ['lots', 'facilities', 'communes', 'cancelled'].flatMap((name) => [`--${name}`, `province/${name}.csv`])
  const known = ['--decisions', 'province/decisions.json', '--today', '2022-05-31']
  return vaxcert(['cleanse', doses, '--out', out, '--json', ...lists, ...known], { cwd })
}

function match(out: string, ...options: readonly string[]) {
  const lists = ['old-numbers', 'cancelled', 'communes'].flatMap((name) => [`--${name}`, `province/${name}.csv`])
  const files = ['match', 'cleansed', '--register', 'province/register.csv', '--out', out]
  return vaxcert([...files, ...lists, '--json', ...options], { cwd })
}

beforeAll(async () => {
  await vaxcert(['sample', '--doses', '2000', '--seed', `${seed}`, '--dirt', 'harsh', '--out', 'province'], { cwd })
  await cleanse('province/doses.csv', 'cleansed')
}, LONG)

describe('a sample beside its register', () => {
  let summary: Record<string, number>

  beforeAll(async () => {
    const { code, stdout, stderr } = await match('matched', '--search')
    expect([code, stderr]).toEqual([0, ''])
    summary = JSON.parse(stdout)
  }, LONG)

  it('goes out whole: every clean and listed row once, or where it was', async () => {
    expect(readdirSync(join(cwd, 'matched'))).toEqual(written)
    const cleansed = [...(await rowsOf('cleansed', 'clean.csv')), ...(await rowsOf('cleansed', 'listed.csv'))]
    const out = (
      await Promise.all(['right', 'wrong', 'unknown'].map((kind) => rowsOf('matched', `${kind}.csv`)))
    ).flat()
    const { doses = 0, right = 0, wrong = 0, unknown = 0, elsewhere = 0 } = summary
    expect(doses).toBe(cleansed.length)
    expect(right + wrong + unknown + elsewhere).toBe(doses)
    expect(out).toHaveLength(doses - elsewhere)
    expect(new Set(out.map(({ row }) => row)).size).toBe(out.length)
    const known = new Set(cleansed.map(({ row }) => row))
    expect(out.filter(({ row }) => !known.has(row))).toEqual([])
    expect(JSON.parse(readFileSync(join(cwd, 'matched', 'summary.json'), 'utf8'))).toEqual(summary)
  })

  it('gives no dose to another person', async () => {
    const people = truePeople({ doses: 2000, seed, dirt: 'harsh' }, join(cwd, 'province'))
    const right = await rowsOf('matched', 'right.csv')
    expect(right.length).toBeGreaterThan(800)
    expect(right.filter(({ row, id_number: number }) => people.get(Number(row))?.number !== number)).toEqual([])
    expect(
      right.filter(({ row, birth_date: day, sex }) => {
        const person = people.get(Number(row))
        return person?.nationality === 'VN' && (person.sex !== sex || !day?.startsWith(person.birthDate.slice(0, 4)))
      }).length,
    ).toBeLessThanOrEqual(3)
  })

  it('finds most of what was changed by one field, each by its hypothesis', async () => {
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, 'matched', 'summary.json'), 'utf8')).byHypothesis)).toEqual(
      expect.arrayContaining(['declared', 'marks', 'sex-digit', 'old-number', 'last-six', 'year-only', 'abroad']),
    )
  })

  it('says of every other one what differs, and proposes one change at most', async () => {
    const wrong = await rowsOf('matched', 'wrong.csv')
    expect(new Set(wrong.map((row) => row.class))).toEqual(new Set(['B', 'C', 'D', 'E']))
    for (const row of wrong) {
      const proposed = ['id_number', 'full_name', 'birth_date', 'sex'].filter((name) => row[`proposed_${name}`] !== '')
      expect(proposed.length).toBeLessThanOrEqual(1)
      if (row.class === 'D' || row.class === 'E') expect(row.register_id_number).toBe('')
      expect(row.reasons).toMatch(/^[a-z-]+(?: [a-z-]+)*$/)
    }
  })

  it('logs every question before its answer, and neither name nor number', async () => {
    const asked = await rowsOf('matched', 'asked.csv')
    const questions = asked.filter(({ hypothesis, answer }) => hypothesis !== 'run' && answer === '')
    expect(questions).toHaveLength(summary.asked ?? 0)
    expect(readFileSync(join(cwd, 'matched', 'asked.csv'), 'utf8')).not.toMatch(/\d{9,}(?!.*run)|ễ|ị/)
    for (const person of new Set(questions.map((question) => question.person)))
      expect(questions.filter((question) => question.person === person).length).toBeLessThanOrEqual(7)
  })

  it('tells of each right dose when its identity was verified, and of each other one that it was not', async () => {
    const identities = await rowsOf('matched', 'identities.csv')
    const right = new Set(
      (await rowsOf('matched', 'right.csv'))
        .filter(({ nationality }) => !/^(?:KR|CN|JP|US|FR)$/.test(nationality ?? ''))
        .map(({ dose_id: id }) => id),
    )
    const verified = new Set(identities.filter((one) => one.verified !== '').map(({ dose_id: id }) => id))
    expect(verified).toEqual(right)
  })

  it(
    'asks nothing twice when it is started again, and tells what was edited since (PR-01)',
    async () => {
      const earlier = (await rowsOf('matched', 'identities.csv')).filter(({ verified }) => verified !== '')
      const [one, other] = earlier.filter(({ edited }) => edited === '')
      const before = [`${one?.dose_id},2022-01-01,,${one?.identity}`, `${other?.dose_id},2022-01-01,,another`]
      writeFileSync(join(cwd, 'before.csv'), ['dose_id,verified,edited,identity', ...before].join('\r\n'))
      const { stdout } = await match('matched', '--search', '--identities', 'before.csv')
      expect(JSON.parse(stdout)).toEqual({ ...summary, asked: 1 })
      const after = new Map((await rowsOf('matched', 'identities.csv')).map((row) => [row.dose_id, row]))
      expect(after.get(one?.dose_id)).toMatchObject({ edited: '', verified: one?.verified })
      expect(after.get(other?.dose_id)).toMatchObject({ edited: other?.verified, verified: other?.verified })
    },
    LONG,
  )
})

describe('a matching', () => {
  let whole: Record<string, number>

  it(
    'asks no more than it may, keeps the rest as not answered, and goes on the next time',
    async () => {
      const first = JSON.parse((await match('slow', '--most-questions', '300')).stdout)
      expect(first).toMatchObject({ asked: 300 })
      expect(first.held).toBeGreaterThan(100)
      expect(await rowsOf('slow', 'unknown.csv')).toHaveLength(first.unknown)
      whole = JSON.parse((await match('slow')).stdout)
      expect(whole).toMatchObject({ unknown: 0, held: 0, doses: first.doses })
      expect(whole.right).toBeGreaterThan(first.right)
    },
    LONG,
  )

  it(
    'goes on where a run was cut, in the middle of a line of its log',
    async () => {
      mkdirSync(join(cwd, 'cut'))
      const log = readFileSync(join(cwd, 'slow', 'asked.csv'), 'utf8')
      writeFileSync(join(cwd, 'cut', 'asked.csv'), log.slice(0, Math.floor(log.length * 0.7)))
      const { asked, ...found } = JSON.parse((await match('cut')).stdout)
      expect(found).toEqual({ ...whole, asked: undefined })
      expect(asked).toBeGreaterThan(1)
      expect(asked).toBeLessThan(whole.asked ?? 0)
      expect(readFileSync(join(cwd, 'cut', 'right.csv'))).toEqual(readFileSync(join(cwd, 'slow', 'right.csv')))
    },
    LONG,
  )

  it(
    'asks anew where the register was changed, keeps the log, and says in words what came of it',
    async () => {
      const before = readFileSync(join(cwd, 'slow', 'asked.csv'), 'utf8')
      const register = join(cwd, 'province', 'more.csv')
      cpSync(join(cwd, 'province', 'register.csv'), register)
      appendFileSync(register, '001090000001,Lê Văn An,1990,male,90003,living\r\n')
      const { code, stdout, stderr } = await vaxcert(['match', 'cleansed', '--register', register, '--out', 'slow'], {
        cwd,
      })
      expect([code, stderr]).toEqual([0, ''])
      expect(readFileSync(join(cwd, 'slow', 'asked.csv'), 'utf8').startsWith(before)).toBe(true)
      expect(Number(/(\d+) questions asked/.exec(stdout)?.[1])).toBeGreaterThan(500)
      expect(stdout).toMatch(/^\d+ doses: \d+ right, \d+ wrong, 0 not answered, \d+ with another office first\n/)
      expect(stdout).toContain('right as declared')
      expect(stdout).not.toMatch(/\d{9}/)
      const wrong = await rowsOf('slow', 'wrong.csv')
      expect(wrong.filter((row) => row.class !== '' || row.reasons?.endsWith('not-searched') !== true)).toEqual([])
    },
    LONG,
  )

  it.each([
    [
      'no folder of cleanse',
      ['match', 'province', '--register', 'province/register.csv', '--out', 'no'],
      /no folder that vaxcert cleanse wrote/,
    ],
    ['no register', ['match', 'cleansed', '--register', 'nowhere.csv', '--out', 'no'], /is not there/],
    [
      'another file as register',
      ['match', 'cleansed', '--register', 'province/lots.csv', '--out', 'no'],
      /register\.shape: this is no population register/,
    ],
    [
      'the folder itself',
      ['match', 'cleansed', '--register', 'province/register.csv', '--out', 'cleansed'],
      /another folder/,
    ],
    [
      'no number',
      ['match', 'cleansed', '--register', 'province/register.csv', '--out', 'no', '--most-questions', '-1'],
      /whole number/,
    ],
    [
      'old numbers that are none',
      ['match', 'cleansed', '--register', 'province/register.csv', '--out', 'no', '--old-numbers', 'province/lots.csv'],
      /match\.old-numbers/,
    ],
    [
      'identities that are none',
      ['match', 'cleansed', '--register', 'province/register.csv', '--out', 'no', '--identities', 'province/lots.csv'],
      /match\.identities/,
    ],
  ])('refuses %s', async (_, argv, words) => {
    const { code, stdout, stderr } = await vaxcert(argv, { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(words)
    expect(existsSync(join(cwd, 'no', 'summary.json'))).toBe(false)
  })
})
