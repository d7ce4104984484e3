import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uciHash } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../../empty-folder.ts'
import { sampleText, vaccination } from '../../sample-certificates.ts'
import { onNewRegister, trust, uvci } from './registers.ts'

const cwd = emptyFolder()
const text = await sampleText(vaccination)

describe('A facility', () => {
  const kid = Buffer.from(trust.signers[0]?.kid ?? []).toString('base64')
  const csv = `uvci,kid,facility,date,exp,note
A,${kid},F1,2021-08-01,2022-08-01,first day
B,${kid},F1,2021-08-14,1659312000,last day
C,${kid},F1,2021-08-15,2022-08-01,a day late
D,${kid},F2,2021-08-10,2022-08-01,next door
E,,F1,2021-08-10,,nobody knows who signed
`
  const days = ['--facility', 'F1', '--from', '2021-08-01', '--until', '2021-08-14', '--ledger', 'ledger']
  const revoked = (lines: readonly Record<string, string>[]) =>
    'ABCDE'.split('').filter((name) => lines.some(({ hash }) => hash === Buffer.from(uciHash(name)).toString('base64')))

  it('is revoked for its days, both ends included', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'ledger'), csv)
    expect((await revoke('add', ...days)).code).toBe(0)
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
    expect(lines().map(({ kid: own, until }) => [own === kid, until])).toEqual([
      [true, '2022-08-01'],
      [true, '2022-08-01'],
      [false, undefined],
    ])
  })

  it('is looked up in NDJSON too', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    const rows = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const [id, own, facility, date, exp] = row.split(',')
        return JSON.stringify({ uvci: id, kid: own || null, facility, date, exp: Number(exp) || exp })
      })
    writeFileSync(join(cwd, 'ledger'), `${rows.join('\n')}\n`)
    expect((await revoke('add', ...days)).code).toBe(0)
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('says so when rows cannot be read, and revokes the others', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(
      join(cwd, 'ledger'),
      `${csv}"F\nG,${kid},F1,2021-08-10,soon,\n,${kid},F1,2021-08-10,,\nH,zzz,F1,2021-08-10,,\n`,
    )
    const ran = await revoke('add', ...days)
    expect(ran).toMatchObject({
      code: 1,
      stderr: 'vaxcert: 4 rows of the ledger cannot be read, the first on line 7.\n',
    })
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('takes no short number for an end that has long passed', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'ledger'), `${csv}F,${kid},F1,2021-08-10,20220801,\n`)
    const ran = await revoke('add', ...days)
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('1 rows of the ledger cannot be read') })
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('says which of what was meant may be missing', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'ledger'), `${csv}F,${kid},F1,,2022-08-01,\n`)
    const undated = await revoke('add', ...days)
    expect(undated).toMatchObject({ code: 1, stderr: 'vaxcert: rows of the facility without a date, not taken: 1.\n' })
    const unknown = await revoke('add', '--exact', '--uvci', 'D', 'Z', '--ledger', 'ledger')
    expect(unknown).toMatchObject({
      code: 1,
      stderr: 'vaxcert: identifiers that the ledger does not know, not taken: 1.\n',
    })
    expect(revoked(lines())).toEqual(['A', 'B', 'D', 'E'])
  })

  it('that the ledger does not know is no reason to be content', async () => {
    const { revoke } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'ledger'), csv)
    const ran = await revoke('add', ...days.with(1, 'F9'))
    expect(ran).toMatchObject({ code: 1, stderr: 'vaxcert: no row of the ledger is meant.\n' })
  })

  it('may be left out: the ledger also tells who signed an identifier', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'ledger'), `{"uvci":"${uvci}","text":"${text}"}\n`)
    expect((await revoke('add', '--uvci', '01:VN:4JBSWY3DPEHPK3PXPABC', '--ledger', 'ledger')).code).toBe(0)
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatchObject({ hash: Buffer.from(uciHash(uvci)).toString('base64'), until: '2023-06-01' })
    expect(lines()[0]?.kid).toBeDefined()
  })
})
