import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../empty-folder.ts'
import { cleanDose, PERSONAL } from './clean-doses.ts'
import { type Approvable, approveOf, approverKeys, issue, ministry, planner } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = emptyFolder()
const ledger = testLedger()
const office = ministry(root, ledger)

const DAY = 86_400_000
const START = Date.now()
/** Certificates are issued now, by the true clock, for a year; this is so many days after it. */
const inDays = (days: number) => new Date(START + days * DAY)
const dayOf = (date: Date) => date.toISOString().slice(0, 10)
const renew = (...more: readonly string[]) => [
  ...['batch', 'renew', '--before', dayOf(inDays(400)), '--per-day', '1', ...planner, ...ledger(), ...more],
]

interface Renewal {
  readonly due: number
  readonly days: readonly { readonly day: string; readonly count: number }[]
  readonly batch?: Approvable & { readonly planned: number }
}

describe('vaxcert batch renew', () => {
  beforeAll(async () => {
    await issue(office, 'doses', [cleanDose('D1'), cleanDose('D2'), cleanDose('D3')])
    office.keep('revoked.txt', 'D3\n')
    const by = ['--reason', 'fraud', '--by', 'Trần Văn Mẫu', '--register', 'revoked.ndjson']
    await office.done(['batch', 'revoke', '--doses', 'revoked.txt', ...by, ...ledger()])
  }, 240_000)

  it('tells the days ahead, and keeps nothing of a rehearsal', async () => {
    const now = inDays(340)
    const told = await office.run(renew('--dry-run'), now)
    const lines = told.stdout.split('\n')
    expect([told.code, lines[0], lines.length]).toEqual([0, '2 certificates to be renewed', 4])
    expect(lines[1]).toMatch(new RegExp(`^  ${dayOf(now)}: 1, until \\d{4}-\\d\\d-\\d\\d$`))
    expect(lines[2]).toMatch(new RegExp(`^  ${dayOf(inDays(341))}: 1, until `))
    const again = await office.done<Renewal>(renew('--dry-run'), now)
    expect(again).toMatchObject({ due: 2, forgotten: 0, days: [{ count: 1 }, { count: 1 }] })
    expect(again.batch).toBeUndefined()
  })

  it('is not due where nothing expires so soon', async () => {
    expect(await office.done(renew('--before', dayOf(inDays(300))), inDays(290))).toMatchObject({ due: 0, days: [] })
  })

  it("plans each day's share, which two people approve as any batch", async () => {
    const first = await office.done<Renewal>(renew(), inDays(340))
    expect(first).toMatchObject({ due: 2, batch: { planned: 1, manifest: { kind: 'renew', rows: 1 } } })
    expect((await office.done<Renewal>(renew(), inDays(340))).batch).toBeUndefined()
    const next = await office.run(renew(), inDays(341))
    expect(next.code).toBe(0)
    expect(next.stdout).toMatch(/\nBatch 3 with 1 waits for the approval of two people\.\nIts digest: [0-9a-f]{64}\n$/)
    expect((await office.done<Renewal>(renew(), inDays(342))).due).toBe(0)
    const { id = 0, digest = '' } = first.batch ?? {}
    for (const key of approverKeys.slice(0, 2)) await office.done(approveOf(office, { id, digest }, key))
    const shown = await office.run(['batch', 'approve', `${id}`, ...ledger()])
    expect(shown.stdout).toMatch(/^Batch 2 \(renew\), approved\n/)
    expect(next.stdout + shown.stdout).not.toMatch(PERSONAL)
  })
})
