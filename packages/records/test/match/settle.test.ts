import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/index.ts'
import { carefulRegister } from '../../src/match/careful-register.ts'
import { communeKeys } from '../../src/match/commune-key.ts'
import { type DoseToMatch, knowledgeOf, loadDoses } from '../../src/match/dose-people.ts'
import { embeddedRegister, loadRegister } from '../../src/match/embedded-register.ts'
import { openSearch } from '../../src/match/embedded-search.ts'
import { openInterview } from '../../src/match/interview.ts'
import type { RegisterSearch } from '../../src/match/register.ts'
import { type SettledDose, settledDoses, settlePeople } from '../../src/match/settle.ts'
import { matchWeights2022 } from '../../src/match/weights.ts'
import { bytesSource } from '../../src/read/source.ts'
import type { FieldValues } from '../../src/record.ts'
import { testDatabases } from '../database/databases.ts'
import { each } from '../sets/sets.ts'
import { keptLog } from './kept-log.ts'
import { valuesOf } from './values.ts'

const register = [
  'number,name,birth_date,sex,commune,status',
  '001085012345,Nguyễn Văn Đức,1985-05-13,male,90003,living',
  '001185012345,Trần Thị Hoà,1985-06-07,female,90003,living',
  '001090000001,Lê Văn An,1990,male,90003,living',
  '001090000002,Lê Văn An,1990-03-03,male,90004,living',
  '001070777777,Đỗ Văn Bảy,1970-02-02,male,90003,living',
  '001070777777,Đỗ Văn Bẩy,1970-02-02,male,90003,living',
].join('\r\n')

const an = { full_name: 'Lê Văn An', birth_date: '1990-03-03', id_number: '001090000002', commune: 'Xã Mới' }
const said: readonly Partial<FieldValues>[] = [
  {},
  { full_name: 'NGUYEN VAN DUC', dose_date: '2022-01-30' },
  { id_number: '652795021', dose_date: '2021-10-06' },
  { full_name: 'Trần Thị Hòa', id_number: '001185012345', birth_date: '1985-07-06', sex: 'female' },
  an,
  { ...an, id_number: '001090000003' },
  { ...an, id_number: '001085012345' },
  { ...an, id_number: '' },
  { full_name: 'Đỗ Văn Bảy', birth_date: '1970-02-02', id_number: '001070777777' },
  { full_name: 'Đỗ Văn Bẩy', birth_date: '1970-02-02', id_number: '001070777777' },
]
const doses = said.map<DoseToMatch>((values, at) => ({
  row: at + 1,
  values: valuesOf({ dose_date: '2021-10-01', commune: 'Xã Tân Lập', ...values }),
}))

