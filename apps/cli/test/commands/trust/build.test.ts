import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTrustList } from '@vaxcert/core/trust'
import { beforeAll, describe, expect, it } from 'vitest'
import { vaxcert } from '../../captured-io.ts'
import { emptyFolder } from '../../empty-folder.ts'
import { authorityOf, keysSample } from '../../sample-certificates.ts'
import { publishFirst, publishWith, signersOf, stageNext, trust } from '../../snapshot/lists-world.ts'
import { sampleRule } from '../../trust/sample-rule.ts'

const cwd = emptyFolder()
const all = ['dsc-all', 'dsc-test', 'dsc-recovery'] as const
const kidOf = (name: string): string => Buffer.from(authorityOf(name).documentSigner.kid).toString('base64')

function write(name: string, json: unknown): string {
  writeFileSync(join(cwd, name), JSON.stringify(json))
  return name
}

/** The answer of a build after `published`, and its exit code. */
async function built(staged: string, signers: readonly string[], ...more: readonly string[]) {
  const argv = ['--trust', ...signersOf(signers), '--previous', 'published', '--out', staged, '--json', ...more]
  const { code, stdout, stderr } = await vaxcert(['trust', 'build', ...argv], { cwd })
  return { code, stderr, answer: stdout === '' ? {} : JSON.parse(stdout) }
}

beforeAll(async () => publishFirst(cwd, 'published', all))

