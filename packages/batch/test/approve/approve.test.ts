import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { fingerprint } from '@vaxcert/records/confirm'
import { expect, it } from 'vitest'
import { approve, type PlannedBatch, plan, readApprovers, requireApproved } from '../../src/plan/index.ts'
import { AT, dose, each, options } from '../plan/invented.ts'
import { describeLedgers } from '../plan/planning-ledger.ts'

function sealer(name: string) {
  const read = (file: string) => {
    const path = fileURLToPath(new URL(`../../../../keys-sample/${file}.pem`, import.meta.url))
    return Buffer.from(readFileSync(path, 'latin1').replace(/-----[^-]+-----|\s/g, ''), 'base64')
  }
  const signer = memorySigner({ kid: new Uint8Array(8), algorithm: 'ES256', pkcs8: read(`${name}.key`) })
  return { signer, certificate: new Uint8Array(read(name)) }
}

const [one, two, three] = [sealer('root-1'), sealer('root-2'), sealer('root-3')]
const person = (name: string, { certificate }: typeof one, more = {}) => ({
  name,
  certificate: fingerprint(certificate),
  ...more,
})
const approvers = readApprovers({
  approvers: [person('Lê Thị Mẫu', one), person('Đỗ Văn Mẫu', two), person('LÊ  thị mẫu', three)],
})

describeLedgers('approval', ({ database }) => {
  async function planned(): Promise<PlannedBatch> {
    const other = { product: 'EU/1/20/1528', date: '2021-08-03', country: 'VN' }
    const { batch } = await plan(database(), each([dose(1), dose(2, { dose: other })]), options())
    if (batch === undefined) throw new Error('nothing planned')
    return batch
  }
  const by = ({ id, digest }: PlannedBatch, who: typeof one, other = {}) =>
    approve(database(), { batch: id, digest, ...who, approvers, at: AT, ...other })
  const required = ({ id }: PlannedBatch, who = approvers, now = AT) => requireApproved(database(), id, who, now)
  const state = async () => (await database().query('select state from vaxcert.batch'))[0]

  it('takes two people', async () => {
    const batch = await planned()
    expect(await by(batch, one)).toEqual({ by: 'Lê Thị Mẫu', approvals: 1, isApproved: false })
    await expect(required(batch)).rejects.toMatchObject({ code: 'approve.missing' })
    expect(await state()).toEqual({ state: 'planned' })
    expect(await by(batch, two)).toEqual({ by: 'Đỗ Văn Mẫu', approvals: 2, isApproved: true })
    expect(await state()).toEqual({ state: 'approved' })
    expect((await required(batch)).approvers).toEqual(['Lê Thị Mẫu', 'Đỗ Văn Mẫu'].toSorted())
  })

  it('takes nobody twice, whether by key or by name, and not the planner', async () => {
    const batch = await planned()
    await by(batch, one)
    for (const who of [one, three]) await expect(by(batch, who)).rejects.toMatchObject({ code: 'approve.again' })
    const planner = readApprovers({ approvers: [person('phạm văn MẪU', two)] })
    await expect(by(batch, two, { approvers: planner })).rejects.toMatchObject({ code: 'approve.planner' })
  })

  it('takes nobody twice by a name that only looks the same', async () => {
    const batch = await planned()
    await by(batch, two)
    for (const name of ['Đỗ\u200b Văn Mẫu', 'Đỗ Văn\u00a0Mẫu', '\u00d0ỗ Văn Mẫu', '\u0189ỗ\u034f Văn Mẫu\u202c']) {
      const register = readApprovers({ approvers: [person('Đỗ Văn Mẫu', two), person(name, three)] })
      await expect(by(batch, three, { approvers: register })).rejects.toMatchObject({ code: 'approve.again' })
    }
    for (const name of ['\u200b', ' \u2060 '])
      expect(() => readApprovers({ approvers: [person(name, three)] })).toThrowError('approve.register')
  })

  it('refuses a key of another, a stranger, one withdrawn, another digest, another batch', async () => {
    const batch = await planned()
    const mixed = { signer: two.signer, certificate: one.certificate }
    await expect(by(batch, mixed)).rejects.toMatchObject({ code: 'approve.seal' })
    await expect(by(batch, sealer('stranger'))).rejects.toMatchObject({ code: 'approve.register' })
    const gone = readApprovers({ approvers: [person('Lê Thị Mẫu', one, { until: '2022-05-01T00:00:00Z' })] })
    await expect(by(batch, one, { approvers: gone })).rejects.toMatchObject({ code: 'approve.not-valid' })
    await expect(by(batch, one, { digest: '0'.repeat(64) })).rejects.toMatchObject({ code: 'approve.digest' })
    await expect(by({ ...batch, id: 99 }, one)).rejects.toMatchObject({ code: 'approve.unknown' })
    expect(await database().query('select from vaxcert.approval')).toHaveLength(0)
  })

  it.each([
    [
      'the manifest',
      `update vaxcert.batch set manifest = replace(manifest, '"planned":2', '"planned":3')`,
      'approve.missing',
    ],
    ['a digest of a chunk', `update vaxcert.chunk set digest = '\\x00'`, 'approve.contents'],
    ['the bounds of a chunk', 'update vaxcert.chunk set last_no = last_no + 1', 'approve.contents'],
    ['a seal', `update vaxcert.approval set seal = replace(seal, 'ES256', 'PS256')`, 'approve.missing'],
    [
      'whose approval it is',
      `update vaxcert.approval set seal = (select min(seal) from vaxcert.approval)`,
      'approve.missing',
    ],
    ['the batch of an approval', 'delete from vaxcert.approval where approver like $$L%$$', 'approve.missing'],
  ])('is broken by a change of %s', async (_, sql, code) => {
    const batch = await planned()
    await by(batch, one)
    await by(batch, two)
    await database().script(sql)
    await expect(required(batch)).rejects.toMatchObject({ code })
  })

  it('is broken where an approver is withdrawn since', async () => {
    const batch = await planned()
    await by(batch, one)
    await by(batch, two)
    const now = new Date('2022-06-02T00:00:00Z')
    const since = readApprovers({
      approvers: [person('Lê Thị Mẫu', one, { until: '2022-06-02T00:00:00Z' }), person('Đỗ Văn Mẫu', two)],
    })
    await expect(required(batch, since, now)).rejects.toMatchObject({ code: 'approve.missing' })
  })

  it('knows the contents of each chunk', async () => {
    const batch = await planned()
    await by(batch, one)
    await by(batch, two)
    const rows = await database().query<{ no: number; content: Uint8Array }>(
      'select dose_no::float8 as no, content from vaxcert.dose order by dose_no',
    )
    const approved = await required(batch)
    const contents = rows.map(({ content }) => content)
    const first = rows[0]?.no ?? 0
    approved.requireContents(first, contents)
    for (const [no, other] of [
      [first, contents.toReversed()],
      [first, contents.slice(1)],
      [first + 1, contents],
    ] as const)
      expect(() => approved.requireContents(no, other)).toThrowError(
        expect.objectContaining({ code: 'approve.contents' }),
      )
  })

  it('is not given to facts that were changed after they were planned', async () => {
    const batch = await planned()
    await database().script(`update vaxcert.dose set facts = replace(facts, 'Mẫu', 'Khác') where dose_id = 'D2'`)
    await expect(by(batch, one)).rejects.toMatchObject({ code: 'approve.contents' })
  })
})
