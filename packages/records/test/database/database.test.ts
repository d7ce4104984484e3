import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openEmbedded, openServer } from '../../src/database/index.ts'
import { testDatabases } from './databases.ts'

// As it is made for whoever uses it.
vi.unmock('@electric-sql/pglite')

describe.each(testDatabases())('database: $name', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await server.open()
    await database.query('create temporary table note (id int, text text)')
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    await server.stop()
  })

  it('takes in every sign, and nothing as nothing', async () => {
    const texts = ['a\tb', 'c\nd\r', '\\N', '\\.', '', 'Đặng Thị Ánh 👩‍⚕️', null]
    const rows = texts.map((text, id) => [`${id}`, text])
    expect(await database.copyIn('note', ['id', 'text'], rows)).toBe(7)
    const kept = await database.query<{ text: string | null }>('select text from note order by id')
    expect(kept.map(({ text }) => text)).toEqual(texts)
  })

  it('takes in bytes as bytes', async () => {
    await database.query('create temporary table raw (id int, bytes bytea)')
    const some = [new Uint8Array(), Uint8Array.of(0, 9, 10, 92, 255), Buffer.from('\\x00')]
    await database.copyIn(
      'raw',
      ['id', 'bytes'],
      some.map((bytes, id) => [`${id}`, bytes]),
    )
    const rows = await database.query<{ hex: string }>(`select encode(bytes, 'hex') as hex from raw order by id`)
    expect(rows.map(({ hex }) => hex)).toEqual(['', '00090a5cff', '5c783030'])
  })

  it('gives rows out page by page, in the middle of other queries', async () => {
    let sum = 0
    for await (const { n } of database.rows<{ n: number }>('select n from generate_series(1, $1::int) n', [12_001])) {
      if (n % 5_000 === 0) await database.query('insert into note values ($1, null)', [n])
      sum += n
    }
    expect(sum).toBe((12_001 * 12_002) / 2)
    expect(await database.query('select from note where id >= 5000')).toHaveLength(2)
  })

  it('runs several statements, and tells which errors end the session', async () => {
    await database.script('create temporary table two (id int); insert into two values (1), (2)')
    expect(await database.query('select id from two order by id')).toEqual([{ id: 1 }, { id: 2 }])
    await expect(database.script('insert into two values (3); select nothing')).rejects.toMatchObject({ code: '42703' })
    expect(await database.query('select id from two')).toHaveLength(2)
    if (server.name === 'PGlite') return
    const lost = await server.open()
    await expect(lost.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({
      code: 'database.lost',
    })
    await expect(lost.query('select')).rejects.toMatchObject({ code: 'database.lost' })
    await lost.close()
  })

  it('goes on after rows that nobody read to their end', async () => {
    for await (const { n } of database.rows<{ n: number }>('select n from generate_series(1, 20000) n'))
      if (n > 2) break
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
    await expect(database.query('select nothing')).rejects.toThrow()
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a server that does not answer', () => {
  it('is a Fault that tells neither address nor user', async () => {
    const opening = openServer('postgres://secret:word@127.0.0.1:1/db')
    await expect(opening).rejects.toMatchObject({ code: 'database.connect' })
    await expect(opening).rejects.not.toThrow(/secret|word|127/)
  })
})

describe('a folder in which no database can be', () => {
  it('is a Fault', async () => {
    const opening = openEmbedded(fileURLToPath(import.meta.url))
    await expect(opening).rejects.toMatchObject({ code: 'database.embedded' })
  })
})
