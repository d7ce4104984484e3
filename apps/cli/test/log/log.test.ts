import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  appendLeaves,
  emptyTree,
  entryOfCose,
  leafHash,
  logFiles,
  noteSigner,
  signCheckpoint,
  writeLog,
} from '@vaxcert/batch/log'
import { signDcc } from '@vaxcert/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, vaxcert } from '../captured-io.ts'
import { authorityOf, NOW, vaccination } from '../sample-certificates.ts'

const cwd = mkdtempSync(join(tmpdir(), 'vaxcert-log-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const NAME = 'log.sample.example/vaxcert'
const salt = Buffer.alloc(16, 7)
const log = (line: string): Promise<Ran> => vaxcert(['log', ...line.split(' ')], { cwd })
const at = (path: string): string => join(cwd, path)

/** Publishes a log of so many entries, the sample certificate at place 5; of another story from some place on. */
async function publish(folder: string, count: number, forkAt = count): Promise<void> {
  const { text, cose } = await signDcc(vaccination, authorityOf('dsc-vaccination'), { issuedAt: NOW })
  writeFileSync(at('pass.txt'), `${text}\n`)
  const entries = Array.from({ length: count }, (_, index) =>
    entryOfCose(cose, index === 5 ? salt : Buffer.alloc(16, `${index} ${index >= forkAt}`)),
  )
  const signer = noteSigner('log', NAME, readFileSync(at('log.key.pem'), 'utf8'))
  const { root } = appendLeaves(emptyTree, entries.map(leafHash))
  const head = { origin: NAME, size: count, root }
  rmSync(at(folder), { recursive: true, force: true })
  await writeLog(at(folder), logFiles(head, Buffer.from(signCheckpoint(head, signer)), each(entries)))
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

beforeAll(async () => {
  expect(await log(`keys --out log --name ${NAME}`)).toMatchObject({ code: 0 })
  expect(await log('keys --out witness --name witness.example --witness')).toMatchObject({ code: 0 })
  await publish('published', 600)
})

describe('vaxcert log keys', () => {
  it('replaces nothing unless told to, and takes names that notes can hold', async () => {
    expect((await log(`keys --out log --name ${NAME}`)).code).toBe(2)
    expect((await log('keys --out other --name a+b')).stderr).toContain('no plus')
    const { stdout } = await log(`keys --out other --name ${NAME} --json`)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'log',
      name: NAME,
      verifierKey: expect.stringContaining(`${NAME}+`),
    })
    expect(stdout).not.toContain('PRIVATE')
  })
})

describe('vaxcert log verify', () => {
  it('finds a log sound', async () => {
    const { code, stdout } = await log('verify published --key log.vkey')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^SOUND: 600 entries of log\.sample/) })
  })

  it('names what was changed', async () => {
    await publish('changed', 600)
    const bundle = readFileSync(at('changed/tile/entries/001'))
    bundle[43 * 10 + 30] = (bundle[43 * 10 + 30] ?? 0) ^ 1
    writeFileSync(at('changed/tile/entries/001'), bundle)
    writeFileSync(at('changed/notes.txt'), 'surplus')
    const { code, stdout } = await log('verify changed --key log.vkey')
    expect(code).toBe(1)
    expect(stdout).toContain('BROKEN')
    expect(stdout).toContain('entry 266 in tile/entries/001: an entry is missing, was changed')
    expect(stdout).toContain('notes.txt: something is there that does not belong to the log (log.surplus)')
    const json = JSON.parse((await log('verify changed --key log.vkey --json')).stdout)
    expect(json).toMatchObject({ kind: 'broken', size: 600, found: 2 })
  })

  it('refuses what another key signed, and what is older than a known checkpoint', async () => {
    await log(`keys --out stranger --name ${NAME}`)
    const refused = await log('verify published --key stranger.vkey')
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching(/^REFUSED: .*log\.signature\)\n$/) })
    await publish('older', 300)
    expect((await log('verify older --key log.vkey --known published/checkpoint')).stdout).toContain('log.rollback')
    await publish('fork', 700, 500)
    expect((await log('verify fork --key log.vkey --known published/checkpoint')).stdout).toContain('log.fork')
    await publish('newer', 700)
    expect((await log('verify newer --key log.vkey --known published/checkpoint')).code).toBe(0)
  })

  it('says plainly what it cannot use', async () => {
    for (const line of [
      'verify nowhere --key log.vkey',
      'verify published --key nowhere.vkey',
      'verify published --key witness.vkey',
      'verify published --key log.key.pem',
      'verify --ledger nowhere --key log.vkey',
    ]) {
      const { code, stdout, stderr } = await log(line)
      expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: '' })
      expect(stderr).toMatch(/^vaxcert: .+\n$/)
    }
  })

  it('finds the empty log of a new ledger sound, and nothing to export', async () => {
    const { withLedger } = await import('../../src/batch/ledger-options.ts')
    const io = { cwd } as Parameters<typeof withLedger>[1]
    await withLedger({ ledger: 'ledger' }, io, async () => {})
    expect(await log('verify --ledger ledger --key log.vkey --json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"kind":"sound","size":0'),
    })
    expect(await log('export out --ledger ledger')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('log.missing'),
    })
  })
})

