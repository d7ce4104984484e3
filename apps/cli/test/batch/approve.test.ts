import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../empty-folder.ts'
import { cleanDose, PERSONAL } from './clean-doses.ts'
import { type Approvable, approveOf, approverKeys, confirm, ministry, planner, planOf } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = emptyFolder()
const ledger = testLedger()
const office = ministry(root, ledger)
const show = (batch: number) => ['batch', 'approve', `${batch}`, ...ledger()]
const [first, second, planning] = approverKeys

describe('vaxcert batch approve', () => {
  let batch: Approvable
  beforeAll(async () => {
    await confirm(office, 'doses', [cleanDose('D1'), cleanDose('D2')], ['D2'])
    batch = await office.done<Approvable>(planOf(office, 'doses'))
  })

  it('shows what there is to approve', async () => {
    const { code, stdout } = await office.run(show(batch.id))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Batch 1 \(issue\), planned\nplanned by Phạm Văn Mẫu at 2022-06-01T12:00:00\.000Z\n/)
    expect(stdout).toContain('2 rows: 1 planned\n  1 held: its identity is not verified')
    expect(stdout).toMatch(new RegExp(`\\ndigest: ${batch.digest}\\n$`))
    expect(stdout).not.toMatch(PERSONAL)
    expect(await office.done(show(batch.id))).toMatchObject({ batch: 1, state: 'planned', manifest: { planned: 1 } })
  })

  it.each([
    ['by the one who planned it', () => approveOf(office, batch, planning), 'approve.planner'],
    ['by whoever the register does not name', () => approveOf(office, batch, 'dsc-test'), 'approve.register'],
    ['of another digest', () => approveOf(office, { ...batch, digest: '0'.repeat(64) }, first), 'approve.digest'],
    ['of a batch that is none', () => approveOf(office, { ...batch, id: 9 }, first), 'approve.unknown'],
  ])('takes no approval %s', async (_, argv, code) => {
    const ran = await office.run(argv())
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(`(${code}).\n`) })
    expect(await office.done(show(batch.id))).toMatchObject({ state: 'planned' })
  })

  it('takes no approval without a digest, nor from a folder that is no ledger', async () => {
    const without = await office.run([...show(batch.id), '--key', 'x'])
    expect(without).toMatchObject({ code: 2, stderr: 'vaxcert: --key goes with --approvers and --digest.\n' })
    const nowhere = await office.run(['batch', 'approve', '1', '--ledger', 'nowhere'])
    expect(nowhere).toMatchObject({ code: 2, stderr: 'vaxcert: nowhere is not a folder.\n' })
    expect(existsSync(office.path('nowhere'))).toBe(false)
  })

  it('wants two people, each once', async () => {
    const one = await office.run(approveOf(office, batch, first))
    const sentence = 'Batch 1: approved by Lê Thị Mẫu, 1 approval; one more is needed\n'
    expect(one).toEqual({ code: 0, stdout: sentence, stderr: '' })
    const again = await office.run(approveOf(office, batch, first))
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('(approve.again)') })
    const two = await office.done(approveOf(office, batch, second))
    expect(two).toEqual({ batch: 1, by: 'Đỗ Văn Mẫu', approvals: 2, isApproved: true })
    expect(await office.done(show(batch.id))).toMatchObject({ state: 'approved' })
  })
})

describe('vaxcert batch standing', () => {
  it('plans an approval for single doses, which two people approve as any other', async () => {
    const argv = ['batch', 'standing', '--per-day', '10', '--until', '2022-12-31', ...planner, ...ledger()]
    const { code, stdout } = await office.run(argv)
    const [, id, digest = ''] = /^Batch (\d+), a standing approval, .+\nIts digest: (\w{64})\n$/.exec(stdout) ?? []
    const standing = { id: Number(id), digest }
    expect([code, standing.id]).toEqual([0, 2])
    expect((await office.run(show(standing.id))).stdout).toContain(
      '\na standing approval: 10 doses a day, until 2022-12-31\n',
    )
    expect((await office.run(approveOf(office, standing, planning))).stderr).toContain('(approve.planner)')
    for (const key of [first, second]) await office.done(approveOf(office, standing, key))
    expect(await office.done(show(standing.id))).toMatchObject({ state: 'approved', manifest: { kind: 'single' } })
  })

  it.each([
    ['--per-day', '0'],
    ['--until', 'Friday'],
  ])('takes no %s %s', async (option, value) => {
    const argv = ['batch', 'standing', '--per-day', '10', '--until', '2022-12-31', ...planner, option, value]
    expect(await office.run([...argv, ...ledger()])).toMatchObject({ code: 2, stdout: '' })
  })
})