describe('vaxcert trust build', () => {
  it('numbers what changed, and lets the rest go on', async () => {
    const { answer } = await built('more', [...all, 'dsc-legacy'])
    const numbers = answer.files.map(({ kind, number, missing }: { kind: string; number: number; missing: number }) => [
      kind,
      number,
      missing,
    ])
    expect(numbers).toEqual([
      ['root', 1, 0],
      ['trust', 2, 2],
      ['deny', 1, 0],
      ['revocation', 1, 0],
      ['rules', 1, 0],
      ['value-sets', 1, 0],
      ['manifest', 2, 2],
    ])
    expect(answer.difference.trust.added).toEqual([`VN ${kidOf('dsc-legacy')}`])
  })

  it('denies what leaves, but for what is retired', async () => {
    const gone = await built('gone', ['dsc-all', 'dsc-test'], '--allow-shrink')
    expect(gone.answer.denied).toEqual([`kid ${kidOf('dsc-recovery')}`, expect.stringMatching(/^key /)])
    const retired = await built('retired', ['dsc-all', 'dsc-test'], '--allow-shrink', '--retire', kidOf('dsc-recovery'))
    expect(retired.answer.denied).toEqual([])
  })

  it('says which keys of the trust list are denied all the same', async () => {
    const deny = {
      format: 'vaxcert-deny-list',
      version: 1,
      denied: [{ kid: kidOf('dsc-test'), reason: 'compromised' }],
    }
    const { answer } = await built('vain', all, '--deny', write('denied-again.json', deny))
    expect(answer.deniedSigners).toEqual([kidOf('dsc-test')])
    expect((await built('none', all)).answer.deniedSigners).toEqual([])
  })

  it('refuses a list that loses much, or a country, unless told so', async () => {
    expect(await built('less', ['dsc-all'])).toMatchObject({
      code: 1,
      answer: { kind: 'refused', code: 'publish.shrinks' },
    })
    const foreign = { ...authorityOf('dsc-legacy').documentSigner, country: 'LA' }
    const list = write('la.json', writeTrustList([foreign]))
    await trust(cwd, 'build', '--trust', ...signersOf(all), list, '--previous', 'published', '--out', 'with-la')
    await publishWith(cwd, 'with-la', 'with-la-out')
    const argv = [
      'trust',
      'build',
      '--trust',
      ...signersOf([...all, 'dsc-expired']),
      '--previous',
      'with-la-out',
      '--out',
      'no-la',
    ]
    expect((await vaxcert(argv, { cwd })).stdout).toContain('publish.country-lost')
    expect((await vaxcert([...argv, '--allow-lost-country', 'LA'], { cwd })).code).toBe(0)
  })

  it('adds rules and denied keys, and holds up a list that loses rules', async () => {
    const rules = write('rules.json', [sampleRule(), sampleRule({ Identifier: 'GR-LA-0001', Country: 'LA' })])
    const denied = { format: 'vaxcert-deny-list', version: 1, denied: [{ kid: kidOf('stranger'), reason: 'leaked' }] }
    await stageNext(cwd, 'published', 'ruled', all, '--rules', rules, '--deny', write('deny.json', denied))
    await publishWith(cwd, 'ruled', 'ruled-out')
    const shown = JSON.parse(await trust(cwd, 'show', 'ruled-out', '--json'))
    expect(shown.holds).toMatchObject({ rules: { rules: 2 }, deny: { denied: 1 }, trust: { signers: 3 } })
    const less = [
      'trust',
      'build',
      '--trust',
      ...signersOf(all),
      '--previous',
      'ruled-out',
      '--out',
      'fewer',
      '--rules',
    ]
    expect((await vaxcert([...less, write('one.json', sampleRule())], { cwd })).stdout).toContain(
      'publish.country-lost',
    )
    const kept = await vaxcert(less.slice(0, -1), { cwd })
    expect(kept.stdout).toBe('Nothing differs.\n')
  })

  it('says so when two lists disagree', async () => {
    const other = write('other.json', writeTrustList([{ ...authorityOf('dsc-all').documentSigner, country: 'LA' }]))
    const text = await trust(
      cwd,
      'build',
      '--trust',
      ...signersOf(all),
      other,
      '--previous',
      'published',
      '--out',
      'twice',
    )
    expect(text).toBe('Two lists disagree on 1 key: the first counts.\nNothing differs.\n')
  })

  it('never stages into the published folder itself', async () => {
    const argv = [
      'trust',
      'build',
      '--trust',
      ...signersOf(all),
      '--previous',
      'published',
      '--out',
      './published',
      '--force',
    ]
    expect(await vaxcert(argv, { cwd })).toMatchObject({ code: 2, stdout: '' })
    expect(await trust(cwd, 'diff', 'published', 'published')).toBe('Nothing differs.\n')
  })

  it('replaces nothing that is staged without --force', async () => {
    await stageNext(cwd, 'published', 'again', all)
    expect(await built('again', all)).toMatchObject({ code: 1, answer: { code: 'stage.not-empty' } })
    expect(await built('again', all, '--force')).toMatchObject({ code: 0 })
  })

  it.each([
    ['a deny list that is none', ['--deny', 'la.json']],
    ['value sets that are none', ['--value-sets', 'la.json']],
    ['rules that are none', ['--rules', 'la.json']],
    ['a folder without revocations', ['--revocation', 'nowhere']],
    ['a kid that is none', ['--retire', 'AAAA']],
    ['a time that is none', ['--expires-in', '2 days']],
  ])('calls %s a mistake in use: exit code 2', async (_, more) => {
    write('la.json', writeTrustList([]))
    expect((await built('mistake', all, ...more)).code).toBe(2)
  })

  it('needs a root, and one that fits', async () => {
    const argv = ['trust', 'build', '--trust', join(keysSample, 'dsc-all.pem'), '--out', 'rootless']
    expect((await vaxcert(argv, { cwd })).stdout).toContain('stage.empty')
    expect((await vaxcert([...argv, '--previous', 'nowhere'], { cwd })).stdout).toContain('stage.empty')
    await publishFirst(cwd, 'stranger', ['dsc-all'])
    const roots = [
      'trust',
      'build',
      '--trust',
      join(keysSample, 'dsc-all.pem'),
      '--previous',
      'published',
      '--out',
      'stranger-1',
      '--force',
    ]
    const { stdout, code } = await vaxcert(roots, { cwd })
    expect([code, stdout.includes('stage.other-roots')]).toEqual([1, true])
  })
})