describe('vaxcert log prove and check-proof', () => {
  const prove = 'prove published --certificate pass.txt --key log.vkey --salt'

  it('prove that a certificate is in the log', async () => {
    const proof = await log(`${prove} ${salt.toString('hex')}`)
    expect(proof).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^c2sp\.org\/tlog-proof@v1\nextra .+\nindex 5\n/),
    })
    writeFileSync(at('pass.tlog-proof'), proof.stdout)
    expect(await log(`${prove} ${salt.toString('base64')}`)).toEqual(proof)
    expect(await log(`${prove} BwcH`)).toMatchObject({ code: 2, stderr: expect.stringContaining('16 bytes') })
    const checked = await log('check-proof pass.tlog-proof --certificate pass.txt --key log.vkey')
    expect(checked).toMatchObject({ code: 0, stdout: `LOGGED: entry 5 of 600 in ${NAME}\n` })
  })

  it('refuse another salt, another certificate, another index', async () => {
    const absent = await log(`${prove} ${'00'.repeat(16)}`)
    expect(absent).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('log.absent') })
    const { text } = await signDcc(vaccination, authorityOf('dsc-all'), { issuedAt: NOW })
    writeFileSync(at('other.txt'), text)
    const other = await log('check-proof pass.tlog-proof --certificate other.txt --key log.vkey')
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('log.inclusion') })
    writeFileSync(at('moved.tlog-proof'), readFileSync(at('pass.tlog-proof'), 'utf8').replace('index 5', 'index 4'))
    const moved = await log('check-proof moved.tlog-proof --certificate pass.txt --key log.vkey --json')
    expect(moved).toMatchObject({ code: 1, stdout: '{"kind":"refused","code":"log.inclusion"}\n' })
  })

  it('refuse what is no certificate', async () => {
    writeFileSync(at('none.txt'), 'HC1:nothing')
    const { code, stdout } = await log('check-proof pass.tlog-proof --certificate none.txt --key log.vkey')
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('(text.base45)') })
  })
})

describe('vaxcert log witness', () => {
  const witness = (folder: string, more = '') =>
    log(`witness ${folder} --log-key log.vkey --key witness --state seen${more}`)

  it('cosigns a log from the first sight on as it grows, and nothing else', async () => {
    expect(await witness('published')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--new') })
    const first = await witness('published', ' --new')
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^— witness\.example \S+\n$/) })
    appendFileSync(at('published/checkpoint'), first.stdout)
    const verified = await log('verify published --key log.vkey --witness witness.vkey')
    expect(verified).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('cosigned by witness.example at 2022-06-01'),
    })
    expect((await witness('published', ' --new')).code).toBe(2)
    await publish('cut', 500)
    expect(await witness('cut')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('log.rollback') })
    await publish('rewritten', 600, 599)
    expect((await witness('rewritten')).stderr).toContain('log.fork')
    await publish('rewritten', 900, 599)
    expect((await witness('rewritten')).stderr).toContain('log.consistency')
    await publish('grown', 900)
    expect((await witness('grown')).code).toBe(0)
    expect((await witness('published')).stderr).toContain('log.rollback')
    expect(await log('verify grown --key log.vkey --witness witness.vkey')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('log.witnesses'),
    })
  })

  it('never goes on from a damaged memory', async () => {
    const memory = readFileSync(at('seen/seen.json'), 'utf8')
    for (const damage of [
      '',
      '{',
      '[]',
      '{"a":null}',
      memory.replace('900', '-1'),
      memory.replace(/"root": "..../, '"root": "'),
    ]) {
      writeFileSync(at('seen/seen.json'), damage)
      expect(await witness('grown')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('damaged') })
    }
    writeFileSync(at('seen/seen.json'), memory)
    expect((await witness('grown', ' --json')).stdout).toContain('"kind":"cosigned"')
  })
})
