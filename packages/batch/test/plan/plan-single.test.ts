import { expect, it } from 'vitest'
import { openStanding, planLimits, planSingle, type SingleDose } from '../../src/plan/index.ts'
import { logSigner } from '../run/workshop.ts'
import { AT, CONFIRMED, dose, sampleSigner } from './invented.ts'
import { describeLedgers } from './planning-ledger.ts'

const documentSigner = sampleSigner('dsc-vaccination')

function single(number: number, other: Partial<SingleDose> = {}): SingleDose {
  const { number: _, ...given } = dose(number)
  return { ...given, version: 1, timeline: [{ ...given.dose, id: given.doseId }], ...other }
}

describeLedgers('a single dose', ({ database, first }) => {
  async function standing(perDay: number, state = 'approved') {
    const { id } = await openStanding(database(), {
      documentSigner,
      issuer: 'SAMPLE',
      plannedBy: 'x',
      at: AT,
      perDay,
      until: '2022-06-30',
    })
    await database().query('update vaxcert.batch set state = $1', [state])
    return id
  }
  const ask = (batch: number, given: SingleDose, other = {}) => {
    const confirmations = new Set([CONFIRMED])
    return planSingle(
      database(),
      { batch, logSigner, documentSigner, issuer: 'SAMPLE', at: AT, confirmations, limits: planLimits, ...other },
      given,
    )
  }
  const changed = { person: { name: { fullName: 'Khác Tên' }, birthDate: '1985-05-13' } }

  it('is planned once, however often it is asked for', async () => {
    const batch = await standing(10)
    expect(await ask(batch, single(1))).toEqual({ doseNo: 1, chunkId: 1 })
    expect(await ask(batch, single(1))).toEqual({ again: 1 })
    await expect(ask(batch, single(1, changed))).rejects.toMatchObject({ code: 'dose.conflict' })
    expect(await ask(batch, single(1, { ...changed, version: 2 }))).toEqual({ doseNo: 2, chunkId: 2 })
    expect(await first('select replaces::int from vaxcert.dose where dose_no = 2')).toEqual({ replaces: 1 })
    await expect(ask(batch, single(2, { version: 2 }))).rejects.toMatchObject({ code: 'dose.unknown' })
    const digest =
      'select bool_and(digest = sha256(content)) as same from vaxcert.chunk join vaxcert.dose on dose_no = first_no'
    expect(await first(digest)).toEqual({ same: true })
  })

  it('goes through the gates', async () => {
    const batch = await standing(10)
    const cases: readonly (readonly [string, Partial<SingleDose>])[] = [
      ['gate.register', { identity: 'open' }],
      ['gate.confirmed', { confirmation: 'no' }],
      ['record.date', { timeline: [{ ...dose(1).dose, id: 'D1', date: '2030-01-01' }] }],
      ['record.country', { dose: { ...dose(1).dose, country: 'KR' }, isShown: true }],
    ]
    for (const [code, other] of cases) await expect(ask(batch, single(1, other))).rejects.toMatchObject({ code })
    const limits = { ...planLimits, facility: { ...planLimits.facility, perDay: 0 } }
    await expect(ask(batch, single(1), { limits })).rejects.toMatchObject({ code: 'gate.facility-rate' })
    expect(await first('select count(*)::int as n from vaxcert.dose')).toEqual({ n: 0 })
  })

  it('needs an approval that stands, and is not used up', async () => {
    const batch = await standing(2)
    for (const number of [1, 2]) await ask(batch, single(number))
    await expect(ask(batch, single(3))).rejects.toMatchObject({ code: 'gate.standing' })
    const tomorrow = { at: new Date('2022-06-02T00:00:00Z') }
    expect(await ask(batch, single(3), tomorrow)).toMatchObject({ doseNo: expect.any(Number) })
    const over = { at: new Date('2022-07-01T00:00:00Z') }
    await expect(ask(batch, single(4), over)).rejects.toMatchObject({ code: 'gate.standing' })
    const other = { documentSigner: sampleSigner('dsc-all') }
    await expect(ask(batch, single(4), { ...tomorrow, ...other })).rejects.toMatchObject({ code: 'gate.standing' })
    await expect(ask(await standing(2, 'planned'), single(4))).rejects.toMatchObject({ code: 'gate.standing' })
  })

  it('is not certified again after it was revoked', async () => {
    const batch = await standing(10)
    await ask(batch, single(1))
    await database().script(`insert into vaxcert.revocation values (1, 'fraud', 'x', now())`)
    await expect(ask(batch, single(1))).rejects.toMatchObject({ code: 'gate.revoked' })
  })
})
