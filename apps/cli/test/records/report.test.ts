import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@vaxcert/records/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { reproduce } from '../../bench/thai-nguyen/reproduce.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
const discarded = { write: () => {} }

/** Thái Nguyên at a hundredth, and every figure of its report beside ours. */
let figures: Awaited<ReturnType<typeof reproduce>>
beforeAll(async () => {
  const io = { cwd, stdin: Object.assign((async function* () {})(), {}), stdout: discarded, stderr: discarded }
  figures = await reproduce(
    { scale: 100, seed: 5, folder: cwd },
    { ...io, now: () => new Date('2022-06-01T00:00:00Z') },
  )
}, 300_000)

function reportIn(folder: string): Report {
  return JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8'))
}

async function report(...options: readonly string[]) {
  return vaxcert(['report', '--as-of', '2022-05-31', ...options], { cwd })
}

describe('Thái Nguyên of 31 May 2022, a hundredth of it', () => {
  it('comes out in every figure', () => {
    expect(figures.filter(({ expected, computed }) => expected !== computed)).toEqual([])
    expect(figures).toContainEqual({ name: 'entered of given, %', expected: '94.24', computed: '94.24' })
    expect(figures).toContainEqual({ name: 'doses entered', expected: '27565', computed: '27565' })
  })

  it('adds up to the whole at every level and class', () => {
    const { units, byClass, doses } = reportIn('report')
    for (const level of [...Object.values(units), byClass]) {
      for (const step of ['given', 'entered', 'signed', 'listed'] as const) {
        expect(level.reduce((sum, unit) => sum + Number(unit.doses[step]), 0)).toBe(doses[step])
      }
    }
    expect(units.district.filter(({ code }) => code !== undefined)).toHaveLength(1)
  })

  it('leaves a page, a table and JSON, in which no person and no dose stands', () => {
    expect(readdirSync(join(cwd, 'report')).toSorted()).toEqual(['report.csv', 'report.html', 'report.json'])
    const ids = readFileSync(join(cwd, 'sample', 'signed.csv'), 'utf8')
      .split('\r\n')
      .slice(1, 500)
    for (const name of readdirSync(join(cwd, 'report'))) {
      const text = readFileSync(join(cwd, 'report', name), 'utf8')
      expect(ids.filter((id) => id !== '' && text.includes(id))).toEqual([])
      expect(text).not.toMatch(/\bP0\d{7}\b|\b0\d{11}\b/)
    }
  })

  it('differs where a dose is lost', async () => {
    const counts = readFileSync(join(cwd, 'sample', 'counts.csv'), 'utf8').split('\r\n')
    writeFileSync(join(cwd, 'fewer.csv'), counts.toSpliced(1, 1).join('\r\n'))
    const { stdout } = await report('--counts', 'fewer.csv', '--out', 'fewer', '--json')
    expect(JSON.parse(stdout).doses.given).toBeLessThan(29_249)
  })
})

