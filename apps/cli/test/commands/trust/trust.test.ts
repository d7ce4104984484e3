import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { vaxcert } from '../../captured-io.ts'
import { emptyFolder } from '../../empty-folder.ts'
import { keysSample } from '../../sample-certificates.ts'
import { publishFirst, publishWith, signersOf, stageNext, trust } from '../../snapshot/lists-world.ts'

const cwd = emptyFolder()
const key = (name: string): string => join(keysSample, name)

/** Output and exit code of a command on lists. */
async function ran(...argv: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  return vaxcert(['trust', ...argv], { cwd })
}

beforeAll(async () => {
  await publishFirst(cwd, 'published', ['dsc-all', 'dsc-test'])
  await trust(cwd, 'update', 'held', '--from', 'published', '--root', 'published/roots/1.root')
})

describe('vaxcert trust rotate', () => {
  it('stages a root alone when only its own keys change; the lists go on', async () => {
    const roots = ['root-2', 'root-3', 'facility'].map((name) => `${key(name)}.pem`)
    await trust(cwd, 'rotate', 'published', '--root-key', ...roots, '--expires', '2025-01-01', '--out', 'root-2')
    const staged = JSON.parse(await trust(cwd, 'show', 'root-2', '--json'))
    expect(staged.files).toMatchObject([{ kind: 'root', number: 2, epoch: 1, missing: 4 }])
    await expect(publishWith(cwd, 'root-2', 'published')).rejects.toThrow(/stage\.no-role|REFUSED/)

    await trust(cwd, 'sign', 'root-2', '--key', key('root-2'))
    await trust(cwd, 'sign', 'root-2', '--key', key('root-1'))
    expect((await ran('publish', 'root-2', '--out', 'published')).stdout).toContain('list.threshold')
    await trust(cwd, 'publish', 'root-2', '--out', 'published', '--key', key('facility'))
    await trust(cwd, 'update', 'held', '--from', 'published')
    expect(JSON.parse(await trust(cwd, 'show', 'held', '--json'))).toMatchObject({
      root: { number: 2, roles: { root: { threshold: 2 } } },
      manifest: { number: 1 },
    })
  })

  it('needs lists that are published, and an empty folder', async () => {
    expect((await ran('rotate', 'nowhere', '--expires', '2025-01-01', '--out', 'x')).stdout).toContain('stage.empty')
    const again = await ran('rotate', 'published', '--expires', '2025-01-01', '--out', 'root-2')
    expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('stage.not-empty') })
  })
})

describe('vaxcert trust show', () => {
  beforeAll(async () => {
    const keys = (name: string): readonly string[] => [1, 2].map((number) => key(`${name}-${number}.pem`))
    const roles = ['--root-key', ...keys('root'), '--list-key', ...keys('list')]
    await trust(cwd, 'root', ...roles, '--environment', 'test', '--expires', '2023-01-01', '--out', 'other')
    for (const name of ['root-1', 'root-2']) await trust(cwd, 'sign', 'other', '--key', key(name))
  })

  it('checks a published folder against the root that is named', async () => {
    expect(await trust(cwd, 'show', 'published')).toContain('Checked against its own first root')
    expect(await trust(cwd, 'show', 'published', '--root', 'published/roots/1.root')).not.toContain('Checked against')
    const other = await ran('show', 'published', '--root', 'other/roots/1.root', '--at', '2022-06-01')
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('list.changed') })
  })

  it('checks a held folder against the root that is named, when it shows it and when it verifies with it', async () => {
    await trust(cwd, 'update', 'holding', '--from', 'published', '--root', 'published/roots/1.root')
    expect(await trust(cwd, 'show', 'holding', '--root', 'published/roots/1.root')).toContain('manifest')
    expect(await ran('show', 'holding', '--root', 'other/roots/1.root')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('held.other-root'),
    })
    const verify = ['verify', '--snapshot', 'holding', '--root', 'other/roots/1.root']
    expect(await vaxcert(verify, { cwd, stdin: 'HC1:x' })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('held.other-root'),
    })
  })

  it('reads a list, signed or plain, without believing it', async () => {
    expect(await trust(cwd, 'show', 'published/trust.list')).toContain('trust: 2 signers of 1 country\n')
    expect(await trust(cwd, 'show', join(keysSample, 'trust-list.json'))).toContain('trust: 7 signers of 1 country\n')
    expect(await trust(cwd, 'show', 'published/roots/1.root')).toMatch(/^root 1, epoch 1, test, /)
    expect((await ran('show', 'published/manifest.list')).code).toBe(2)
    expect((await ran('show', 'published/roots')).code).toBe(1)
  })

  it('tells one JSON line of each', async () => {
    for (const path of ['held', 'published', 'published/deny.list', 'published/roots/2.root', 'root-2']) {
      const text = await trust(cwd, 'show', path, '--json')
      expect(text.split('\n')).toHaveLength(2)
      expect(JSON.parse(text).kind).toMatch(/^(?:snapshot|list|root|staged)$/)
    }
  })

  it('refuses a folder in which a byte is another one', async () => {
    await publishFirst(cwd, 'bent', ['dsc-all'])
    const path = join(cwd, 'bent/deny.list')
    const bytes = readFileSync(path)
    bytes[bytes.length - 3] = 0
    writeFileSync(path, bytes)
    expect(await ran('show', 'bent', '--json')).toMatchObject({
      code: 1,
      stdout: '{"kind":"refused","code":"list.signature"}\n',
    })
  })
})

