import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPass } from '../../src/paper/pass-fields.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { recovery, sampleText, vaccination } from '../sample-certificates.ts'

const cwd = emptyFolder()
let runs = 0

async function paper(lines: readonly (object | string)[], ...options: readonly string[]) {
  runs += 1
  const out = join(cwd, `run-${runs}`)
  const stdin = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const ran = await vaxcert(['paper', '-', '--out', out, ...options], { cwd, stdin })
  const files = () => readdirSync(out).filter((name) => name.endsWith('.pdf'))
  const pages = (name: string) => readFileSync(join(out, name), 'latin1').match(/\/Type \/Page\n/g)?.length ?? 0
  const unprinted = () => readFileSync(join(out, 'unprinted.ndjson'), 'utf8').trim().split('\n').filter(Boolean)
  return { ...ran, out, files, pages, unprinted }
}

const text = await sampleText(vaccination)

describe('vaxcert paper', () => {
  it('prints a page each, for their owner alone, named after the dose or the line', async () => {
    const ran = await paper([{ dose_id: '../D1', text }, text, { dose_id: '../D1', text }])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.files()).toEqual(['_._D1.pdf', '_._D1~2.pdf', 'line-2.pdf'])
    expect(statSync(join(ran.out, 'line-2.pdf')).mode & 0o777).toBe(0o600)
    expect(ran.stdout).toContain('3 certificates: 3 printed, 0 not')
  })

  it('merges by facility; those of none have a file too, and none is lost between many facilities', async () => {
    const lines = Array.from({ length: 42 }, (_, index) => ({ facility: `F${index % 20}`, text }))
    const ran = await paper([...lines, { text }], '--merge', 'facility')
    const pages = ran.files().reduce((sum, name) => sum + ran.pages(name), 0)
    expect([ran.code, pages, ran.pages('no-facility.pdf')]).toEqual([0, 43, 1])
    expect(readdirSync(ran.out).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('merges all, over as many files as the pages need', async () => {
    const ran = await paper([text, text, text], '--merge', 'all', '--pages', '2')
    expect(ran.files().map((name) => [name, ran.pages(name)])).toEqual([
      ['certificates.pdf', 2],
      ['certificates~2.pdf', 1],
    ])
  })

  it('tells and keeps every line that has no page', async () => {
    const lines = [text, 'no certificate', await sampleText(recovery), { text: `${text.slice(0, -3)}` }, { text: 7 }]
    const ran = await paper(lines, '--merge', 'all', '--json')
    expect(ran.code).toBe(1)
    const { certificates, printed, unprinted } = JSON.parse(ran.stdout)
    const total = Object.values(unprinted as Record<string, number>).reduce((sum, count) => sum + count, 0)
    expect([certificates, printed, total]).toEqual([5, 1, 4])
    const kept = ran.unprinted().map((line) => JSON.parse(line))
    expect(kept.map(({ line }) => line)).toEqual([2, 3, 4, 5])
    expect(kept[1].code).toBe('pass.kind')
    expect(kept[0].source).toBe('no certificate')
  })

  it('makes no document where there is no page', async () => {
    const ran = await paper(['nothing'], '--merge', 'all')
    expect([ran.code, ran.files()]).toEqual([1, []])
  })

  it('refuses a folder with pages, and a code that is too small', async () => {
    const { out } = await paper([text])
    expect((await vaxcert(['paper', '-', '--out', out], { cwd, stdin: text })).code).toBe(2)
    expect((await paper([text], '--size', '34')).code).toBe(2)
  })
})

describe('the fields of a page', () => {
  it('are those of the certificate, in words', async () => {
    expect(readPass(text)).toMatchObject({
      ok: true,
      pass: {
        name: { written: 'Trần Thị Ánh', icao: 'TRAN<<THI<ANH' },
        birthDate: '1990-03-12',
        vaccine: { en: 'SARS-CoV-2 mRNA vaccine' },
        product: 'Comirnaty (Pfizer)',
        maker: 'Biontech Manufacturing GmbH',
        state: { en: 'SOCIALIST REPUBLIC OF VIET NAM' },
        issuedAt: new Date('2022-06-01T12:00:00Z'),
      },
    })
  })

  it('are not there for what cannot be read', () => {
    expect(readPass('HC1:')).toMatchObject({ ok: false })
    expect(readPass('')).toEqual({ ok: false, code: 'text.prefix' })
  })
})
