import { expect, it } from 'vitest'
import { type PlannedDose, plan, planDry, planLimits } from '../../src/plan/index.ts'
import { AT, CONFIRMED, dose, each, inventedDose, options, sampleSigner } from './invented.ts'
import { describeLedgers } from './planning-ledger.ts'

const person = (fullName: string) => ({ person: { name: { fullName }, birthDate: '1985-05-13' } })
const second = { product: 'EU/1/20/1528', date: '2021-09-02', country: 'VN' }

describeLedgers('plan', ({ name, database, another, first }) => {
  const planned = (doses: readonly PlannedDose[], other = {}) => plan(database(), each(doses), options(other))

  // A tenth of it where the database is embedded: it takes its time.
  const hundreds = name === 'PGlite' ? 100 : 1000

  it('plans 100,000 rows with doubles and conflicts: distinct less conflicting, exactly', {
    timeout: 240_000,
  }, async () => {
    const doses: PlannedDose[] = []
    for (let at = 0; at < 94 * hundreds; at += 1) {
      doses.push(inventedDose(at))
      if (at % 94 < 5) doses.push(inventedDose(at))
      if (at % 94 === 50) doses.push({ ...inventedDose(at), ...person('Khác Tên') })
    }
    const told = await planned(doses)
    expect(told).toMatchObject({
      rows: 100 * hundreds,
      planned: 93 * hundreds,
      held: { 'dose.conflict': 2 * hundreds, 'dose.duplicate': 5 * hundreds },
      alarms: [],
    })
    const counted = 'select count(*)::int as doses, (max(dose_no) - min(dose_no) + 1)::int as width from vaxcert.dose'
    expect(await first(counted)).toEqual({ doses: 93 * hundreds, width: 93 * hundreds })
    const cut =
      'select sum(last_no - first_no + 1)::int as doses, max(last_no - first_no + 1)::int as most from vaxcert.chunk'
    expect(await first(cut)).toEqual({ doses: 93 * hundreds, most: Math.min(10_000, 93 * hundreds) })
    expect(await first('select count(*)::int as held from vaxcert.held')).toEqual({ held: 7 * hundreds })
  })

  it('says what a certificate will say, with an empty identifier', async () => {
    await planned([dose(1)])
    const row = await first<{ facts: string }>('select facts from vaxcert.dose')
    expect(JSON.parse(row?.facts ?? '')).toMatchObject({
      nam: { fn: 'Lò', gn: 'Thị Mẫu', fnt: 'LO' },
      v: [{ dn: 1, sd: 2, mp: 'EU/1/20/1528', ma: 'ORG-100030215', dt: '2021-08-02', ci: '' }],
    })
    const digest = `select sha256(convert_to(facts, 'UTF8')) = content as is_its from vaxcert.dose`
    expect(await first(digest)).toEqual({ is_its: true })
  })

  it('is the same whatever the order of its input', async () => {
    const doses = Array.from({ length: 60 }, (_, at) => inventedDose(at))
    const more = [...doses, doses[3] as PlannedDose, { ...(doses[9] as PlannedDose), ...person('Khác Tên') }]
    const rehearsed = (given: readonly PlannedDose[]) => planDry(database(), each(given), options(), 1000)
    const [one, other] = [await rehearsed(more), await rehearsed(more.toReversed())]
    expect(one).toEqual(other)
    expect(one).toMatchObject({ planned: 59, held: { 'dose.conflict': 2, 'dose.duplicate': 1 } })
    expect(await first('select (select count(*) from vaxcert.dose)::int as n')).toEqual({ n: 0 })
  })

  it('plans nothing twice, in another file or the same', async () => {
    await planned([dose(1), dose(2)])
    const again = await planned([dose(2), dose(1), dose(3), { ...dose(2), ...person('Khác Tên') }])
    expect(again).toMatchObject({ planned: 2 - 1, held: { 'dose.conflict': 2, 'dose.duplicate': 1 } })
    expect(await planned([dose(1), { ...dose(3), ...person('Khác Tên') }])).toMatchObject({
      planned: 0,
      held: { 'dose.conflict': 1, 'dose.duplicate': 1 },
    })
  })

  it.each<[string, Partial<PlannedDose>]>([
    ['gate.cleansed', { number: 0 }],
    ['gate.cleansed', { doseId: 'a\0b' }],
    ['gate.cleansed', { facility: '' }],
    ['gate.register', { identity: 'open' }],
    ['gate.register', { identity: 'overdue' }],
    ['gate.confirmed', { confirmation: 'e'.repeat(64) }],
    ['gate.confirmed', { dose: { ...dose(1).dose, country: 'KR' } }],
    ['record.country', { dose: { ...dose(1).dose, country: 'KR' }, isShown: true }],
    ['confirm.changed', { refused: 'confirm.changed' }],
    ['record.timeline', { number: 2 }],
    ['record.product', { dose: { ...dose(1).dose, product: 'Nonsense' } }],
    ['record.date', { dose: { ...dose(1).dose, date: '2022-06-03' } }],
    ['record.name', { person: { name: { fullName: '' }, birthDate: '1985' } }],
  ])('holds with %s', async (code, other) => {
    expect(await planned([dose(1, other), dose(2)])).toMatchObject({ rows: 2, planned: 1, held: { [code]: 1 } })
    expect(await first('select line::int, code from vaxcert.held')).toEqual({ line: 1, code })
  })

  it('numbers from all doses that count, and from no other', async () => {
    const own = { personId: 'P', number: 2, dose: second }
    expect(await planned([dose(1, { personId: 'P' }), dose(2, own)])).toMatchObject({ planned: 2 })
    const open = [dose(3, { personId: 'Q', identity: 'open' as const }), dose(4, { ...own, personId: 'Q' })]
    expect(await planned(open)).toMatchObject({ planned: 0, held: { 'gate.register': 1, 'record.timeline': 1 } })
  })

  it('counts a dose in conflict in its series, unless its day is in doubt', async () => {
    const own = { personId: 'P', number: 2, dose: second }
    const sure = [dose(1, { personId: 'P' }), dose(1, { personId: 'P', ...person('Khác Tên') }), dose(2, own)]
    expect(await planned(sure)).toMatchObject({ planned: 1, held: { 'dose.conflict': 2 } })
    const moved = { ...dose(1).dose, date: '2021-08-03' }
    const doubt = [
      dose(3, { personId: 'Q' }),
      dose(3, { personId: 'Q', dose: moved }),
      dose(4, { ...own, personId: 'Q' }),
    ]
    expect(await planned(doubt)).toMatchObject({ planned: 0, held: { 'dose.conflict': 2, 'record.timeline': 1 } })
  })

  it('holds all of whom it takes for two people, or for more than one', async () => {
    const two = [dose(1, { personId: 'P' }), dose(2, { personId: 'P', number: 2, dose: second, ...person('Khác Tên') })]
    expect(await planned(two)).toMatchObject({ planned: 0, held: { 'record.timeline': 2 } })
    const crowd = Array.from({ length: 120 }, (_, at) => dose(at, { personId: 'Q' }))
    expect(await planned(crowd)).toMatchObject({ planned: 0, held: { 'record.timeline': 120 } })
  })

  it('holds the days on which a facility entered more than it can, whatever was split over batches', async () => {
    const busy = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => dose(from + at, { facility: 'F', entered: '2022-05-01' }))
    const limits = { ...planLimits, facility: { ...planLimits.facility, perDay: 10 } }
    expect(await planned(busy(0, 10), { limits })).toMatchObject({ planned: 10, alarms: [] })
    const more = await planned([...busy(10, 1), dose(20)], { limits })
    expect(more).toMatchObject({ planned: 1, held: { 'gate.facility-rate': 1 } })
    expect(more.alarms).toEqual([{ facility: 'F', day: '2022-05-01', doses: 11, usual: 11 }])
    const cleared = { ...limits, facility: { ...limits.facility, cleared: ['F'] } }
    expect(await planned(busy(10, 1), { limits: cleared })).toMatchObject({ planned: 1, alarms: [] })
  })

  it('holds a day that is many times what is usual', async () => {
    const days = ['01', '02', '03', '04', '05'].flatMap((day, at) =>
      Array.from({ length: day === '03' ? 50 : 3 }, (_, n) =>
        dose(at * 100 + n, { facility: 'F', entered: `2022-05-${day}` }),
      ),
    )
    const limits = { ...planLimits, facility: { ...planLimits.facility, least: 20 } }
    expect(await planned(days, { limits })).toMatchObject({
      planned: 12,
      held: { 'gate.facility-rate': 50 },
      alarms: [{ facility: 'F', day: '2022-05-03', doses: 50, usual: 3 }],
    })
  })

  it('plans no more for a key than it may sign, what waits counted in', async () => {
    const limits = { ...planLimits, key: { certificates: 5, periodDays: 30 } }
    const doses = Array.from({ length: 8 }, (_, at) => dose(at))
    expect(await planned(doses, { limits })).toMatchObject({ planned: 5, held: { 'gate.blast-radius': 3 } })
    expect(await planned(doses, { limits })).toMatchObject({
      planned: 0,
      held: { 'dose.duplicate': 5, 'gate.blast-radius': 3 },
    })
  })

  it('plans nothing for a document signer that ends, or may not sign vaccinations', async () => {
    for (const [signer, code] of [
      ['dsc-expired', 'gate.document-signer'],
      ['dsc-test', 'gate.usage'],
    ] as const) {
      await expect(planned([dose(1)], { documentSigner: sampleSigner(signer) })).rejects.toMatchObject({ code })
    }
  })

  it('plans nothing of what is revoked, and the next version of what is corrected', async () => {
    await planned([dose(1), dose(2)])
    await database().script(
      `insert into vaxcert.revocation select dose_no, 'fraud', 'x', now() from vaxcert.dose where dose_id = 'D1'`,
    )
    expect(await planned([dose(1)])).toMatchObject({ planned: 0, held: { 'gate.revoked': 1 } })
    const corrected = [1, 2, 3].map((at) => ({ ...dose(at), ...person('Lò Thị Mẫu Hai') }))
    expect(await planned(corrected)).toMatchObject({ planned: 1, held: { 'dose.conflict': 2 } })
    await database().script(`delete from vaxcert.dose where dose_id = 'D3'`)
    expect(await planned(corrected, { kind: 'correct' })).toMatchObject({ planned: 2, held: { 'dose.unknown': 1 } })
    expect(await planned(corrected, { kind: 'correct' })).toMatchObject({ planned: 0, held: { 'dose.duplicate': 2 } })
    expect(await planned(corrected.slice(0, 2))).toMatchObject({ planned: 0, held: { 'dose.duplicate': 2 } })
    const link = `select count(*)::int as n from vaxcert.dose as next join vaxcert.dose as old on old.dose_no = next.replaces
      where next.version = 2 and old.version = 1 and next.dose_id = old.dose_id`
    expect(await first(link)).toEqual({ n: 2 })
  })

  it('leaves nothing of a plan whose input breaks off', async () => {
    async function* broken() {
      yield dose(1)
      throw new RangeError('gone')
    }
    await expect(plan(database(), broken(), options())).rejects.toThrow()
    expect(await planned([dose(1)])).toMatchObject({ planned: 1 })
    expect(await first('select count(*)::int as n from vaxcert.batch')).toEqual({ n: 1 })
  })

  it.skipIf(name === 'PGlite')('plans each dose once where two plan the same file at once', async () => {
    const doses = Array.from({ length: 3000 }, (_, at) => inventedDose(at))
    const other = await another()
    try {
      const both = await Promise.all([database(), other].map((session) => plan(session, each(doses), options())))
      expect(both.map(({ planned: count }) => count).toSorted((a, b) => a - b)).toEqual([0, 3000])
      expect(both.find(({ planned: count }) => count === 0)?.held).toEqual({ 'dose.duplicate': 3000 })
    } finally {
      await other.close()
    }
  })

  it('tells in its manifest what went in and what came of it', async () => {
    const { batch } = await planned([dose(1), dose(1), dose(2)])
    expect(JSON.parse(batch?.manifest ?? '')).toMatchObject({
      ...{ format: 'vaxcert-manifest', kind: 'issue', rows: 3, planned: 2, held: { 'dose.duplicate': 1 } },
      ...{ kid: 'zuAwLC1Zhrk=', country: 'VN', confirmations: [CONFIRMED], inputs: { 'doses.csv': 'd'.repeat(64) } },
      ...{ by: 'Phạm Văn Mẫu', at: AT.toISOString(), validity: { months: 12, until: '2036-04-01T00:00:00.000Z' } },
    })
  })
})
