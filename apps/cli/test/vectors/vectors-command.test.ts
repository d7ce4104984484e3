import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommanderError } from 'commander'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vectorsCommand } from '../../src/commands/vectors.ts'
import { inventedDcc, madeFile } from './made-certificate.ts'
import { ec, ecdsa, file, group, test as wycheproofCase } from './wycheproof/made-group.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vaxcert-vectors-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, content: unknown): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
}

interface Run {
  readonly exit: number
  readonly message: string
  readonly out: string
  readonly progress: string
}

async function run(args: readonly string[], isTTY = false): Promise<Run> {
  const [out, progress]: [string[], string[]] = [[], []]
  const stdout = { write: (text: string) => void out.push(text) }
  const stderr = { isTTY, write: (text: string) => void progress.push(text) }
  const stdin = (async function* () {})()
  const command = vectorsCommand({ stdout, stderr, stdin, cwd: folder, now: () => new Date(0) })
  command.exitOverride().configureOutput({ writeErr: () => {} })
  const { exitCode: exit, message } = await command.parseAsync([...args], { from: 'user' }).then(
    () => ({ exitCode: 0, message: '' }),
    (error: unknown) => {
      if (error instanceof CommanderError) return error
      throw error
    },
  )
  return { exit, message, out: out.join(''), progress: progress.join('') }
}

function lines(text: string): readonly Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const right = madeFile()
const wrong = { ...right, BASE45: 'QED8WEX0' }

