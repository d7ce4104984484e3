import { expect, it } from 'vitest'
import { forgetFacts, plan, planRenewal } from '../../src/plan/index.ts'
import { AT, dose, each, options, sampleSigner } from '../plan/invented.ts'
import { describeLedgers, releaseAll } from '../plan/planning-ledger.ts'

const how = {
  ...{ documentSigner: sampleSigner('dsc-vaccination'), issuer: 'SAMPLE', plannedBy: 'Phạm Văn Mẫu', at: AT },
  ...{ before: '2023-06-01', perDay: 2, leastDays: 30 },
}

describeLedgers('renewal', ({ database, first }) => {
  async function released(count: number) {
    await plan(database(), each(Array.from({ length: count }, (_, at) => dose(at))), options())
    await releaseAll(database(), { iat: '2022-05-30', exp: '2023-05-30' })
  }
  const renew = (other = {}) => planRenewal(database(), { ...how, at: new Date('2023-05-29T08:00:00Z'), ...other })

  it('spreads what is due over the days from today, and plans no more than the share of the day', async () => {
    await released(5)
    const told = await renew()
    expect(told).toMatchObject({ due: 5, forgotten: 0, batch: { planned: 2 } })
    expect(told.days).toEqual([
      { day: '2023-05-29', count: 2, late: 0, until: '2024-05-29', isSignerShort: false },
      { day: '2023-05-30', count: 2, late: 0, until: '2024-05-30', isSignerShort: false },
      { day: '2023-05-31', count: 1, late: 1, until: '2024-05-31', isSignerShort: false },
    ])
    expect(await renew()).toMatchObject({ due: 3 })
    expect((await renew()).batch).toBeUndefined()
    expect((await renew({ at: new Date('2023-05-30T08:00:00Z') })).batch?.planned).toBe(2)
  })

  it('keeps the facts, and links the new certificate to the old', async () => {
    await released(1)
    await renew()
    const same = `select next.renewal, next.version, next.facts = old.facts and next.content = old.content as same
      from vaxcert.dose as next join vaxcert.dose as old on old.dose_no = next.replaces`
    expect(await first(same)).toEqual({ renewal: 1, version: 1, same: true })
    await releaseAll(database(), { iat: '2023-05-29', exp: '2024-05-29' })
    expect(await renew({ at: new Date('2024-05-28T08:00:00Z'), before: '2024-06-01' })).toMatchObject({ due: 1 })
    expect(await first('select max(renewal) as renewal from vaxcert.dose')).toEqual({ renewal: 2 })
  })

  it('renews nothing that is revoked, corrected, or expires later', async () => {
    await released(3)
    await database().script(
      `insert into vaxcert.revocation select dose_no, 'fraud', 'x', now() from vaxcert.dose where dose_id = 'D0'`,
    )
    const corrected = { ...dose(1), person: { name: { fullName: 'Khác Tên' }, birthDate: '1985-05-13' } }
    await plan(database(), each([corrected]), options({ kind: 'correct' }))
    expect(await renew()).toMatchObject({ due: 1 })
    expect(await renew({ before: '2023-05-30' })).toMatchObject({ due: 0, days: [] })
  })

  it('cannot renew what was forgotten, and says so', async () => {
    await released(2)
    const { batch } = await plan(database(), each([dose(9)]), options())
    expect(await forgetFacts(database(), batch?.id ?? 0)).toBe(0)
    expect(await forgetFacts(database(), (batch?.id ?? 0) - 1)).toBe(2)
    expect(await forgetFacts(database(), (batch?.id ?? 0) - 1)).toBe(0)
    await releaseAll(database(), { iat: '2022-05-30', exp: '2023-05-30' })
    expect(await renew()).toMatchObject({ due: 1, forgotten: 2, batch: { planned: 1 } })
    expect(await first('select count(*)::int as n, min(code) as code from vaxcert.held')).toEqual({
      n: 2,
      code: 'renew.forgotten',
    })
    expect(await plan(database(), each([dose(0)]), options())).toMatchObject({
      planned: 0,
      held: { 'dose.duplicate': 1 },
    })
  })

  it('keeps the facts of a dose that was refused', async () => {
    await released(3)
    await database().script(`delete from vaxcert.certificate where dose_no = (select min(dose_no) from vaxcert.dose)`)
    const batch = await first<{ id: number }>('select batch_id::float8 as id from vaxcert.batch')
    expect(await forgetFacts(database(), batch?.id ?? 0)).toBe(2)
    expect(await first('select count(*)::int as kept from vaxcert.dose where facts is not null')).toEqual({ kept: 1 })
  })

  it('never lets a certificate outlive its document signer, and asks for the next one', async () => {
    await released(1)
    const { documentSigner } = how
    const notAfter = Date.parse('2023-12-31T00:00:00Z') / 1000
    const told = await renew({ documentSigner: { ...documentSigner, notAfter }, isDry: true })
    expect(told.days).toEqual([{ day: '2023-05-29', count: 1, late: 0, until: '2023-12-31', isSignerShort: true }])
    const gone = { ...documentSigner, notAfter: Date.parse('2023-06-01') / 1000 }
    await expect(renew({ documentSigner: gone })).rejects.toMatchObject({ code: 'gate.document-signer' })
  })

  it('takes no share of none, with which it would never come to an end', async () => {
    await released(1)
    await expect(renew({ perDay: 0 })).rejects.toThrow(TypeError)
  })

  it('leaves no trace when it is a rehearsal', async () => {
    await released(2)
    expect((await renew({ isDry: true })).batch).toBeUndefined()
    expect(await first('select count(*)::int as n from vaxcert.batch')).toEqual({ n: 1 })
  })
})
