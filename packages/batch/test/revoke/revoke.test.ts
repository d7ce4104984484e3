import { expect, it } from 'vitest'
import { plan, planRenewal, type RevokedCertificate, revoke, type Which } from '../../src/plan/index.ts'
import { BY_FACILITY } from '../../src/revoke/meant.ts'
import { AT, dose, each, options, sampleSigner } from '../plan/invented.ts'
import { describeLedgers, releaseAll } from '../plan/planning-ledger.ts'

const how = { reason: 'fraud', revokedBy: 'Trần Văn Mẫu', at: AT }
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)

describeLedgers('revoke', ({ database }) => {
  async function released() {
    const day = (date: string) => ({ dose: { ...dose(1).dose, date } })
    const doses = [
      dose(1, { facility: 'F', ...day('2021-08-01') }),
      dose(2, { facility: 'F', ...day('2021-08-20') }),
      dose(3),
    ]
    await plan(database(), each(doses), options())
    await releaseAll(database(), { iat: '2022-06-01', exp: '2023-06-01' })
  }
  async function revoked(which: Which) {
    const told: RevokedCertificate[] = []
    const result = await revoke(database(), which, how, (one) => told.push(one))
    const doses = await database().query<{ dose_id: string }>(
      'select dose_id from vaxcert.revocation join vaxcert.dose using (dose_no) order by dose_id, renewal',
    )
    return { result, told, doses: doses.map(({ dose_id }) => dose_id) }
  }
  const uvciOf = async (id: string) =>
    (
      await database().query<{ uvci: string }>(
        'select uvci from vaxcert.intent join vaxcert.dose using (dose_no) where dose_id = $1',
        [id],
      )
    )[0]?.uvci ?? ''

  it('revokes by identifier, and the same again changes nothing', async () => {
    await released()
    const uvci = await uvciOf('D1')
    const uvcis = [uvci, uvci, 'URN:UVCI:01:VN:NOBODY', "x'\\", uvci.toLowerCase()]
    const { result, told, doses } = await revoked({ by: 'uvci', uvcis })
    expect(result).toEqual({ revoked: 1, already: 0, unknown: 3, undated: 0 })
    expect(doses).toEqual(['D1'])
    expect(told).toEqual([{ uvci, kid: expect.anything(), exp: Date.parse('2023-06-01') / 1000 }])
    expect(Buffer.from(told[0]?.kid ?? []).toString('hex')).toBe('0102030405060708')
    const again = await revoked({ by: 'uvci', uvcis: [uvci] })
    expect(again).toMatchObject({ result: { revoked: 0, already: 1 }, told: [{ uvci }] })
  })

  it('revokes with a certificate those that renewed it, and not its correction', async () => {
    await released()
    const uvci = await uvciOf('D3')
    await planRenewal(database(), {
      ...{ documentSigner: sampleSigner('dsc-vaccination'), issuer: 'SAMPLE', plannedBy: 'x', leastDays: 1 },
      ...{ at: new Date('2023-05-30'), before: '2023-07-01', perDay: 100 },
    })
    const corrected = { ...dose(3), person: { name: { fullName: 'Khác Tên' }, birthDate: '1985-05-13' } }
    await plan(database(), each([corrected]), options({ kind: 'correct' }))
    await releaseAll(database(), { iat: '2023-05-30', exp: '2024-05-30' })
    const replaced = await revoked({ by: 'replaced' })
    expect(replaced).toMatchObject({ result: { revoked: 2, already: 0 }, doses: ['D3', 'D3'] })
    expect((await revoked({ by: 'uvci', uvcis: [uvci] })).result).toMatchObject({ revoked: 0, already: 2 })
    expect((await revoked({ by: 'dose', source: 'sample', doses: ['D3', 'D9'] })).result).toMatchObject({
      revoked: 1,
      already: 2,
      unknown: 1,
    })
  })

  it('finds the doses of a facility without reading those of all others', async () => {
    await released()
    await revoked({ by: 'facility', facility: 'F', from: '2021-08-01', until: '2021-08-31', days: 'given' })
    await database().script('set enable_seqscan = off')
    const how = await database().query<{ 'QUERY PLAN': string }>(
      `explain ${BY_FACILITY.given.replace('$1', `'F'`).replaceAll(/\$[23]/g, `'2021-08-01'`)}`,
    )
    await database().script('reset enable_seqscan')
    expect(how.map((row) => row['QUERY PLAN']).join('\n')).toContain('dose_facility')
  })

  it('revokes nothing as replaced before the correction is released', async () => {
    await released()
    const corrected = { ...dose(3), person: { name: { fullName: 'Khác Tên' }, birthDate: '1985-05-13' } }
    await plan(database(), each([corrected]), options({ kind: 'correct' }))
    expect((await revoked({ by: 'replaced' })).result.revoked).toBe(0)
  })

  it('revokes the days of a facility, and tells what it cannot date', async () => {
    await released()
    const of = { by: 'facility', facility: 'F', from: '2021-08-01', until: '2021-08-14' } as const
    expect((await revoked({ ...of, days: 'given' })).doses).toEqual(['D1'])
    await database().script('update vaxcert.dose set facts = null')
    expect((await revoked({ ...of, days: 'given' })).result).toMatchObject({ revoked: 0, undated: 2 })
    const issued = await revoked({ ...of, days: 'issued', from: '2022-06-01', until: '2022-06-01' })
    expect(issued).toMatchObject({ result: { revoked: 1, already: 1 }, doses: ['D1', 'D2'] })
  })

  it('revokes all that a key signed on some days', async () => {
    await released()
    expect((await revoked({ by: 'kid', kid, from: '2022-05-01', until: '2022-05-31' })).result.revoked).toBe(0)
    expect(
      (await revoked({ by: 'kid', kid: kid.toReversed(), from: '2022-06-01', until: '2022-06-01' })).result.revoked,
    ).toBe(0)
    expect((await revoked({ by: 'kid', kid, from: '2022-06-01', until: '2022-06-01' })).doses).toEqual([
      'D1',
      'D2',
      'D3',
    ])
    await expect(revoked({ by: 'kid', kid, from: '2022-06-31', until: 'never' })).rejects.toThrow(TypeError)
  })
})