describe('vaxcert trust diff', () => {
  it('answers by its exit code', async () => {
    expect(await ran('diff', 'held', 'published')).toMatchObject({ code: 0, stdout: 'Nothing differs.\n' })
    await stageNext(cwd, 'published', 'next', ['dsc-all', 'dsc-test', 'dsc-rsa'])
    const { code, stdout } = await ran('diff', 'held', 'next', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).trust.added).toHaveLength(1)
    expect(await ran('diff', 'next', signersOf(['dsc-all'])[0] ?? '')).toMatchObject({ code: 2 })
  })
})

describe('the commands on lists', () => {
  it('refuse usage that makes no sense with exit code 2', async () => {
    const root = ['root', '--root-key', key('root-1.pem'), '--list-key', key('list-1.pem'), '--environment', 'test']
    for (const argv of [
      ['update', 'held'],
      ['sign', 'next', '--key', key('missing')],
      ['publish', 'next'],
      [...root, '--expires', 'soon', '--out', 'r'],
      [...root, '--expires', '2030-01-01', '--out', 'r', '--threshold', '0'],
      ['show'],
    ]) {
      expect(await ran(...argv)).toMatchObject({ code: 2, stdout: '' })
    }
  })

  it('say so when the lists are not where they should be, like on a stick that is not there', async () => {
    const update = ['trust', 'update', 'held', '--from', 'stick']
    const { code, stderr } = await vaxcert(update, { cwd })
    expect([code, stderr]).toEqual([2, `vaxcert: There are no published lists in ${join(cwd, 'stick')}.\n`])
  })

  it('sign no file that is called something else than it is', async () => {
    await stageNext(cwd, 'published', 'swapped', ['dsc-all', 'dsc-test', 'dsc-rsa'])
    cpSync(join(cwd, 'swapped/manifest.list'), join(cwd, 'swapped/deny.list'))
    const { code, stdout } = await ran('sign', 'swapped', '--key', key('list-1'))
    expect([code, stdout]).toEqual([1, expect.stringContaining('list.mixed')])
  })

  it('refuse a root that its keys could never sign', async () => {
    const root = ['root', '--root-key', key('root-1.pem'), '--list-key', key('list-1.pem'), '--environment', 'test']
    const { code, stderr } = await vaxcert(['trust', ...root, '--expires', '2030-01-01', '--out', 'r'], { cwd })
    expect([code, stderr]).toEqual([2, 'vaxcert: 2 signatures are asked for and only 1 key named.\n'])
  })

  it('refuse a key with two roles, and a root that ends before it begins', async () => {
    const one = ['--threshold', '1', '--list-threshold', '1', '--environment', 'test', '--out', 'r']
    const told = async (...argv: readonly string[]) => {
      const { code, stderr } = await vaxcert(['trust', ...argv], { cwd })
      return `${code} ${stderr}`
    }
    const keys = (list: string) => ['--root-key', key('root-1.pem'), '--list-key', key(list)]
    const twice = '2 vaxcert: A key is named twice: each key has one role.\n'
    expect(await told('root', ...keys('root-1.pem'), ...one, '--expires', '2030-01-01')).toBe(twice)
    const rotate = ['rotate', 'published', '--out', 'r', '--expires', '2030-01-01']
    expect(await told(...rotate, '--list-key', key('root-2.pem'), key('list-1.pem'))).toBe(twice)
    expect(await told('root', ...keys('list-1.pem'), ...one, '--expires', '2020-01-01')).toBe(
      '2 vaxcert: The root would expire before it is issued: see --expires.\n',
    )
  })
})
