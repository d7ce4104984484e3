import { readFileSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { confirmSteps, recordSteps } from '../../src/demo/demo-steps.ts'
import { findSampleFiles } from '../../src/demo/sample-files.ts'
import { writeSigningUnits } from '../../src/demo/signing-unit.ts'
import { sampleAuthority } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'
import { cleanDose, PERSONAL, table } from './clean-doses.ts'
import { confirm, ministry, planner, planOf } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = emptyFolder()
const ledger = testLedger()

interface Planned {
  readonly rows: number
  readonly planned: number
  readonly held: Readonly<Record<string, number>>
  readonly id?: number
}

const confirmed = [
  cleanDose('D1'),
  cleanDose('D2'),
  cleanDose('D3', { facility: '24002' }),
  cleanDose('D4'),
  cleanDose('D5', { dose_number: '' }),
  cleanDose('D6', { person_id: 'P-D2', dose_date: '2021-09-02', dose_number: '2' }),
]
const rows = [...confirmed, cleanDose('D1'), cleanDose('D4', { dose_date: '2021-08-05' }), cleanDose('D7')]
const held = { 'confirm.none': 1, 'confirm.open': 1, 'dose.conflict': 2, 'dose.duplicate': 1, 'gate.cleansed': 1 }

describe('vaxcert batch plan', () => {
  const office = ministry(root, ledger)
  beforeAll(async () => {
    await confirm(office, 'doses', confirmed, ['D3'])
    office.keep('doses.csv', table(rows))
  })

  it('tells what it would cost, and keeps nothing of a rehearsal', async () => {
    const told = await office.run(planOf(office, 'doses', '--dry-run', '--rate', '100'))
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toContain('9 rows: 3 planned\n')
    expect(told.stdout).toContain('  2 held: another row of the same dose says something else: ')
    expect(told.stdout).toMatch(/Of 3 certificates: .* 3 of version 17 \(85 modules\)\n/)
    expect(told.stdout).toContain('hours of signing, at 100 a second\nThis was a rehearsal')
    const dry = await office.done<Planned>(planOf(office, 'doses', '--dry-run'))
    expect(dry).toMatchObject({ rows: 9, planned: 3, held, facilities: [{ facility: '24001' }, { facility: '24002' }] })
    const none = await office.run(planOf(office, 'doses', '--dry-run', '--kind', 'correct'))
    expect(none.stdout).toContain('3 held: no certificate was planned for it that could be corrected')
    expect(none.stdout).not.toContain('characters')
  })

  it('holds what passes a limit, and raises an alarm', async () => {
    const busy = await office.run(planOf(office, 'doses', '--dry-run', '--per-day', '2'))
    expect(busy.stdout).toContain('ALARM: facility 24001, 2021-08-03: 3 doses, 3 are usual\n')
    expect(busy.stdout).toContain('(gate.facility-rate)')
    const cleared = await office.done<Planned>(
      planOf(office, 'doses', '--dry-run', '--per-day', '2', '--cleared', '24001'),
    )
    expect(cleared).toMatchObject({ planned: 3, held })
    const key = await office.done<Planned>(planOf(office, 'doses', '--dry-run', '--per-key', '1'))
    expect(key).toMatchObject({ planned: 1, held: { ...held, 'gate.blast-radius': 2 } })
  })

  it('counts nothing on a confirmation that was changed', async () => {
    const name = 'doses-confirmed/000001.json'
    const text = readFileSync(office.path(name), 'utf8')
    office.keep(name, text.replace('BS. Mẫu', 'BS. Khác'))
    const ran = await office.run(planOf(office, 'doses', '--dry-run', '--json'))
    office.keep(name, text)
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(`vaxcert: ${name} is refused: `) })
    expect(JSON.parse(ran.stdout)).toMatchObject({ planned: 0 })
  })

  it('plans with a document signer that may sign vaccinations, and with no other', async () => {
    const ran = await office.run(planOf(office, 'doses', '--dsc', `${keysSample}/dsc-test.pem`))
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('(gate.usage)') })
  })

  it('plans each dose once, whatever is said again', async () => {
    const first = await office.run(planOf(office, 'doses', '--json'))
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(first.stdout)).toMatchObject({
      ...{ rows: 9, planned: 3, held, id: 1, chunks: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      manifest: { kind: 'issue', rows: 9, planned: 3, held, by: 'Phạm Văn Mẫu', kid: 'zuAwLC1Zhrk=' },
    })
    const again = await office.run(planOf(office, 'doses'))
    expect(again).toMatchObject({ code: 1, stderr: '' })
    expect(again.stdout).toContain('  4 held: the same dose came before')
    expect(again.stdout).toContain('Nothing is planned, and no batch was made.\n')
    for (const text of [first.stdout, again.stdout]) expect(text).not.toMatch(PERSONAL)
  })

  it('plans what was corrected as the next version, and only when told so', async () => {
    await confirm(office, 'corrected', [cleanDose('D1', { full_name: 'Hoàng Thị Yến Mẫu' }), cleanDose('D8')])
    expect(await office.run(planOf(office, 'corrected', '--dry-run', '--json'))).toMatchObject({
      stdout: expect.stringContaining('"planned":1,"held":{"dose.conflict":1}'),
    })
    const correct = await office.done<Planned>(planOf(office, 'corrected', '--kind', 'correct'))
    expect(correct).toMatchObject({ planned: 1, held: { 'dose.unknown': 1 }, id: 2, manifest: { kind: 'correct' } })
  })

  it('makes a ledger that its owner alone may look into', async () => {
    const own = ministry(root, () => ['--ledger', 'own'])
    await confirm(own, 'doses', [cleanDose('D1')])
    expect(await own.done(planOf(own, 'doses'))).toMatchObject({ planned: 1, id: 1 })
    expect(statSync(own.path('own')).mode & 0o777).toBe(0o700)
  })
})

