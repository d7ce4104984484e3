import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'
import { cleanDose } from './clean-doses.ts'
import { type Approvable, confirm, issue, ministry, planner, planOf } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = emptyFolder()
const ledger = testLedger()
const office = ministry(root, ledger)
const forget = (batch: number, output: string, ...more: readonly string[]) => [
  ...['batch', 'forget', `${batch}`, '--output', output, ...ledger(), ...more],
]
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
const renewable = async () => {
  const before = inDays(400).toISOString().slice(0, 10)
  const how = ['--before', before, '--per-day', '10', ...planner, '--dry-run', '--json', ...ledger()]
  const { code, stdout } = await office.run(['batch', 'renew', ...how], inDays(340))
  return { code, ...(JSON.parse(stdout) as { readonly due: number; readonly forgotten: number }) }
}
const exportTo = (batch: number, out: string) =>
  office.done(['batch', 'export', `${batch}`, '--out', out, '--form', 'ndjson', ...ledger()])
const listIn = (out: string) => {
  const name = readdirSync(office.path(out)).find((file) => file.endsWith('.ndjson')) ?? ''
  return { name: `${out}/${name}`, text: readFileSync(office.path(`${out}/${name}`), 'utf8') }
}

describe('vaxcert batch forget', () => {
  beforeAll(async () => {
    await issue(office, 'doses', [cleanDose('D1'), cleanDose('D2')])
    await issue(office, 'others', [cleanDose('D3')])
    for (const batch of [1, 2]) await exportTo(batch, `out-${batch}`)
  }, 240_000)

  it.each([
    ['without --yes', () => forget(1, 'out-1'), 'It cannot be undone: give --yes as well.'],
    ['without an output', () => forget(1, 'nowhere', '--yes'), 'nowhere is not a folder.'],
    ['by the output of another batch', () => forget(1, 'out-2', '--yes'), 'out-2 is the output of batch 2.'],
    ['of a batch that is none', () => forget(9, 'out-1', '--yes'), 'There is no batch 9.'],
  ])('forgets nothing %s', async (_, argv, sentence) => {
    expect(await office.run(argv())).toEqual({ code: 2, stdout: '', stderr: `vaxcert: ${sentence}\n` })
    expect(await renewable()).toMatchObject({ due: 3, forgotten: 0 })
  })

  it('forgets nothing of a batch that is not issued', async () => {
    await confirm(office, 'waiting', [cleanDose('D9')])
    const { id } = await office.done<Approvable>(planOf(office, 'waiting'))
    const ran = await office.run(forget(id, 'out-1', '--yes'))
    expect(ran).toMatchObject({ code: 2, stderr: `vaxcert: Batch ${id} is not issued as a whole: 1 dose left.\n` })
  })

  it('forgets nothing where a certificate is missing in the output, or another', async () => {
    cpSync(office.path('out-1'), office.path('spoilt'), { recursive: true })
    const { name, text } = listIn('spoilt')
    const [one = '', two = ''] = text.split('\n')
    for (const [changed, found] of [
      [`${one}\n`, 1],
      [`${one}\n${one}\n`, 2],
      [`${one}\n${two.replace('HC1:', 'HC1:0')}\n`, 1],
    ] as const) {
      office.keep(name, changed)
      const ran = await office.run(forget(1, 'spoilt', '--yes', '--json'))
      expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([1, { forgotten: 0, found }])
    }
    expect((await office.run(forget(1, 'spoilt', '--yes'))).stdout).toContain('Nothing is forgotten.\n')
    expect(await renewable()).toMatchObject({ due: 3, forgotten: 0 })
  })

  it('forgets the doses of its batch, whose certificates can still be exported and proven, but not renewed', async () => {
    const ran = await office.run(forget(1, 'out-1', '--yes'))
    expect(ran).toEqual({ code: 0, stdout: 'Batch 1: the payloads of 2 doses are forgotten\n', stderr: '' })
    expect(await renewable()).toMatchObject({ code: 1, due: 1, forgotten: 2 })
    await exportTo(1, 'once-more')
    expect(listIn('once-more').text).toBe(listIn('out-1').text)
    const sound = ['--trust', `${keysSample}/dsc-vaccination.pem`, '--log-key', 'log.vkey', '--output', 'once-more']
    expect(await office.done(['batch', 'verify', ...sound, ...ledger()])).toMatchObject({ kind: 'sound' })
    const again = await office.done(forget(1, 'out-1', '--yes'))
    expect(again).toEqual({ batch: 1, forgotten: 0, released: 2, refused: 0, found: 0, absent: 0 })
  })

  it('knows a dose that was forgotten when it comes again, and a change in it', async () => {
    expect((await office.run(planOf(office, 'doses', '--json'))).stdout).toContain('"held":{"dose.duplicate":2}')
    await confirm(office, 'changed', [cleanDose('D1', { full_name: 'Hoàng Thị Yến Mẫu' })])
    expect((await office.run(planOf(office, 'changed', '--json'))).stdout).toContain('"held":{"dose.conflict":1}')
  })

  it('no longer knows on which days doses were given, and says so when they are to be revoked', async () => {
    const by = ['--reason', 'fraud', '--by', 'Trần Văn Mẫu', '--register', 'revoked.ndjson', ...ledger()]
    const days = ['--first', '2021-08-01', '--last', '2021-08-14']
    const { code, stdout } = await office.run(['batch', 'revoke', '--facility', '24001', ...days, ...by])
    expect(code).toBe(1)
    expect(stdout).toContain('2 of the facility whose days are forgotten: revoke them with --days issued\n')
  })
})