describe('vaxcert vectors', () => {
  it('prints a table and ends well when nothing failed', async () => {
    put('VN/2DCode/raw/1.json', right)
    put(
      'crypto/p1363.json',
      file(group('EcdsaP1363Verify', ec.publicKey, {}, [wycheproofCase(ecdsa('ieee-p1363'), 'valid')])),
    )
    put('rules/rule.json', { Identifier: 'GR-XX-0000' })
    put('README.md', '# About')
    const { exit, out, progress } = await run(['.'])
    expect(exit).toBe(0)
    expect(out).toContain('VERIFY')
    expect(out).toMatch(/^P1363 +1 +1 +0 +0 +0$/m)
    expect(out).toMatch(/^FILE +1 +0 +0 +1 +0$/m)
    expect(out).toMatch(/^all +14 +13 +0 +1 +0$/m)
    expect(progress).toBe('')
  })

  it('prints one JSON line for each failure, then the summary', async () => {
    put('a/1.json', right)
    put('a/2.json', wrong)
    const { exit, message, out } = await run([folder, '--json'])
    expect({ exit, message }).toEqual({ exit: 1, message: '' })
    const [first, second, summary, ...rest] = lines(out)
    expect(first).toEqual({ file: 'a/2.json', check: 'UNPREFIX', expected: true, actual: false, result: 'failed' })
    expect(second).toMatchObject({ file: 'a/2.json', check: 'B45DECODE', result: 'failed' })
    expect(summary).toMatchObject({ files: 2, checks: 24, passed: 22, failed: 2, known: 0, skipped: 0 })
    expect(summary?.byCheck).toMatchObject({ UNPREFIX: { total: 2, passed: 1, known: 0, skipped: 0 } })
    expect(rest).toEqual([])
  })

  it('prints a line for each known difference, which is no failure', async () => {
    const unborn = madeFile({ dcc: { ...inventedDcc, dob: '2023-01-01' } })
    put('x.json', { ...unborn, EXPECTEDRESULTS: { EXPECTEDVALIDOBJECT: true, EXPECTEDSCHEMAVALIDATION: false } })
    const json = await run(['.', '--json'])
    expect(json.exit).toBe(0)
    const reason = 'file expects VALIDOBJECT and not SCHEMAVALIDATION of the same object'
    const known = { file: 'x.json', check: 'SCHEMAVALIDATION', expected: false, actual: true, result: 'known', reason }
    expect(lines(json.out)[0]).toEqual(known)
    expect((await run(['.'])).out).toContain(`known: ${reason} (1 times)`)
  })

  it('tells failures to people on lines of their own', async () => {
    put('2.json', { ...wrong, EXPECTEDRESULTS: { EXPECTEDUNPREFIX: true } })
    const { exit, out } = await run(['.'])
    expect(exit).toBe(1)
    expect(out).toContain('2.json  UNPREFIX: expected true, came out false\n')
  })

  it('ends with 1 and a plain sentence when no suite is recognised', async () => {
    put('x.json', '{}')
    expect(await run(['.'])).toMatchObject({ exit: 1, message: 'No test suite was recognised in this folder.' })
  })

  it('ends with 2 when there is no such folder', async () => {
    put('x.json', '{}')
    for (const path of ['nowhere', 'x.json', 'x.json/y']) expect(await run([path])).toMatchObject({ exit: 2, out: '' })
    expect((await run([])).exit).toBe(1) // commander's own usage error, which the program maps to 2
  })

  it('skips what it cannot read with a line on stderr, and counts it', async () => {
    put('1.json', right)
    put('2.json', '{"TESTCTX":')
    symlinkSync(join(folder, 'nothing'), join(folder, '3.json'))
    symlinkSync('/dev/zero', join(folder, '4.json'))
    const { exit, out, progress } = await run(['.', '--json'])
    expect(exit).toBe(0)
    expect(progress.split('\n')).toEqual([
      'vaxcert: skipped 3.json: cannot be read: ENOENT',
      'vaxcert: skipped 4.json: no regular file',
      'vaxcert: skipped 2.json: is not JSON',
      '',
    ])
    const byCheck = { UNREAD: { total: 3, passed: 0, known: 0, skipped: 3 } }
    expect(lines(out)).toMatchObject([{ files: 1, failed: 0, skipped: 3, byCheck }])
  })

  it('fails what lies beyond a limit', async () => {
    put('1.json', right)
    put('2.json', `{"a":${'['.repeat(99)}${']'.repeat(99)}}`)
    const { exit, out } = await run(['.', '--json'])
    expect(exit).toBe(1)
    expect(lines(out)[0]).toMatchObject({ file: '2.json', check: 'LIMIT', result: 'failed' })
    expect((await run(['.'])).out).toContain('2.json  LIMIT: expected read, came out not read (nested deeper than')
  })

  it('fails a recognised file of ours or of Wycheproof without a check that can be made', async () => {
    put('own.json', { id: 'a', about: 'b', given: {}, expect: 'accepted' })
    put('wycheproof.json', { testGroups: [{ type: 'EcdsaVerify', tests: {} }] })
    put('nothing.json', { TESTCTX: {}, EXPECTEDRESULTS: {} })
    const { exit, out } = await run(['.', '--json'])
    expect(exit).toBe(1)
    const summary = { files: 3, checks: 3, failed: 2, skipped: 1 }
    expect(lines(out)).toMatchObject([{ file: 'own.json' }, { file: 'wycheproof.json' }, summary])
  })

  it('shows progress on a terminal only', async () => {
    for (let index = 0; index < 50; index += 1) put(`${index}.json`, '{}')
    expect((await run(['.'], true)).progress).toContain('50')
  })

  it('survives hostile files', async () => {
    put('good.json', { ...right, EXPECTEDRESULTS: { EXPECTEDVERIFY: true } })
    const flags = right.EXPECTEDRESULTS
    put('types.json', {
      JSON: [],
      CBOR: 1,
      COSE: {},
      PREFIX: null,
      TESTCTX: { CERTIFICATE: [] },
      EXPECTEDRESULTS: flags,
    })
    put('texts.json', { ...right, COSE: 'é', CBOR: '0', COMPRESSED: 'g', BASE45: '\u0000', PREFIX: 'x'.repeat(1e6) })
    put('deep.json', `{"TESTCTX":{},"EXPECTEDRESULTS":{},"JSON":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)
    put(
      'proto.json',
      JSON.stringify({ ...right, JSON: 0 }).replace('"JSON":0', '"JSON":{"__proto__":{"ver":"1"},"toJSON":1}'),
    )
    put('bomb.json', { ...right, COSE: `9a7fffffff${'81'.repeat(1e5)}`, EXPECTEDRESULTS: flags })
    put('wycheproof.json', { testGroups: [{ type: 'EcdsaVerify', tests: Array.from({ length: 1e4 }, () => 7) }] })
    const { exit, out } = await run(['.', '--json'])
    expect(exit).toBe(1)
    const codes = lines(out).map(({ code }) => code)
    expect(codes).not.toContain('vectors.exception')
    expect(lines(out).at(-1)?.byCheck).toMatchObject({ LIMIT: { total: 1, passed: 0, skipped: 0 } })
    expect(lines(out).some((line) => line.file === 'good.json')).toBe(false)
  })
})
