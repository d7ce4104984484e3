import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RuleId } from '../../src/cleanse/rule-id.ts'
import type { Database } from '../../src/database/index.ts'
import { testDatabases } from '../database/databases.ts'
import { type Given, merged, positions, setRows, toldBy, type Values } from './sets.ts'

const mother = { full_name: 'Trần Thị Hoa', sex: 'Nữ', birth_date: '02/03/1985', id_number: '001185000001' }
const second = { dose_date: '20/10/2021', entry_date: '20/10/2021', dose_number: '2' }

describe.each(testDatabases())('whole-set rules on $name', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await server.open()
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    await server.stop()
  })
  const told = async (rule: RuleId, rows: readonly Values[], given?: Given): Promise<readonly string[]> =>
    toldBy(rule, await setRows(database, rows, given))

  it('ID-08: a hidden number, and rows of the same person that show it', async () => {
    const hidden = { ...second, id_number: '******012345', full_name: 'NGUYEN VAN DUC', phone: '' }
    expect(await told('ID-08', [{}, hidden])).toEqual(['2 → 001085012345'])
    const code = { ...hidden, id_number: '******012345|NGUYEN VAN DUC|1985-05-13|0|QIDX|1<' }
    expect(await told('ID-08', [{}, code])).toEqual(['2 → 001085012345'])
    for (const other of [
      { full_name: 'LE VAN DUC' },
      { birth_date: '14/05/1985' },
      { birth_date: '1985' },
      { sex: 'Nữ' },
      { id_number: '******012346' },
      { id_number: '001***012345' },
      { id_number: '*******12345' },
    ])
      expect(await told('ID-08', [{}, { ...hidden, ...other }])).toEqual([])
    // Two people of one name and day whose numbers end alike.
    const namesake = { ...second, id_number: '079085012345', phone: '', province: 'Cần Thơ' }
    expect(await told('ID-08', [{}, hidden, namesake])).toEqual([])
  })

  it('ID-10: a number that people of several names have', async () => {
    const child = { full_name: 'Nguyễn Gia Bảo', birth_date: '01/06/2010', id_number: mother.id_number }
    expect(await told('ID-10', [mother, child, {}])).toEqual(['1', '2'])
    const children = ['Nguyễn Gia Bảo', 'Nguyễn Gia Hân', 'Nguyễn Gia Khang'].map((full_name) => ({
      ...child,
      full_name,
    }))
    expect(await told('ID-10', [mother, ...children])).toEqual(['1', '2', '3', '4'])
    expect(await told('ID-10', [mother, { ...mother, ...second }])).toEqual([])
    // The other middle name makes a score of 0.7, which is one name still; another given name 0.55.
    expect(await told('ID-10', [mother, { ...mother, ...second, full_name: 'Trần Văn Hoa' }])).toEqual([])
    expect(await told('ID-10', [mother, { ...mother, ...second, full_name: 'Trần Thị Lan' }])).toEqual(['1', '2'])
    // One slip in a syllable, no marks: score 0.9 and more.
    expect(await told('ID-10', [mother, { ...mother, ...second, full_name: 'TRAN THI HOA' }])).toEqual([])
    // Lost letters tell nothing.
    expect(await told('ID-10', [mother, { ...mother, ...second, full_name: 'Tr?n Th? Hoa' }])).toEqual([])
  })

  it('ID-11: an old number beside the new one', async () => {
    const old = { ...second, id_number: '013579246' }
    expect(await told('ID-11', [{}, old])).toEqual(['2 → 001085012345'])
    expect(await told('DU-05', [{}, old])).toEqual(['2'])
    // Declared: nothing is left to ask.
    const both = await setRows(database, [{ old_id_number: '013579246' }, { ...old, phone: '' }])
    expect(toldBy('ID-11', both)).toEqual(['2 → 001085012345'])
    expect(toldBy('DU-05', both)).toEqual([])
    expect(positions(both)).toEqual(['1: 1/2', '2: 2/2'])
    // Somebody else's.
    expect(await told('ID-11', [{ old_id_number: '013579246' }, { ...old, full_name: 'Lê Hữu Trác' }])).toEqual([])
  })

  it('DU-01: equal rows are one, whatever comes of them', async () => {
    const rows = await setRows(database, [
      { dose_id: 'A' },
      { dose_id: 'B', ...second },
      { dose_id: 'A' },
      { dose_id: 'A' },
    ])
    expect(merged(rows)).toEqual(['3 into 1', '4 into 1'])
    expect(toldBy('DU-01', rows)).toHaveLength(2)
    expect(positions(rows)).toEqual(['1: 1/2', '2: 2/2'])
  })

  it('DU-01: rows that name nobody are only one where their source says so', async () => {
    const nobody = { full_name: '', id_number: '', birth_date: '' }
    expect(
      merged(
        await setRows(
          database,
          [nobody, nobody].map((row) => ({ ...row, dose_id: '' })),
        ),
      ),
    ).toEqual([])
    expect(
      merged(
        await setRows(
          database,
          [nobody, nobody].map((row) => ({ ...row, dose_id: 'A' })),
        ),
      ),
    ).toEqual(['2 into 1'])
  })

  it('DU-02: one dose typed in twice; the row that says more is kept', async () => {
    expect(merged(await setRows(database, [{ phone: '' }, {}]))).toEqual(['1 into 2'])
    expect(merged(await setRows(database, [{}, { full_name: 'NGUYEN VAN DUC', id_number: '1085012345' }]))).toEqual([
      '2 into 1',
    ])
    expect(merged(await setRows(database, [{}, { id_number: '' }]))).toEqual(['2 into 1'])
  })

  it.each([
    ['another day', second],
    ['another product', { product: 'Moderna' }],
    ['another facility', { facility: '01002' }],
    ['another lot', { lot: 'FK0113' }],
    ['another dose number', { dose_number: '2' }],
    ['another birth date', { birth_date: '14/05/1985' }],
    ['the name of a twin', { full_name: 'Nguyễn Văn Đúc' }],
    ['another number', { id_number: '001085012346' }],
    ['no number and no phone', { id_number: '', phone: '' }],
    ['no number and another phone', { id_number: '', phone: '0912345679' }],
    ['a booster', { dose_number: '', dose_class: 'nhắc lại' }],
    ['a screening that ended without a dose', { status: 'Hoãn tiêm' }],
  ])('DU-02 does not merge %s', async (_name, other) => {
    expect(merged(await setRows(database, [{ dose_class: 'cơ bản' }, { dose_class: 'cơ bản', ...other }]))).toEqual([])
  })

  it('merges no twins, no father and son, and no namesakes', async () => {
    const child = { ...mother, full_name: 'Lê Thị Thúy', birth_date: '05/05/2010', dose_number: '1' }
    const bare = { ...child, full_name: 'LE THI THUY' }
    // A mother's number, an old number: neither says whose of her twins it is.
    expect(merged(await setRows(database, [child, bare]))).toEqual([])
    expect(merged(await setRows(database, [bare, bare]))).toEqual([])
    const old = { id_number: '183456789', birth_date: '05/05/1985' }
    expect(
      merged(
        await setRows(
          database,
          [child, bare].map((row) => ({ ...row, ...old })),
        ),
      ),
    ).toEqual([])
    expect(
      merged(
        await setRows(
          database,
          [child, child].map((row) => ({ ...row, ...old })),
        ),
      ),
    ).toEqual(['2 into 1'])
    // The source knows them as two.
    const two = [{ person_id: 'P1' }, { person_id: 'P2' }]
    expect(merged(await setRows(database, two))).toEqual([])
    expect(merged(await setRows(database, [{}, two[0] as Values]))).toHaveLength(1)
    // A father's number and name, nobody's birth date.
    expect(merged(await setRows(database, [{}, { birth_date: '' }]))).toEqual([])
    // Two old women of 1 January on a nurse's phone.
    const newYear = { birth_date: '01/01/1985', phone: '0912345678' }
    expect(merged(await setRows(database, [newYear, { ...newYear, id_number: '' }]))).toEqual([])
  })

  it('tells, but merges no rows that nothing but a name and a birth date identifies', async () => {
    const bare = { dose_id: '', id_number: '', phone: '', facility: '', facility_name: '', lot: '', commune: '' }
    const rows = await setRows(database, [bare, bare, { ...bare, birth_date: '14/05/1985' }])
    expect(merged(rows)).toEqual([])
    expect(toldBy('DU-02', rows)).toEqual(['1', '2'])
  })

  it('DU-02 merges only what is one dose with every other of the group', async () => {
    const plain = { full_name: 'Nguyen Thi Thuy', sex: 'Nữ', id_number: '001185012345' }
    const rows = await setRows(database, [
      { ...plain, full_name: 'Nguyễn Thị Thúy' },
      plain,
      { ...plain, full_name: 'Nguyễn Thị Thủy' },
    ])
    expect(merged(rows)).toEqual(['2 into 1'])
  })

  it('DU-03: two sites say that they gave one dose', async () => {
    const near = { facility: '01002', dose_date: '18/09/2021', entry_date: '18/09/2021' }
    expect(await told('DU-03', [{}, near])).toEqual(['1', '2'])
    expect(await told('DU-03', [{}, { ...near, dose_date: '19/09/2021' }])).toEqual([])
    expect(await told('DU-03', [{}, { ...near, product: 'Moderna' }])).toEqual([])
    expect(positions(await setRows(database, [{}, near]))).toEqual([])
  })

  it('DU-04: the same dose number within four weeks', async () => {
    const again = { dose_date: '13/10/2021', entry_date: '13/10/2021' }
    expect(await told('DU-04', [{}, again])).toEqual(['1', '2'])
    expect(await told('DU-04', [{}, { ...again, dose_date: '14/10/2021' }])).toEqual([])
    expect(await told('DU-04', [{}, { ...again, dose_number: '2' }])).toEqual([])
    expect(await told('DS-12', [{}, again])).toEqual(['2 → 2'])
    expect(await told('DS-12', [{}, { ...again, dose_date: '14/10/2021' }])).toEqual(['2 → 2'])
  })

  it('DS-12: a number is changed only between a first and a last one that are right', async () => {
    const third = { dose_date: '20/04/2022', entry_date: '20/04/2022', dose_number: '3' }
    const wrong = { ...second, dose_number: '1' }
    expect(await told('DS-12', [{}, wrong, third])).toEqual(['2 = 2'])
    expect(positions(await setRows(database, [{}, wrong, third]))).toEqual(['1: 1/2', '2: 2/2', '3: 3/3'])
    // Too high a number may count one that is not here, and the last one be wrong.
    expect(await told('DS-12', [{}, { ...second, dose_number: '3' }, third])).toEqual(['2 → 2'])
    // Of four doses one may not be here: who knows whether this is the third or the fourth.
    const open = await setRows(database, [{}, second, { ...third, dose_number: '2' }])
    expect(toldBy('DS-12', open)).toEqual(['3 → 3'])
    expect(positions(open)).toEqual([])
    // The second and the third of three: the first is elsewhere, and one is mistyped.
    const booster = { ...third, dose_number: '2', dose_class: 'nhắc lại' }
    expect(await told('DS-12', [second, booster])).toEqual(['1 → 1'])
  })

  it('numbers nobody among whose doses may be one of somebody else: a name that is lost, another birth date', async () => {
    const third = { dose_date: '20/04/2022', entry_date: '20/04/2022', dose_number: '3' }
    const lost = { ...second, full_name: 'Nguy?n Th? Li?n', dose_number: '1' }
    expect(positions(await setRows(database, [{}, lost, third]))).toEqual(['1: 1/2', '2: 2/2', '3: 3/3'])
    const child = { ...lost, birth_date: '01/10/2012' }
    const rows = await setRows(database, [{}, child, third])
    expect([toldBy('DS-12', rows).filter((told) => told.includes('=')), positions(rows)]).toEqual([[], []])
  })

  it('numbers nobody of whom a dose is missing', async () => {
    expect(positions(await setRows(database, [second]))).toEqual([])
    // The number says so, whatever the day was.
    expect(await told('DS-13', [{ ...second, dose_date: '' }])).toEqual(['1'])
    expect(await told('DS-13', [{}, { ...second, dose_date: '' }])).toEqual([])
  })

  it('DU-02: rows that say the same of a day that nobody knows are told, not merged', async () => {
    const open = { dose_date: '31/02/2022' }
    const rows = await setRows(database, [open, { ...open, address: '' }])
    expect([toldBy('DU-02', rows), merged(rows)]).toEqual([['1', '2'], []])
    expect(await told('DU-02', [open, { ...open, lot: 'FK0113' }])).toEqual([])
    const nobody = { ...open, id_number: '' }
    expect(await told('DU-02', [nobody, { ...nobody, address: 'Thôn 2' }])).toEqual(['1', '2'])
  })

  it('ID-10: a note behind a name makes nobody another person', async () => {
    expect(await told('ID-10', [{}, { ...second, full_name: 'Nguyễn Văn Đức - tiêm tại nhà' }])).toEqual([])
    const child = { full_name: 'Nguyễn Gia Bảo', birth_date: '01/06/2010' }
    expect(await told('ID-10', [{}, child])).toEqual(['1', '2'])
    // Whose doses are whose is open: none is called missing.
    expect(await told('DS-13', [{}, { ...child, dose_number: '2' }])).toEqual([])
  })

  it('DU-05: one person under two numbers, by safe signs only', async () => {
    const slip = { ...second, id_number: '001085012354', phone: '' }
    expect(await told('DU-05', [{}, slip])).toEqual(['1', '2'])
    const other = { ...second, id_number: '001085777777' }
    expect(await told('DU-05', [{}, other])).toEqual(['1', '2'])
    expect(await told('DU-05', [{}, { ...other, phone: '0987654321' }])).toEqual([])
    expect(await told('DU-05', [{}, { ...other, full_name: 'Nguyễn Văn Đúc' }])).toEqual([])
    // Written twice against once.
    expect(await told('DU-05', [{}, second, { ...slip, dose_date: '20/03/2022', dose_number: '3' }])).toEqual(['3'])
  })

  it('DU-05: no commune makes one of two numbers', async () => {
    const there = { commune: 'Phường Bách Khoa', phone: '' }
    expect(await told('DU-05', [there, { ...second, ...there, id_number: '001085777777' }])).toEqual([])
    expect(positions(await setRows(database, [there, { ...second, ...there, id_number: '' }]))).toEqual([
      '1: 1/2',
      '2: 2/2',
    ])
    expect(positions(await setRows(database, [{ phone: '' }, { ...second, id_number: '', phone: '' }]))).toEqual([
      '1: 1/2',
    ])
  })

  it('DU-06: one number, one name, two people', async () => {
    const father = { birth_date: '01/02/1962', dose_date: '20/09/2021', facility: '01002' }
    expect(await told('DU-06', [{}, father])).toEqual(['1', '2'])
    expect(await told('DU-06', [{}, { ...father, dose_date: '28/09/2021' }])).toEqual(['1', '2'])
    expect(await told('DU-06', [{}, { ...father, dose_date: '29/09/2021' }])).toEqual([])
    expect(await told('DU-06', [{}, { ...father, birth_date: '13/05/1986' }])).toEqual([])
  })

  it('DU-07: one photo for two people', async () => {
    const photo = { evidence: 'IMG_20220105_1234.jpg' }
    expect(await told('DU-07', [photo, { ...mother, ...photo }, {}])).toEqual(['1', '2'])
    expect(await told('DU-07', [photo, { ...second, ...photo }])).toEqual([])
    expect(await told('DU-07', [{ evidence: 'Giấy xác nhận' }, { ...mother, evidence: 'Giấy xác nhận' }])).toEqual([])
  })

  it('DU-08: numbers one after the other in a session', async () => {
    const names = ['Lê Hà An', 'Vũ Thu Hiền', 'Bùi Quang Hải', 'Đỗ Minh Tâm', 'Hồ Ngọc Mai']
    const made = names.map((full_name, at) => ({ full_name, id_number: `00108540010${at}`, phone: '' }))
    expect(await told('DU-08', made)).toEqual(['1', '2', '3', '4', '5'])
    expect(await told('DU-08', made.slice(1))).toEqual([])
    expect(
      await told(
        'DU-08',
        made.map((row, at) => ({ ...row, facility: `0100${at}` })),
      ),
    ).toEqual([])
  })

  it('DU-08: one moment, one name, many numbers', async () => {
    const numbers = ['001085400101', '001085482119', '001085433127', '001085404934', '001085415943']
    const pasted = numbers.map((id_number) => ({ id_number, phone: '', entry_date: '2021-09-15T08:30:00' }))
    expect(await told('DU-08', pasted)).toHaveLength(5)
    expect(await told('DU-08', pasted.slice(1))).toEqual([])
    expect(
      await told(
        'DU-08',
        pasted.map((row) => ({ ...row, entry_date: '2021-09-15' })),
      ),
    ).toEqual([])
  })

  it('DS-05: a day without a session', async () => {
    const day = (given: number, text: string) => ({ facility: '01001', day: text, given })
    const given = [day(40, '2021-09-10'), day(0, '2021-09-15'), day(30, '2021-09-20')]
    expect(await told('DS-05', [{}], { given })).toEqual(['1'])
    expect(await told('DS-05', [{ dose_date: '20/09/2021' }], { given })).toEqual([])
    expect(await told('DS-05', [{ dose_date: '21/09/2021' }, { facility: '01002' }], { given })).toEqual([])
  })

  it('DS-05: more doses of a lot than came', async () => {
    const people = ['001085012345', '001085412346', '001085712347'].map((id_number) => ({ id_number, phone: '' }))
    const received = (doses: number) => ({ received: [{ facility: '01001', lot: 'FK0112', doses }] })
    expect(await told('DS-05', people, received(2))).toEqual(['3'])
    expect(await told('DS-05', people, received(3))).toEqual([])
    const deliveries = ['fk-0112', 'FK0112', 'FK 0112'].map((lot) => ({ facility: '01001', lot, doses: 1 }))
    expect(await told('DS-05', people, { received: deliveries })).toEqual([])
    expect(await told('DS-05', people, { received: deliveries.slice(1) })).toEqual(['3'])
  })

  it('PR-05: more entered than given, doubles aside', async () => {
    const given = [{ facility: '01001', day: '2021-09-15', given: 1 }]
    expect(await told('PR-05', [{}, mother], { given })).toEqual(['2'])
    expect(await told('PR-05', [{}, { phone: '' }], { given })).toEqual([])
    expect(await told('PR-05', [{}, { ...mother, facility: '01002' }], { given })).toEqual([])
  })

  it('DS-10: the lot that all others have', async () => {
    const people = (count: number, lot: string): readonly Values[] =>
      Array.from({ length: count }, (_, at) => ({
        id_number: `0010854${lot.length}${`${at * 37}`.padStart(4, '0')}`,
        lot,
        phone: '',
      }))
    const odd = { ...mother, product: 'AstraZeneca', lot: 'ABWO34' }
    const usual = (count: number) => people(count, 'ABW034').map((row) => ({ ...row, product: 'AstraZeneca' }))
    expect(await told('DS-10', [odd, ...usual(10)])).toEqual(['1 → ABW034'])
    expect(await told('DS-10', [odd, ...usual(9)])).toEqual([])
    expect(await told('DS-10', [{ ...odd, lot: 'ABW035' }, ...usual(10)])).toEqual([])
  })

  it('series: too soon, forbidden, too many, without the first', async () => {
    expect(await told('DS-11', [{}, { ...second, dose_date: '30/09/2021' }])).toEqual(['2'])
    expect(await told('DS-13', [{ ...second }])).toEqual(['1'])
    expect(await told('DS-14', [{}, { ...second, dose_class: 'nhắc lại' }])).toEqual(['2'])
    expect(
      await told('DS-15', [{ product: 'AstraZeneca' }, { ...second, dose_date: '20/12/2021', product: 'Moderna' }]),
    ).toEqual(['2'])
    expect(await told('DS-16', [{}, { product: 'Moderna', dose_number: '2' }])).toEqual(['1', '2'])
  })

  it('tells places in series only where they are asked for', async () => {
    expect(await setRows(database, [{}, second], { positions: false })).toEqual([])
  })

  it('numbers nobody with a dose of which the day is open', async () => {
    expect(positions(await setRows(database, [{}, second]))).toEqual(['1: 1/2', '2: 2/2'])
    const open = await setRows(database, [{}, { ...second, dose_date: '31/02/2022' }])
    expect(positions(open)).toEqual([])
    expect(toldBy('DS-13', open)).toEqual([])
  })

  it('tells nobody apart where a crowd has one number, and merges nothing', async () => {
    const crowd = Array.from({ length: 201 }, () => ({ dose_id: 'A' }))
    const rows = await setRows(database, crowd)
    expect(merged(rows)).toEqual([])
    expect(toldBy('ID-10', rows)).toHaveLength(201)
  })
})
