import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()

async function sample(out: string, ...options: readonly string[]) {
  const { code, stdout, stderr } = await vaxcert(['sample', '--out', out, '--json', ...options], { cwd })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Record<string, number>
}

function digests(folder: string): readonly string[] {
  return readdirSync(join(cwd, folder)).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(cwd, folder, name)))
        .digest('hex')}`,
  )
}

function rowsOf(...path: readonly string[]): readonly string[] {
  return readFileSync(join(cwd, ...path), 'utf8')
    .split('\r\n')
    .slice(1, -1)
}

describe('a sample', () => {
  it('is the same, byte for byte, for the same seed, and another one for another', async () => {
    const options = ['--doses', '600', '--dirt', 'harsh']
    await sample('one', ...options, '--seed', '11')
    await sample('two', ...options, '--seed', '11')
    await sample('three', ...options, '--seed', '12')
    expect(digests('two')).toEqual(digests('one'))
    expect(digests('three')).not.toEqual(digests('one'))
  })

  it('counts every dose on paper, and says of every row whose it is', async () => {
    const { given, rows = 0 } = await sample('counted', '--doses', '900', '--seed', '2')
    const counted = rowsOf('counted', 'counts.csv').map((line) => Number(line.split(',')[3]))
    expect(given).toBe(900)
    expect(counted.reduce((sum, number) => sum + number, 0)).toBe(900)
    expect(rowsOf('counted', 'doses.csv')).toHaveLength(rows)
    const truth = readFileSync(join(cwd, 'counted', 'truth.ndjson'), 'utf8')
      .trim()
      .split('\n')
    const people = truth.map((line) => JSON.parse(line)).filter((line) => 'person' in line && 'row' in line)
    expect(people.map(({ row }) => row)).toEqual(Array.from({ length: rows }, (_, at) => at + 1))
  })

  it('is never written over unasked', async () => {
    await sample('kept', '--doses', '20')
    const again = await vaxcert(['sample', '--doses', '20', '--out', 'kept'], { cwd })
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('--force')
  })

  it('needs a number of doses or a province to be like', async () => {
    expect((await vaxcert(['sample', '--out', 'none'], { cwd })).code).toBe(2)
    expect((await vaxcert(['sample', '--out', 'none', '--doses', '0'], { cwd })).code).toBe(2)
  })
})

describe('a sample like Thái Nguyên', () => {
  // Report 2102/BC-SYT: 2,924,867 given, 2,756,537 entered, 2,496,793 signed; 2,628 reports, 200,763 people verified.
  it('has its figures of 31 May 2022, divided and rounded', async () => {
    const tally = await sample('thai-nguyen', '--like', 'thai-nguyen', '--scale', '1000')
    expect(tally).toMatchObject({ given: 2925, rows: 2757, signed: 2497, verified: 201, feedback: 3, doubles: 0 })
    expect(rowsOf('thai-nguyen', 'doses.csv')).toHaveLength(2757)
    expect(new Set(rowsOf('thai-nguyen', 'signed.csv')).size).toBe(2497)
    expect(new Set(rowsOf('thai-nguyen', 'verified.csv')).size).toBe(201)
    expect(rowsOf('thai-nguyen', 'feedback.csv')).toHaveLength(3)
  })
})
