import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dcc, Vaccination } from '@vaxcert/core/dcc'
import { qrPng } from '@vaxcert/paper'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleAuthority, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample, recovery, sampleText, vaccination } from '../sample-certificates.ts'

const cwd = emptyFolder()
const trust = ['--trust', `${keysSample}/trust-list.json`, '--json']
const [here] = vaccination.v as readonly [Vaccination]
const korean: Dcc = { ...vaccination, v: [{ ...here, co: 'KR', dn: 1, dt: '2021-06-10' }] }
const texts: Record<string, string> = {}

async function abroad(files: readonly string[], out: string, stdin = '') {
  const { code, stdout, stderr } = await vaxcert(['abroad', ...files, ...trust, '--out', out], { cwd, stdin })
  const [doses, refused] = ['abroad', 'refused'].map((name) => readFileSync(join(cwd, out, `${name}.csv`), 'utf8'))
  return { code, stderr, tally: JSON.parse(stdout), doses: rows(doses ?? ''), refused: rows(refused ?? '') }
}

/** Rows of a CSV without quotes, by its headings. */
function rows(text: string): readonly Record<string, string>[] {
  const [heading = '', ...lines] = text.split('\r\n').slice(0, -1)
  const columns = heading.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}

beforeAll(async () => {
  texts.korean = await sampleText(korean)
  texts.here = await sampleText(vaccination)
  texts.recovery = await sampleText(recovery)
})

describe('a certificate of another country', () => {
  it('becomes a dose: what it says, and its digest as evidence', async () => {
    writeFileSync(join(cwd, 'pass.png'), qrPng(texts.korean ?? ''))
    const { code, stderr, tally, doses, refused } = await abroad(['pass.png'], 'one')
    expect([code, stderr, refused]).toEqual([0, '', []])
    expect(tally).toEqual({ certificates: 1, doses: 1, refused: 0, byReason: {} })
    expect(doses).toMatchObject([
      {
        full_name: 'Trần Thị Ánh',
        birth_date: '1990-03-12',
        product: 'EU/1/20/1528',
        dose_date: '2021-06-10',
        dose_number: '1',
        country: 'KR',
        evidence: expect.stringMatching(/^hcert-sha256:[0-9a-f]{64}$/),
        id_number: '',
        nationality: '',
      },
    ])
    expect(readFileSync(join(cwd, 'one/abroad.csv'), 'utf8')).not.toContain('HC1:')
  })

  it('gives one dose, however often and in whatever form it is shown', async () => {
    const { doses } = await abroad(['pass.png', '-'], 'twice', texts.korean)
    expect(doses.map(({ dose_id }) => dose_id)).toEqual([doses[0]?.dose_id, doses[0]?.dose_id])
  })

  it('is refused with its reason where it is not believed, states no dose, or one given here', async () => {
    const stranger = await sampleText(korean, 'stranger')
    const changed = `${texts.korean?.slice(0, -2)}AA`
    const given = [texts.korean, texts.here, texts.recovery, stranger, changed, 'HC1:'].join('\n')
    const { code, tally, refused } = await abroad([], 'several', given)
    expect([code, tally.certificates, tally.doses, tally.refused]).toEqual([1, 6, 1, 5])
    expect(refused.map(({ certificate, reason }) => `${certificate} ${reason}`).slice(0, 3)).toEqual([
      '2 abroad.domestic',
      '3 abroad.no-vaccination',
      '4 signer.unknown',
    ])
    for (const { reason_words } of refused) expect(reason_words).not.toBe('')
    expect(JSON.stringify(refused)).not.toContain('HC1:')
  })

  it('tells people counts and words, and nobody', async () => {
    const { stdout } = await vaxcert(['abroad', ...trust.slice(0, 2), '--out', 'told'], {
      cwd,
      stdin: texts.here ?? '',
    })
    expect(stdout).toContain('1 certificate: 0 doses abroad, 1 refused')
    expect(stdout).toContain('mũi tiêm tại Việt Nam')
    expect(stdout).not.toMatch(/Trần|Ánh|HC1/)
  })

  it('needs somebody whose word counts', async () => {
    const { code, stderr } = await vaxcert(['abroad', '--out', 'nobody'], { cwd, stdin: texts.korean ?? '' })
    expect([code, stderr]).toEqual([2, expect.stringContaining('--trust FILE or --snapshot DIR')])
  })
})

