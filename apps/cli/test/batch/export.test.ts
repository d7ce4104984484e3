import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openEmbedded, openServer } from '@vaxcert/records/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysSample } from '../sample-certificates.ts'
import { cleanDose } from './clean-doses.ts'
import { issue, ministry } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-export-'))
afterAll(() => rmSync(root, { recursive: true }))
const ledger = testLedger()

const doses = Array.from({ length: 6 }, (_, at) => cleanDose(`D${at}`, { facility: at < 4 ? '24001' : '24002' }))

interface Line {
  readonly dose_id: string
  readonly facility: string
  readonly uvci: string
  readonly text: string
  readonly file?: string
}

describe('vaxcert batch export and verify', () => {
  const office = ministry(root, ledger)
  let batch = 0

  beforeAll(async () => {
    batch = await issue(office, 'doses', doses)
  }, 240_000)

  const exported = <T>(out: string, ...more: readonly string[]) =>
    office.done<T>(['batch', 'export', `${batch}`, '--out', out, ...more, ...ledger()])
  const refused = (out: string, ...more: readonly string[]) =>
    office.run(['batch', 'export', `${batch}`, '--out', out, ...more, ...ledger()])
  const linesOf = (...path: readonly string[]): readonly Line[] =>
    readFileSync(office.path(join(...path)), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
  const files = (out: string) => readdirSync(office.path(out)).filter((name) => name !== 'export.json')
  const verified = (...more: readonly string[]) => {
    const how = ['--trust', `${keysSample}/dsc-vaccination.pem`, '--log-key', 'log.vkey']
    return office.run(['batch', 'verify', ...how, ...more, ...ledger()])
  }

  async function change(statement: string): Promise<void> {
    const [kind = '', place = ''] = ledger()
    const open = (): Promise<Database> =>
      kind === '--database' ? openServer(place) : openEmbedded(office.path(join(place, 'database')))
    const database = await open()
    await database.script(statement).finally(() => database.close())
  }

  it('writes one line for each certificate, that only the owner may read, and that our verifier accepts', async () => {
    expect(await exported('lines')).toMatchObject({ certificates: 6, files: 1, kept: 0, left: 0 })
    const [file = ''] = files('lines')
    const lines = linesOf('lines', file)
    expect(lines.map(({ dose_id }) => dose_id).toSorted()).toEqual(doses.map(({ dose_id }) => dose_id))
    expect(statSync(office.path(`lines/${file}`)).mode & 0o077).toBe(0)
    office.keep('texts', lines.map(({ text }) => `${text}\n`).join(''))
    const verdicts = await office.run(['verify', 'texts', '--trust', `${keysSample}/dsc-vaccination.pem`], new Date())
    expect(verdicts.code).toBe(0)
  })

  it('writes a file for each facility', async () => {
    expect(await exported('facilities', '--by', 'facility')).toMatchObject({ certificates: 6, files: 2 })
    expect(files('facilities')).toEqual(['24001.ndjson', '24002.ndjson'])
    expect(linesOf('facilities', '24002.ndjson').map(({ facility }) => facility)).toEqual(['24002', '24002'])
  })

  it('writes pictures and pages, and lists that name them', async () => {
    await exported('pictures', '--form', 'png', '--by', 'facility')
    const lines = linesOf('pictures', '24002', 'certificates.ndjson')
    expect(files('pictures/24002').toSorted()).toEqual(
      [...lines.map(({ file = '' }) => file), 'certificates.ndjson'].toSorted(),
    )
    const picture = office.path(`pictures/24002/${lines[0]?.file}`)
    const read = await office.run(['verify', picture, '--trust', `${keysSample}/dsc-vaccination.pem`], new Date())
    expect(read.code).toBe(0)
    await exported('pages', '--form', 'pdf', '--by', 'facility')
    expect(files('pages/24001').toSorted()).toEqual(['certificates.ndjson', 'certificates.pdf'])
  })

  it('goes on from where it was: what is whole stays, what is not is written anew', async () => {
    await exported('cut', '--by', 'facility')
    const before = readFileSync(office.path('cut/24001.ndjson'))
    rmSync(office.path('cut/24002.ndjson'))
    office.keep('cut/24002.ndjson.part', 'half')
    mkdirSync(office.path('cut/24003.part'))
    expect(await exported('cut', '--by', 'facility')).toMatchObject({ certificates: 2, files: 1, kept: 1 })
    expect(files('cut')).toEqual(['24001.ndjson', '24002.ndjson'])
    expect(readFileSync(office.path('cut/24001.ndjson'))).toEqual(before)
  })

  it('never mixes: not with another form, nor with what somebody else has there', async () => {
    expect((await refused('lines', '--form', 'svg')).stderr).toMatch(/holds another export/)
    mkdirSync(office.path('other'))
    writeFileSync(office.path('other/notes'), '')
    expect((await refused('other')).stderr).toMatch(/holds something else/)
    expect((await office.run(['batch', 'export', '77', '--out', 'new', ...ledger()])).stderr).toMatch(/no batch 77/)
  })

  it('proves that ledger, log and output agree', async () => {
    for (const output of ['lines', 'facilities', 'pictures', 'pages']) {
      const { code, stdout } = await verified('--output', output)
      expect(stdout).toMatch(/^SOUND: 6 certificates in 1 chunk, 6 released; 0 refused\nlog: 6 entries, 1 checkpoint/)
      expect(stdout).toMatch(/output of batch \d+: 6 of 6 released/)
      expect(code).toBe(0)
    }
  })

  it.each([
    ['a line that is missing', (lines: string[]) => lines.slice(1), /^ {2}dose \d+: .*\(export\.missing\)$/m],
    [
      'a line that is there twice',
      (lines: string[]) => [...lines, ...lines.slice(1)],
      /24002\.ndjson:3: .*\(export\.twice\)/,
    ],
    [
      'a text that is another',
      (lines: string[]) => lines.map((line) => line.replace('HC1:', 'HC1:A')),
      /24002\.ndjson:1: .*\(export\.differing\)/,
    ],
    [
      'a certificate that goes by the name of another dose',
      ([first = '', ...lines]: string[]) => [first.replace(/"dose_id":"[^"]+"/, '"dose_id":"D99"'), ...lines],
      /24002\.ndjson:1: .*\(export\.differing\)/,
    ],
    [
      'a certificate for another facility',
      (lines: string[]) => lines.map((line) => line.replace('"facility":"24002"', '"facility":"24001"')),
      /24002\.ndjson:1: .*\(export\.differing\)/,
    ],
    [
      'a line that nobody wrote',
      (lines: string[]) => [...lines, '{"uvci":"URN:UVCI:01:VN:X","text":"HC1:"}'],
      /24002\.ndjson:3: .*\(export\.unknown\)/,
    ],
    ['a line that is none', (lines: string[]) => [...lines, 'Hoàng Yến'], /24002\.ndjson:3: .*\(export\.unknown\)/],
  ])('finds %s', async (_, change, finding) => {
    await exported('spoilt', '--by', 'facility')
    const path = office.path('spoilt/24002.ndjson')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, `${change(before.trim().split('\n')).join('\n')}\n`)
    const { code, stdout } = await verified('--output', 'spoilt')
    writeFileSync(path, before)
    expect(stdout).toMatch(/^BROKEN/)
    expect(stdout).toMatch(finding)
    expect(stdout).not.toMatch(/Hoàng|HC1/)
    expect(code).toBe(1)
  })

  it('finds a picture that is gone, or empty', async () => {
    const [gone = '', empty = ''] = linesOf('pictures', '24002', 'certificates.ndjson').map(({ file }) => file)
    rmSync(office.path(`pictures/24002/${gone}`))
    writeFileSync(office.path(`pictures/24002/${empty}`), '')
    const { code, stdout } = await verified('--output', 'pictures')
    expect(stdout).toMatch(/2 pictures that a list names and that are not there, or empty/)
    expect(code).toBe(1)
  })

  it('leaves out what is revoked', async () => {
    const [{ uvci = '' } = {}] = linesOf('facilities', '24001.ndjson')
    office.keep('uvcis.txt', `${uvci}\n`)
    const why = ['--reason', 'superseded', '--by', 'Trần Văn Mẫu', '--register', 'revoked.ndjson']
    await office.done(['batch', 'revoke', '--uvcis', 'uvcis.txt', ...why, ...ledger()], new Date())
    expect(await exported('without', '--by', 'facility')).toMatchObject({ certificates: 5 })
    const { code, stdout } = await verified('--output', 'without')
    expect(stdout).toMatch(/output of batch \d+: 5 of 6 released, 1 of them revoked/)
    expect(code).toBe(0)
  })

  it('finds a certificate of the ledger that was changed', async () => {
    const flip = (): Promise<void> =>
      change(
        `update vaxcert.certificate set signature = set_byte(signature, 5, get_byte(signature, 5) # 1) where leaf = 2`,
      )
    await flip()
    const { code, stdout } = await verified()
    await flip()
    expect(stdout).toMatch(/dose \d+: our own verifier does not accept its certificate \(audit\.certificate\)/)
    expect(stdout).toMatch(/entry 2: an entry is missing, was changed.*\(log\.entry\)/)
    expect(code).toBe(1)
  })

  it('gives a part of a batch by chunk alone, and the rest later', async () => {
    await change(`update vaxcert.chunk set state = 'stuck', code = 'signer.refused' where batch_id = ${batch}`)
    const part = await refused('part')
    await change(`update vaxcert.chunk set state = 'released', code = null where batch_id = ${batch}`)
    expect(part).toMatchObject({ code: 1 })
    expect(part.stdout).toMatch(/6 doses not issued yet: the same command adds them later/)
    expect(await exported('part')).toMatchObject({ certificates: 5, files: 1, left: 0 })
    await change(`update vaxcert.chunk set state = 'stuck', code = 'signer.refused' where batch_id = ${batch}`)
    const whole = await refused('whole', '--by', 'facility')
    await change(`update vaxcert.chunk set state = 'released', code = null where batch_id = ${batch}`)
    expect(whole.stderr).toMatch(/6 doses are not issued yet: export it by chunk, or issue them first/)
  })
})
