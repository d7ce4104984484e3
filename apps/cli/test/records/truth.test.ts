import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()

type Line = Record<string, unknown>
type Changes = ReadonlyMap<number, (line: Line) => readonly Line[]>

async function sample(folder: string, dirt: string, seed: number, doses: number): Promise<void> {
  await vaxcert(['sample', '--doses', `${doses}`, '--seed', `${seed}`, '--dirt', dirt, '--out', folder], { cwd })
}

/** Cleanses a sample with all its lists and holds it against a truth: its own, or one that was changed. */
async function scored(folder: string, truth = 'truth.ndjson') {
  const names = ['lots', 'facilities', 'communes', 'cancelled', 'counts']
  const lists = names.flatMap((name) => [`--${name}`, `${folder}/${name}.csv`])
  const known = ['--decisions', `${folder}/decisions.json`, '--truth', `${folder}/${truth}`, '--today', '2022-05-31']
  const out = ['--out', `${folder}/out-${truth}`, '--json']
  const { stdout, code } = await vaxcert(['cleanse', `${folder}/doses.csv`, ...out, ...lists, ...known], { cwd })
  return { code, ...JSON.parse(stdout) }
}

describe.each([
  ['real', 9101],
  ['harsh', 9102],
  ['strange', 9103],
])('a province of %s dirt that nobody looked at', (dirt, seed) => {
  it('keeps every row, fixes nothing wrongly, misses nothing, and tells of little else', async () => {
    await sample(dirt, dirt, seed, 6_500)
    const summary = await scored(dirt)
    expect(summary).toMatchObject({ wrongFixes: 0, wrongByRule: {}, missed: 0, missedByRule: {}, notJudged: {} })
    expect(summary.falseFindings).toBeLessThanOrEqual(summary.rows * 0.005)
    expect(summary.clean + summary.listed + summary.refused).toBe(summary.rows)
    const { wrongMerges, byRule } = summary.doubles
    expect(wrongMerges).toBe(0)
    for (const rule of ['DU-01', 'DU-05']) {
      expect(byRule[rule].planted).toBeGreaterThan(10)
      expect(byRule[rule].found / byRule[rule].planted).toBeGreaterThanOrEqual(0.99)
    }
  }, 180_000)
})

describe('the scoring', () => {
  let truth: readonly Line[] = []
  beforeAll(async () => {
    await sample('small', 'real', 77, 2_500)
    truth = readFileSync(join(cwd, 'small/truth.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  })

  /** Another truth of the same rows; a line at each place is changed, or left out. */
  async function told(name: string, changes: Changes) {
    const lines = truth.flatMap((line, at) => changes.get(at)?.(line) ?? [line])
    writeFileSync(join(cwd, 'small', name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return scored('small', name)
  }

  /** The first error of a rule; of different rows where there are several. */
  const errorOf = (rule: string, nth = 0): number =>
    truth.flatMap((line, at) => (line.rule === rule && 'field' in line ? [at] : []))[nth] ?? -1
  const rowOf = (at: number): number => truth.findIndex((line) => line.row === truth[at]?.row && 'person' in line)

  it('finds nothing against the rules in the truth itself', async () => {
    expect(await told('same', new Map())).toMatchObject({ code: 0, wrongFixes: 0, missed: 0, falseFindings: 0 })
  }, 60_000)

  it('tells what is missed, false, wrongly fixed, wrongly read and wrongly merged', async () => {
    const double = truth.findIndex((line) => line.rule === 'DU-01')
    const clean = truth.findIndex((line, at) => 'birth_date' in line && !('field' in (truth[at + 1] ?? {})))
    const error = { row: truth[clean]?.row, rule: 'DS-09', field: 'lot', planted: 'a', right: 'b' }
    const score = await told(
      'other',
      new Map<number, (line: Line) => readonly Line[]>([
        [clean, (line: Line) => [{ ...line, birth_date: '1901-02-03' }, error]],
        [errorOf('CT-02'), () => []],
        [errorOf('CT-02', 9), (line: Line) => [{ ...line, rule: 'CT-01', right: line.planted }]],
        [errorOf('PN-03'), (line: Line) => [{ ...line, right: 'Đỗ Văn Khác' }]],
        [rowOf(double), (line: Line) => [{ ...line, person: 999_999 }]],
      ]),
    )
    expect(score).toMatchObject({
      ...{ code: 1, missedByRule: { 'DS-09': 1 }, falseByRule: { 'CT-02': 2 } },
      ...{ wrongByRule: { reading: 1, 'PN-03': 1, 'DU-01': 1 }, doubles: { wrongMerges: 1 } },
    })
  }, 60_000)

  it('counts a double that nobody tells as not found', async () => {
    const at = truth.findIndex((line) => line.rule === 'DU-01')
    const of = truth[at]?.double_of === 1 ? 2 : 1
    const { doubles } = await told('unfound', new Map([[at, (line: Line) => [{ ...line, double_of: of }]]]))
    expect(doubles.planted - doubles.found).toBe(1)
  }, 60_000)
})