describe('a dose abroad', () => {
  const passport = { id_number: 'M12345678', nationality: 'KR', sex: 'F' }

  function withPassport(changes: Record<string, string> = {}): string {
    const text = readFileSync(join(cwd, 'one/abroad.csv'), 'utf8')
    const [dose = {}] = rows(text)
    const filled = { ...dose, ...passport, ...changes }
    return `${Object.keys(filled).join(',')}\r\n${Object.values(filled).join(',')}\r\n`
  }

  async function cleansed(name: string, changes?: Record<string, string>) {
    writeFileSync(join(cwd, `${name}.csv`), withPassport(changes))
    const { stdout } = await vaxcert(['cleanse', `${name}.csv`, '--out', name, '--json'], { cwd })
    return JSON.parse(stdout)
  }

  it('is clean beside its evidence, and of its country', async () => {
    expect(await cleansed('with')).toMatchObject({ rows: 1, clean: 1, listed: 0 })
    expect(rows(readFileSync(join(cwd, 'with/clean.csv'), 'utf8'))).toMatchObject([
      { country: 'KR', nationality: 'KR', product: 'EU/1/20/1528' },
    ])
  })

  it('is listed without it, and without the number of a passport', async () => {
    expect(await cleansed('without', { evidence: '' })).toMatchObject({ listed: 1, byRule: { 'DS-19': 1 } })
    expect(await cleansed('nobody', { id_number: '' })).toMatchObject({ listed: 1, byRule: { 'ID-01': 1 } })
  })

  it('is the first of a series whose second was given here', async () => {
    const columns =
      'dose_id,id_number,full_name,sex,birth_date,nationality,phone,product,lot,dose_date,dose_number,facility'
    const second = 'D2,079190001234,Trần Thị Ánh,Nữ,1990-03-12,VN,0912345678,Pfizer,FA1234,2021-08-14,2,79001'
    writeFileSync(join(cwd, 'here.csv'), `${columns}\n${second}\n`)
    writeFileSync(join(cwd, 'first.csv'), withPassport({ id_number: '079190001234', nationality: 'VN' }))
    const byRule = async (...files: readonly string[]) =>
      JSON.parse((await vaxcert(['cleanse', ...files, '--out', 'series', '--json'], { cwd })).stdout).byRule
    expect(await byRule('here.csv')).toHaveProperty('DS-13')
    expect(await byRule('here.csv', 'first.csv')).not.toHaveProperty('DS-13')
  })

  it('counts in the series of its person, and is not signed by Viet Nam', async () => {
    const columns = 'dose_id,person_id,full_name,birth_date,product,date,country'
    const person = 'P1,Trần Thị Ánh,1990-03-12,EU/1/20/1528'
    writeFileSync(join(cwd, 'both.csv'), `${columns}\nA,${person},2021-06-10,KR\nB,${person},2021-08-14,VN\n`)
    const run = ['issue', 'both.csv', ...sampleAuthority, '--qr', 'none', '--out', 'passes', '--json']
    const { stdout } = await vaxcert(run, { cwd })
    expect(JSON.parse(stdout)).toEqual({ rows: 2, issued: 1, refused: { 'record.country': 1 } })
    const { stdout: seen } = await vaxcert(['verify', 'passes/certificates/B.txt', ...trust], { cwd })
    expect(JSON.parse(seen).dcc.v).toMatchObject([{ dn: 2, sd: 2, co: 'VN' }])
  })
})
