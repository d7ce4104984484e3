import { Command } from 'commander'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDatabase } from '../src/database-option.ts'
import { vaxcert } from './captured-io.ts'
import { emptyFolder } from './empty-folder.ts'

const open = 'postgres://clerk:secret@db.example/vaxcert'

function databaseOf(...argv: readonly string[]): string | undefined {
  let database: string | undefined
  const command = addDatabase(new Command('any'), 'a server').action((options: { readonly database?: string }) => {
    database = options.database
  })
  command.parse(argv, { from: 'user' })
  return database
}

describe('--database', () => {
  afterEach(() => void vi.unstubAllEnvs())

  it.each([
    open,
    'postgresql://:secret@db.example/vaxcert',
    'postgres://db.example/vaxcert?user=clerk&password=secret',
    'postgres:///vaxcert?PASSWORD=secret',
  ])('takes no password from the command line: %s', (url) => {
    expect(() => databaseOf('--database', url)).toThrow('DATABASE_URL')
    expect(() => databaseOf('--database', url)).not.toThrow(/secret/)
  })

  it('takes one from the surroundings, and any URL without', () => {
    for (const url of ['postgres://clerk@db.example:5432/vaxcert?sslmode=verify-full', 'postgres:///vaxcert?host=/run'])
      expect(databaseOf('--database', url)).toBe(url)
    vi.stubEnv('DATABASE_URL', open)
    expect(databaseOf()).toBe(open)
  })

  it.each([
    ['batch', 'status'],
    ['log', 'export', 'out'],
    ['cleanse', 'doses.csv', '--out', 'out'],
  ])('of vaxcert %s %s is one of these', async (...argv) => {
    const { code, stdout, stderr } = await vaxcert([...argv, '--database', open], { cwd: emptyFolder() })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'vaxcert: A password on a command line is seen by others: put the URL into DATABASE_URL, or it into PGPASSWORD.\n',
    )
  })
})