describe.each(testDatabases())('doses beside a loaded register: $name', (server) => {
  let database: Database
  let search: RegisterSearch
  const settled: SettledDose[] = []
  const log = keptLog()

  beforeAll(async () => {
    database = await server.open()
    const communes = communeKeys(
      new Map([
        ['2004-63/90003', 'Xã Tân Lập'],
        ['2004-63/90004', 'Xã Mới'],
      ]),
    )
    expect(await loadRegister(bytesSource('register.csv', Buffer.from(register)), database)).toBe(6)
    const old = each([{ old: '652795021', current: '001085012345' }])
    expect(await loadDoses(each(doses), old, communes, database)).toBe(10)
    search = await openSearch(database)
    const interview = openInterview(carefulRegister(embeddedRegister(database)), log, 1_000)
    const means = { interview, log, knowledge: knowledgeOf(database), communes, weights: matchWeights2022, search }
    await settlePeople(database, means, { hardInterval: 14 }, () => {})
    for await (const dose of settledDoses(database)) settled.push(dose)
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    await server.stop()
  })

  it('come back all, in their order', () => {
    expect(settled.map(({ row }) => row)).toEqual(doses.map(({ row }) => row))
  })

  it('are right as declared, by marks, by an old number, by the day', () => {
    const by = settled
      .slice(0, 5)
      .map(({ outcome }) => (outcome.kind === 'right' && outcome.by !== 'declared' ? outcome.by.kind : outcome.kind))
    expect(by).toEqual(['right', 'marks', 'old-number', 'day-month', 'right'])
    expect(settled[3]?.outcome).toMatchObject({ spelling: 'Trần Thị Hoà' })
  })

  it('take a slip of a number where name, birth date and commune point to one person', () => {
    expect(settled[5]?.outcome).toMatchObject({
      kind: 'right',
      by: { kind: 'last-six', identity: { number: '001090000002' } },
    })
  })

  it("are somebody else's number, though the person is there, and nobody's without a number", () => {
    expect(settled[6]?.outcome).toMatchObject({ kind: 'wrong', class: 'C', isNumberOfOther: true })
    expect(settled[7]?.outcome).toMatchObject({ kind: 'wrong', class: 'C' })
  })

  it('are unknown where the register says right to two people under one number', () => {
    expect(settled.slice(8).map(({ outcome }) => outcome.kind)).toEqual(['unknown', 'unknown'])
  })

  it('count the others who are declared under the same number', () => {
    expect(settled.map(({ others }) => others)).toEqual([2, 2, 0, 0, 0, 0, 2, 0, 1, 1])
  })

  it('are linked where one person was declared in several ways, and held where the doses are too near', () => {
    expect(settled.map(({ link }) => link)).toEqual([
      ...[undefined, { row: 1, isNear: false }, { row: 1, isNear: true }, undefined, undefined],
      ...[{ row: 5, isNear: true }, undefined, undefined, undefined, undefined],
    ])
  })

  it('are asked about once for each person and hypothesis', () => {
    const asked = log.lines.filter(({ answer }) => answer === undefined).map(({ person, turn }) => `${person} ${turn}`)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('find candidates by every block, and nobody else', async () => {
    const nobody = { number: '', name: '', birthDate: '', sex: '', commune: '', phone: '', household: '' } as const
    const found = await search.candidates([
      { ...nobody, number: '001085012345' },
      { ...nobody, number: '079185012345' },
      { ...nobody, name: 'tran thi hòa', birthDate: '1985-06-07' },
      { ...nobody, name: 'lê văn an', birthDate: '1990', sex: 'male' },
      nobody,
    ])
    expect(found.map((people) => people.map(({ number }) => number).sort())).toEqual([
      ...[['001085012345', '001185012345'], ['001085012345', '001185012345'], ['001185012345']],
      ...[['001090000001', '001090000002'], []],
    ])
    expect(await search.namesakes(['lê văn an', 'ai khác'])).toEqual(new Map([['lê văn an', 2]]))
    expect(await search.size()).toBe(6)
  })
})

describe('a file that is no register', () => {
  it.each([
    ['', 'empty'],
    ['number,name,birth_date,sex\r\n', 'without people: it would call everybody wrong'],
    ['number,name,sex\r\n001085012345,Nguyễn Văn Đức,male', 'without birth dates'],
    ['number,name,birth_date,sex\r\n0010850123,Nguyễn Văn Đức,1985-05-13,male', 'with a short number'],
    ['number,name,birth_date,sex\r\n001085012345,Nguyễn Văn Đức,13/05/1985,male', 'with another date'],
    ['number,name,birth_date,sex\r\n001085012345,Nguyễn Văn Đức,1985-05-13,Nam', 'with another sex'],
  ])('%j is refused: %s', async (text) => {
    const database = {
      query: async () => [],
      async copyIn(_: string, __: readonly string[], rows: AsyncIterable<unknown>) {
        for await (const _row of rows);
        return 0
      },
    } as unknown as Database
    const load = loadRegister(bytesSource('register.csv', Buffer.from(text)), database)
    await expect(load).rejects.toMatchObject({ code: 'register.shape' })
    await load.catch((error: Error) => expect(error.message).not.toMatch(/Đức|0010/))
  })
})
