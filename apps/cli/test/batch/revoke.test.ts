import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../empty-folder.ts'
import { cleanDose, PERSONAL } from './clean-doses.ts'
import { issue, ministry } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = emptyFolder()
const ledger = testLedger()
const office = ministry(root, ledger)

interface Line {
  readonly dose_id: string
  readonly uvci: string
}

/** What may be given out, by dose. */
async function exported(out: string): Promise<ReadonlyMap<string, string>> {
  await office.done(['batch', 'export', '1', '--by', 'facility', '--out', out, ...ledger()])
  const files = readdirSync(office.path(out)).filter((name) => name.endsWith('.ndjson'))
  const lines = files.flatMap((name) =>
    readFileSync(office.path(`${out}/${name}`), 'utf8')
      .split('\n')
      .filter(Boolean),
  )
  return new Map(lines.map((line) => JSON.parse(line) as Line).map(({ dose_id, uvci }) => [dose_id, uvci]))
}

const revoke = (...which: readonly string[]) => [
  ...['batch', 'revoke', ...which, '--reason', 'fraud', '--by', 'Trần Văn Mẫu', '--register', 'revoked.ndjson'],
  ...ledger(),
]
const register = () => readFileSync(office.path('revoked.ndjson'), 'utf8')
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

describe('vaxcert batch revoke', () => {
  let uvcis: ReadonlyMap<string, string>
  beforeAll(async () => {
    const rows = [
      cleanDose('D1'),
      cleanDose('D2'),
      cleanDose('D3', { facility: '24002' }),
      cleanDose('D4', { facility: '24002', dose_date: '2021-08-20', entry_date: '2021-08-21' }),
      cleanDose('D5'),
    ]
    await issue(office, 'doses', rows)
    uvcis = await exported('before')
  }, 240_000)

  it('revokes by identifier, once, and says what the ledger does not know', async () => {
    office.keep('uvcis.txt', `${uvcis.get('D1')}\r\nURN:UVCI:01:VN:NOBODY\n`)
    const ran = await office.run(revoke('--uvcis', 'uvcis.txt'))
    expect(ran).toMatchObject({ code: 1, stderr: '' })
    expect(ran.stdout).toBe(
      '1 certificate revoked; 1 entered in the register\n' +
        '1 that the ledger does not know: revoke them with vaxcert revoke add\n',
    )
    expect(JSON.parse(register())).toMatchObject({ act: 'add', reason: 'fraud', kid: 'zuAwLC1Zhrk=' })
    expect(register()).not.toContain(uvcis.get('D1'))
    office.keep('uvcis.txt', `${uvcis.get('D1')}\n`)
    const again = await office.run(revoke('--uvcis', 'uvcis.txt'))
    expect(again).toMatchObject({
      code: 0,
      stdout: '0 certificates revoked, 1 were before; 0 entered in the register\n',
    })
  })

  it('revokes nothing while somebody else changes the register, or where there is none to be read', async () => {
    office.keep('doses.txt', 'D5\n')
    office.keep('revoked.ndjson.lock', `${process.pid}\n`)
    const held = await office.run(revoke('--doses', 'doses.txt'))
    expect(held).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is changing the register') })
    rmSync(office.path('revoked.ndjson.lock'))
    const before = register()
    office.keep('revoked.ndjson', 'no line of a register\n')
    const spoilt = await office.run(revoke('--doses', 'doses.txt'))
    expect(spoilt).toMatchObject({ code: 2, stderr: expect.stringContaining('is not one of a register') })
    expect(existsSync(office.path('revoked.ndjson.lock'))).toBe(false)
    office.keep('revoked.ndjson', before)
    expect((await exported('held')).has('D5')).toBe(true)
  })

  it('revokes by dose, by days of a facility, and by days of a key', async () => {
    office.keep('doses.txt', 'D2\n')
    expect(await office.done(revoke('--doses', 'doses.txt'))).toMatchObject({ revoked: 1, entered: 1, unknown: 0 })
    const other = await office.run([...revoke('--doses', 'doses.txt', '--source', 'another'), '--json'])
    expect([other.code, JSON.parse(other.stdout)]).toMatchObject([1, { revoked: 0, unknown: 1 }])
    const days = ['--first', '2021-08-01', '--last', '2021-08-14']
    expect(await office.done(revoke('--facility', '24002', ...days))).toMatchObject({ revoked: 1, already: 0 })
    const issued = ['--first', daysAgo(1), '--last', daysAgo(0), '--days', 'issued']
    expect(await office.done(revoke('--facility', '24002', ...issued))).toMatchObject({ revoked: 1, already: 1 })
    expect(await office.done(revoke('--kid', 'zuAwLC1Zhrk=', ...days))).toMatchObject({ revoked: 0, already: 0 })
    expect(register().trim().split('\n')).toHaveLength(4)
  })

  it('gives out nothing more of what is revoked', async () => {
    expect([...(await exported('after')).keys()]).toEqual(['D5'])
  })

  it('finds nothing that was replaced where nothing was corrected', async () => {
    expect(await office.done(revoke('--replaced'))).toMatchObject({ revoked: 0, already: 0, entered: 0 })
  })

  it.each([
    ['nothing', [], 'Say which, in one way'],
    ['two ways', ['--replaced', '--facility', '24001'], 'Say which, in one way'],
    ['a facility without days', ['--facility', '24001'], 'It needs --first and --last'],
    ['a day that is none', ['--facility', '24001', '--first', '2021-02-30', '--last', 'x'], 'It needs --first and'],
    ['a kid that is none', ['--kid', 'zuAw'], 'Not a kid: 8 bytes in base64.'],
  ])('wants to know which: %s', async (_, which, sentence) => {
    const ran = await office.run(revoke(...which))
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) })
  })

  it('tells nothing of a person, not even in the register', () => {
    expect(register()).not.toMatch(PERSONAL)
    expect(register()).not.toMatch(/D\d|2400/)
  })
})