describe('vaxcert report', () => {
  it('tells only what was measured', async () => {
    const { code, stdout, stderr } = await report('--counts', 'sample/counts.csv', '--out', 'given')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.match(/not measured/g)).toHaveLength(4)
    expect(reportIn('given')).toMatchObject({ doses: { given: 29_249 }, backlogs: [], shares: [], persons: {} })
  })

  it('takes what match found right, and what it says of the others', async () => {
    mkdirSync(join(cwd, 'matched'))
    const [heading = '', ...rows] = readFileSync(join(cwd, 'cleansed', 'clean.csv'), 'utf8').split('\r\n')
    writeFileSync(join(cwd, 'matched', 'right.csv'), [heading, ...rows.slice(0, 100), ''].join('\r\n'))
    const summary = { doses: 110, right: 100, wrong: 6, unknown: 3, elsewhere: 1, byClass: { B: 4, D: 2 } }
    writeFileSync(join(cwd, 'matched', 'summary.json'), JSON.stringify(summary))
    const { code } = await report('--cleansed', 'cleansed', '--matched', 'matched', '--out', 'right')
    expect(code).toBe(0)
    expect(reportIn('right')).toMatchObject({ doses: { verified: 100 }, match: { wrong: 6, byClass: { B: 4 } } })
  })

  it('takes confirmed doses from a table, and from confirmations with a remark that no seal was checked', async () => {
    writeFileSync(join(cwd, 'confirmed.csv'), 'dose_id\r\nD1\r\nD2\r\nD2\r\n')
    await report('--confirmed', 'confirmed.csv', '--out', 'by-table')
    expect(reportIn('by-table')).toMatchObject({
      doses: { confirmed: 2 },
      remarks: [{ code: 'confirmed-strangers', doses: 2 }],
    })
    mkdirSync(join(cwd, 'confirmations'))
    writeFileSync(join(cwd, 'confirmations', 'one.json'), '{"statement": 1}')
    const { code, stderr } = await report('--confirmed', 'confirmations', '--out', 'by-seal')
    expect([code, stderr]).toEqual([2, expect.stringContaining('not a confirmation')])
    rmSync(join(cwd, 'confirmations', 'one.json'))
    await report('--confirmed', 'confirmations', '--out', 'by-seal')
    expect(reportIn('by-seal')).toMatchObject({ doses: { confirmed: 0 }, remarks: [{ code: 'seals-unchecked' }] })
  })

  it('tells the pace to a deadline from the reports of earlier days', async () => {
    const before = { ...reportIn('report'), asOf: '2022-05-21' }
    const open = before.backlogs.map((backlog) => ({ ...backlog, doses: backlog.doses + 100 }))
    writeFileSync(join(cwd, 'before.json'), JSON.stringify({ ...before, backlogs: open }))
    const sources = ['--counts', 'sample/counts.csv', '--cleansed', 'cleansed']
    await report(...sources, '--deadline', '2022-06-10', '--earlier', 'before.json', '--out', 'pace')
    const [burn] = reportIn('pace').burnDowns
    expect(burn).toMatchObject({ kind: 'not-entered', daysLeft: 10, donePerDay: 10, neededPerDay: 169 })
  })

  it('hides small counts of communes and all facilities in public', async () => {
    const lists = ['facilities', 'communes', 'districts'].flatMap((name) => [`--${name}`, `sample/${name}.csv`])
    await report('--cleansed', 'cleansed', ...lists, '--public', '--out', 'public')
    expect(reportIn('public')).toMatchObject({ isPublic: true, units: { facility: [] } })
    expect(readFileSync(join(cwd, 'public', 'report.html'), 'utf8')).not.toContain('Trạm Y tế')
  })

  it('refuses files of two runs in one folder, and leaves nothing of them', async () => {
    mkdirSync(join(cwd, 'mixed'))
    for (const name of ['clean', 'listed', 'refused', 'doubles'])
      writeFileSync(join(cwd, 'mixed', `${name}.csv`), readFileSync(join(cwd, 'cleansed', `${name}.csv`)))
    writeFileSync(join(cwd, 'mixed', 'summary.json'), '{"rows": 1, "clean": 1, "listed": 0, "refused": 0}')
    const { code, stderr } = await report('--cleansed', 'mixed', '--out', 'mixed-report')
    expect([code, stderr]).toEqual([2, expect.stringContaining('report.cleansed')])
    expect(existsSync(join(cwd, 'mixed-report', 'report.json'))).toBe(false)
    expect(existsSync(join(cwd, 'mixed-report', 'unfinished'))).toBe(false)
  })

  it.each([
    ['nothing to count', [], /Nothing to count/],
    ['a folder that is not there', ['--cleansed', 'nowhere'], /clean\.csv is not there/],
    ['a report that is none', ['--counts', 'sample/counts.csv', '--earlier', 'sample/counts.csv'], /report\.earlier/],
    ['a day that is none', ['--counts', 'sample/counts.csv', '--deadline', '1 June'], /2022-06-01/],
  ])('refuses %s', async (_, options, words) => {
    const { code, stderr } = await report(...options, '--out', 'refused')
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
  })
})
