import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { readTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysCommand } from '../../src/commands/keys.ts'
import type { Io } from '../../src/io.ts'
import { sampleNames, trustedNames } from '../../src/keys/sample-set.ts'
import { vaxcert } from '../captured-io.ts'
import { NOW } from '../sample-certificates.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = (name: string): string => join(folder, name)
const years = ['--from', '2021-04-01', '--until', '2036-04-01']

function worldWith(write: (text: string) => void): Io {
  return { stdout: { write }, stderr: { write: () => {} }, stdin: Readable.from([]), cwd: folder, now: () => NOW }
}

/** Runs `vaxcert keys …` and gives what it printed; throws what it threw. */
async function run(...args: readonly string[]): Promise<string> {
  let printed = ''
  const command = keysCommand(worldWith((text) => (printed += text)))
  for (const each of [command, ...command.commands]) each.configureOutput({ writeOut: () => {}, writeErr: () => {} })
  await command.parseAsync([...args], { from: 'user' })
  return printed
}

const failsWith = (code: string): unknown => expect.objectContaining({ name: 'Fault', code })

describe('vaxcert keys sample', () => {
  let printed: string
  beforeAll(async () => {
    printed = await run('sample', '--out', path('set'))
  })

  it('writes every key and certificate, and the trust list', () => {
    const files = [...sampleNames.flatMap((name) => [`${name}.pem`, `${name}.key.pem`]), 'trust-list.json']
    expect(readdirSync(path('set')).sort()).toEqual(files.sort())
    expect(printed.trim().split('\n')).toHaveLength(sampleNames.length)
  })

  it('lets nobody but the owner read a private key', () => {
    for (const name of sampleNames) {
      expect(statSync(path(`set/${name}.key.pem`)).mode & 0o777).toBe(0o600)
      expect(readFileSync(path(`set/${name}.key.pem`), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    }
  })

  it('trusts all document signers but the stranger', () => {
    const list = readTrustList(JSON.parse(readFileSync(path('set/trust-list.json'), 'utf8')))
    expect(list.signers).toEqual(
      trustedNames.map((name) => documentSignerFromCertificate(readFileSync(path(`set/${name}.pem`), 'utf8'))),
    )
    const stranger = documentSignerFromCertificate(readFileSync(path('set/stranger.pem'), 'utf8'))
    expect(list.candidates(stranger.kid)).toEqual([])
  })

  it('replaces nothing without --force, and leaves nothing half done', async () => {
    const before = readFileSync(path('set/csca.pem'), 'utf8')
    rmSync(path('set/list-1.pem'))
    await expect(run('sample', '--out', path('set'))).rejects.toThrow(failsWith('keys.exists'))
    expect(readFileSync(path('set/csca.pem'), 'utf8')).toBe(before)
    expect(existsSync(path('set/list-1.pem'))).toBe(false)
  })

  it('replaces all with --force, and closes a private key that stood open', async () => {
    const before = readFileSync(path('set/csca.pem'), 'utf8')
    rmSync(path('set/csca.key.pem'))
    writeFileSync(path('set/csca.key.pem'), 'open to all', { mode: 0o644 })
    const lines = (await run('sample', '--out', path('set'), '--force', '--json')).trim().split('\n')
    expect(readFileSync(path('set/csca.pem'), 'utf8')).not.toBe(before)
    expect(statSync(path('set/csca.key.pem')).mode & 0o777).toBe(0o600)
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['certificate', 'privateKey', 'kid'])
  })
})

describe('vaxcert keys csca, dsc and trust-list', () => {
  const csca = path('own/csca')
  beforeAll(async () => {
    await run('csca', '--out', csca, '--from', '2021-01-01', '--until', '2041-01-01', '--country', 'LA')
  })

  const make = async (name: string, ...args: readonly string[]): Promise<string> =>
    run('dsc', '--csca', csca, '--out', path(name), ...years, ...args)

  it('makes a document signer as it was asked for', async () => {
    await make('own/dsc', '--eku', 'legacy', '--usages', 'test,recovery', '--algorithm', 'PS256', '--country', 'LA')
    expect(documentSignerFromCertificate(readFileSync(path('own/dsc.pem'), 'utf8'))).toMatchObject({
      algorithm: 'PS256',
      country: 'LA',
      usages: ['test', 'recovery'],
      notBefore: Date.UTC(2021, 3, 1) / 1000,
      notAfter: Date.UTC(2036, 3, 1) / 1000,
    })
  })

  it('prints the trust list of certificates', async () => {
    await make('own/first')
    await make('own/second', '--eku', 'none', '--common-name', 'SAMPLE second')
    const list = readTrustList(JSON.parse(await run('trust-list', path('own/first.pem'), path('own/second.pem'))))
    expect(list.signers).toHaveLength(2)
  })

  it('fails on a CSCA or a certificate that is not there, or is none', async () => {
    await expect(run('dsc', '--csca', path('none'), '--out', path('x'), ...years)).rejects.toThrow(
      failsWith('keys.unreadable'),
    )
    await expect(run('trust-list', path('none.pem'))).rejects.toThrow(failsWith('keys.unreadable'))
    await expect(run('trust-list', `${csca}.key.pem`)).rejects.toThrow(failsWith('signer.chain'))
    expect(existsSync(path('x.pem'))).toBe(false)
  })

  it.each([
    ['a name that does not say SAMPLE', ['--common-name', 'Ministry of Health']],
    ['a country of three letters', ['--country', 'LAO']],
    ['an unknown usage', ['--usages', 'vaccination,travel']],
    ['an empty usage', ['--usages', '']],
    ['an unknown family', ['--eku', 'old']],
    ['an unknown algorithm', ['--algorithm', 'ES384']],
    ['usages without a place to stand', ['--eku', 'none', '--usages', 'test']],
    ['a day that is none', ['--from', '2021-02-30']],
    ['a day before all that X.509 can tell', ['--from', '1949-12-31']],
    ['the year nought', ['--from', '0000-01-01']],
    ['a folder to write into', ['--out', 'kd/']],
    ['no name at all', ['--out', '']],
    ['a folder above', ['--out', 'own/..']],
    ['a folder for the CSCA', ['--csca', './']],
    ['a time instead of a day', ['--from', '2021-02-03T00:00']],
    ['an end before the start', ['--until', '2021-03-31']],
    ['an unknown option', ['--days', '3']],
    ['an argument too many', ['now']],
  ])('calls %s a mistake in use: exit code 2', async (_, args) => {
    await expect(make('mistake', ...args)).rejects.toThrow(expect.objectContaining({ exitCode: 2 }))
    expect(existsSync(path('mistake.pem'))).toBe(false)
    for (const hidden of ['kd', '.pem', 'own/.pem']) expect(existsSync(path(hidden))).toBe(false)
  })

  it.each([[[]], [['sample']], [['csca']], [['trust-list']], [['make']]])(
    'wants its arguments: %j is exit code 2',
    async (args) => {
      await expect(run(...args)).rejects.toThrow(expect.objectContaining({ exitCode: 2 }))
    },
  )

  it('starts from the current folder, which is not always the one of the process', async () => {
    const told = await run('csca', '--out', 'here/csca', ...years)
    expect(told).toMatch(/^\S+= {2}here\/csca\.pem\n$/)
    await run('dsc', '--csca', 'here/csca', '--out', 'here/dsc', ...years)
    expect(readdirSync(path('here')).sort()).toEqual(['csca.key.pem', 'csca.pem', 'dsc.key.pem', 'dsc.pem'])
    expect(readTrustList(JSON.parse(await run('trust-list', 'here/dsc.pem'))).signers).toHaveLength(1)
    expect((await run('sample', '--out', 'there')).split('\n')[0]).toContain('there/csca.pem')
    expect(existsSync(path('there/trust-list.json'))).toBe(true)
  })

  it('echoes nothing that steers a terminal', async () => {
    const said = [
      await vaxcert(['keys', 'csca', '--out', 'e\u001b[2J', ...years], { cwd: folder }),
      await vaxcert(['keys', 'csca', '--out', 'f\u202e', ...years, '--json'], { cwd: folder }),
      await vaxcert(['keys', 'csca', '--out', 'x', '--country', '\u001b]0;x\u0007'], { cwd: folder }),
      await vaxcert(['keys', 'csca', '--\u009b2J'], { cwd: folder }),
      await vaxcert(['\u001b[31m'], { cwd: folder }),
    ]
    expect(said.map(({ code }) => code)).toEqual([0, 0, 2, 2, 2])
    for (const { stdout, stderr } of said) expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    expect(JSON.parse(said[1]?.stdout ?? '')).toMatchObject({ certificate: 'f\u202e.pem' })
    expect(said[4]?.stderr).toContain("unknown command '\\u{1b}[31m'\nTry it")
  })

  it('explains itself', async () => {
    const error = await run('dsc', '--help').catch((error: CommanderError) => error)
    expect(error).toMatchObject({ exitCode: 0, code: 'commander.helpDisplayed' })
    for (const command of keysCommand(worldWith(() => {})).commands) expect(command.description()).not.toBe('')
    expect(keysCommand(worldWith(() => {})).helpInformation()).toMatch(/sample.*csca.*dsc.*trust-list/s)
  })
})
