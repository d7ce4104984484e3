import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OnboardingName } from '../../../src/keys/onboarding.ts'
import { vaxcert } from '../../captured-io.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-06-01T00:00:00Z')
const keys = (...args: readonly string[]) => vaxcert(['keys', ...args], { cwd: folder, now })
const dsc = (name: string, ...more: readonly string[]) => keys('dsc', '--csca', 'csca', '--out', name, ...more)

/** The checks that did not pass, and the exit code. */
async function check(name: string, csca = 'csca.pem', ...more: readonly string[]) {
  const { code, stdout } = await keys('check', name, '--csca', csca, '--json', ...more)
  const report = JSON.parse(stdout)
  const unmet = [...report.chain, ...(report.onboarding ?? [])]
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'advised')
    .map((each) => each.name)
  return { code, ready: report.ready, unmet: unmet.filter((each) => each !== 'names') }
}

beforeAll(async () => {
  await keys('csca', '--out', 'csca')
  await keys('csca', '--out', 'long', '--until', '2031-06-01', '--key-until', '2027-06-02')
  await dsc('dsc')
})

describe('vaxcert keys check', () => {
  it('finds ready what keys makes, and says that a sample is one', async () => {
    const { code, stdout } = await keys('check', 'dsc.pem', '--csca', 'csca.pem')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^advised {2}names: the subject says SAMPLE[^\n]*\nready for onboarding: \d+ checks passed\n$/,
    )
  })

  it('reads DER as well as PEM', async () => {
    writeFileSync(join(folder, 'dsc.der'), new X509Certificate(readFileSync(join(folder, 'dsc.pem'))).raw)
    expect(await check('dsc.der')).toEqual({ code: 0, ready: true, unmet: [] })
  })

  it.each<[OnboardingName, readonly string[]]>([
    ['dsc-lifetime', ['--until', '2028-06-02']],
    ['dsc-key-use', ['--key-until', '2026-12-02']],
    ['dsc-outlives-documents', ['--until', '2027-11-30']],
    ['dsc-within-csca', ['--from', '2026-05-31']],
    ['dsc-purposes', ['--eku', 'legacy']],
    ['dsc-purposes', ['--eku', 'none']],
    ['country', ['--country', 'LA']],
  ])('names what is missing: %s', async (name, options) => {
    await dsc('wrong', '--force', ...options)
    expect(await check('wrong.pem')).toEqual({ code: 1, ready: false, unmet: [name] })
  })

  it('advises against RSA, and fails nobody for it', async () => {
    await dsc('rsa', '--algorithm', 'PS256')
    expect(await check('rsa.pem')).toEqual({ code: 0, ready: true, unmet: ['dsc-key'] })
  })

  it('names a CSCA that lives or signs too long', async () => {
    await keys('dsc', '--csca', 'long', '--out', 'under-long')
    const unmet = ['csca-lifetime', 'csca-key-use']
    expect(await check('under-long.pem', 'long.pem')).toEqual({ code: 1, ready: false, unmet })
  })

  it('tells first what is wrong with the chain', async () => {
    const { code, stdout } = await keys('check', 'dsc.pem', '--csca', 'long.pem')
    expect(code).toBe(1)
    expect(stdout).toContain('failed  key-id: it points to another key than the one of the CSCA\n')
    expect(stdout).toContain('failed  signature: the key of the CSCA did not sign it\n')
    expect(stdout).toMatch(/\nnot ready for onboarding: \d+ checks passed\n$/)
  })

  it('takes another moment than now', async () => {
    expect(await check('dsc.pem', 'csca.pem', '--at', '2029-01-01')).toMatchObject({ code: 1, unmet: ['dsc-now'] })
  })

  it('says no to what is no certificate, and stops at what is no file', async () => {
    writeFileSync(join(folder, 'rubbish.pem'), 'rubbish')
    expect(await check('rubbish.pem')).toEqual({ code: 1, ready: false, unmet: ['dsc-form'] })
    expect(await keys('check', 'none.pem', '--csca', 'csca.pem')).toMatchObject({ code: 2 })
    expect(await keys('check', 'dsc.pem')).toMatchObject({ code: 2 })
  })
})