describe('vaxcert batch plan of a sample', () => {
  const office = ministry(root, ledger)
  const sample = findSampleFiles({ ...process, cwd: office.path('.'), now: () => new Date() })
  const linesOf = (name: string) => readFileSync(office.path(name), 'utf8').trimEnd().split('\n')
  const right = ['--confirmation', 'confirmations/000001.json', '--units', 'units.json', '--ca', sample.facility]
  const plan = (doses: string) =>
    office.done<Planned>([
      ...['batch', 'plan', doses, ...right, '--identities', 'matched/identities.csv', ...planner, '--dry-run'],
      ...['--source', 'sample', ...ledger()],
    ])

  /** With fewer doses than the demo has: held against the truth, which costs exit code 1, one more may have been missed. */
  async function follow(argv: readonly string[]) {
    const { code, stderr } = await office.run(argv.map((word) => (word === '1000' ? '160' : word)))
    expect(code, stderr).not.toBe(2)
  }

  it('plans what an office has confirmed, as vaxcert issue certifies it, and loses no row', async () => {
    for (const { argv } of recordSteps('.')) await follow(argv)
    writeSigningUnits(office.path('.'), `${keysSample}/facility.pem`)
    for (const { argv } of confirmSteps('.', sample)) await follow(argv)
    const told = await plan('confirmed/confirmed.csv')
    await office.run(['issue', 'confirmed/confirmed.csv', ...sampleAuthority, '--out', 'issued'])
    expect(told.planned).toBeGreaterThan(40)
    expect(told.planned).toBe(linesOf('issued/certificates.ndjson').length)
    const whole = await plan('cleansed/clean.csv')
    expect(whole.rows).toBe(linesOf('cleansed/clean.csv').length - 1)
    expect(whole.rows).toBe(whole.planned + Object.values(whole.held).reduce((sum, many) => sum + many, 0))
    expect(whole.rows).toBeGreaterThan(told.rows)
  })
})
