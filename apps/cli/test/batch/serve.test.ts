import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fields } from '@vaxcert/records'
import { fingerprint } from '@vaxcert/records/confirm'
import { csvRow } from '@vaxcert/records/read'
import { describe, expect, it } from 'vitest'
import { certificateBytes } from '../../src/keys/certificate-bytes.ts'
import { run } from '../../src/run.ts'
import { type Ran, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const root = emptyFolder()
const token = 'sample-token-0123456789abcdef01234567'
const printOf = (name: string) => fingerprint(certificateBytes(readFileSync(`${keysSample}/${name}.pem`)))

const dose = {
  ...{ dose_id: 'D4', person_id: 'P4', id_number: '001185012345', full_name: 'Lò Thị Mẫu', sex: 'female' },
  ...{ birth_date: '1985-05-13', product: 'EU/1/20/1528', dose_date: '2021-08-02', facility: '24001', country: 'VN' },
}
const files = {
  'doses.csv': csvRow(fields) + csvRow(fields.map((field) => (dose as Record<string, string>)[field] ?? '')),
  'identities.csv': 'dose_id,verified,edited\nD4,2022-04-01,2022-03-01\n',
  'units.json': JSON.stringify({ units: [{ unit: '24001', certificate: printOf('facility'), facilities: ['24001'] }] }),
  'approvers.json': JSON.stringify({
    approvers: [
      { name: 'Lê Thị Mẫu', certificate: printOf('dsc-all') },
      { name: 'Trần Văn Mẫu', certificate: printOf('dsc-test') },
    ],
  }),
  'callers.json': JSON.stringify({
    callers: [{ name: 'clinic', token: hash('sha256', token, 'hex'), scopes: ['issue', 'metrics'], perMinute: 60 }],
  }),
}

const authority = ['--dsc', `${keysSample}/dsc-vaccination.pem`, '--issuer', 'SAMPLE Ministry']
const evidence = [
  ...['--confirmation', 'f/000001.json', '--units', 'units.json', '--ca', `${keysSample}/facility.pem`],
  ...['--identities', 'identities.csv', '--key', `${keysSample}/dsc-vaccination.key.pem`],
]
const service = ['--batch', '1', '--approvers', 'approvers.json', '--callers', 'callers.json', '--log-key', 'log']

/** A folder with a confirmed dose, a key of the log, and a standing approval by two people. */
async function ministry(): Promise<string> {
  const cwd = mkdtempSync(join(root, 'ministry-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  const done = async (...argv: readonly string[]): Promise<Ran> => {
    const ran = await vaxcert(argv, { cwd, now: new Date() })
    expect(ran.code, ran.stderr).toBe(0)
    return ran
  }
  const sign = ['confirm', 'sign', 'doses.csv', '--unit', '24001', '--units', 'units.json', '--by', 'BS. Mẫu']
  await done(...sign, '--key', `${keysSample}/facility`, '--out', 'f')
  await done('log', 'keys', '--out', 'log', '--name', 'sample.example/log')
  const standing = ['batch', 'standing', '--per-day', '10', '--until', '2035-01-01', '--by', 'Phạm Văn Mẫu', '--json']
  const { digest } = JSON.parse((await done(...standing, ...authority)).stdout) as { digest: string }
  for (const name of ['dsc-all', 'dsc-test']) {
    const how = ['--approvers', 'approvers.json', '--key', `${keysSample}/${name}`, '--digest', digest]
    await done('batch', 'approve', '1', ...how)
  }
  return cwd
}

describe('vaxcert batch serve', () => {
  it('issues a dose that is confirmed, tells nothing of it, and ends when it is told to', async () => {
    const cwd = await ministry()
    const said = { stdout: '', stderr: '' }
    const sink = (name: 'stdout' | 'stderr') => ({
      write(text: string) {
        said[name] += text
      },
    })
    let end = (): void => {}
    const ended = run(['batch', 'serve', ...service, ...authority, ...evidence, '--listen', 'localhost:0'], {
      cwd,
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      stdin: (async function* () {})(),
      now: () => new Date(),
      onInterrupt: (act) => {
        end = act
        return () => {}
      },
    })
    await expect.poll(() => said.stderr).toMatch(/Issuing at/)
    const url = /http:\/\/\S+/.exec(said.stderr)?.[0] ?? ''
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' }
    const body = JSON.stringify({ source: 'national', doseId: 'D4', doses: [dose] })
    const answer = await fetch(`${url}/v1/certificates`, { method: 'POST', headers, body })
    expect([answer.status, await answer.json()]).toEqual([
      201,
      expect.objectContaining({ state: 'issued', certificate: expect.stringMatching(/^HC1:/) }),
    ])
    const changed = JSON.stringify({ source: 'national', doseId: 'D4', doses: [{ ...dose, full_name: 'Lò Văn Mẫu' }] })
    const refused = await fetch(`${url}/v1/certificates`, { method: 'POST', headers, body: changed })
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'confirm.changed' }])
    expect(await (await fetch(`${url}/metrics`, { headers })).text()).toContain('vaxcert_ledger_issued 1\n')
    end()
    expect(await ended).toBe(0)
    expect(said.stdout.trim().split('\n')).toHaveLength(3)
    expect(said.stderr.match(/^Without --per-key .*$/gm)).toHaveLength(1)
    expect(said.stdout + said.stderr).not.toMatch(/Mẫu|1985|001185|D4/)
  })

  it.each([
    ['other machines in the clear', ['--listen', '0.0.0.0:0'], /--https-cert/],
    ['half a certificate', ['--https-cert', 'x.pem'], /go together/],
    [
      'a certificate and another key',
      ['--https-cert', `${keysSample}/dsc-all.pem`, '--https-key', `${keysSample}/dsc-test.key.pem`],
      /are not certificates and a key that go together/,
    ],
    ['a register that is none', ['--callers', 'approvers.json'], /not a register of callers/],
  ])('does not serve with %s', async (_, more, sentence) => {
    const cwd = mkdtempSync(join(root, 'refused-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
    const argv = ['batch', 'serve', ...service, ...authority, ...evidence, ...more]
    const ran = await vaxcert(argv, { cwd })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(sentence)
  })
})
