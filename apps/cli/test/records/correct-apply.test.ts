import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fields } from '@vaxcert/records'
import { addEvent, newHistory } from '@vaxcert/records/correct'
import { csvRow } from '@vaxcert/records/read'
import { describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const root = emptyFolder()
const dose: Readonly<Record<string, string>> = { dose_id: 'D4', full_name: 'Lò Thị Mẫu', lot: 'FK0112' }
const doses = csvRow(fields) + csvRow(fields.map((field) => dose[field] ?? ''))

/** A history in which the lot of the dose is corrected. */
function history(): string {
  const open = newHistory()
  const told = { report: 'R-1', by: 'Trần Thị Mẫu', role: 'station', at: '2022-05-20T08:00:00Z', why: '', evidence: [] }
  const corrections = [{ kind: 'change', dose: 'D4', field: 'lot', before: 'FK0112', after: 'FK0113' }]
  const evidence = [{ sha256: 'a'.repeat(64), kind: 'session-list' }]
  const steps = [
    { ...told, step: 'received', kind: 'wrong-information', isPhoneProved: true, evidence },
    { ...told, step: 'checked' },
    { ...told, step: 'verified', method: 'facility-records' },
    { ...told, by: 'Lê Văn Thử', step: 'approved', corrections },
  ]
  return steps.map((step) => `${addEvent(open, step).line}\n`).join('')
}

function apply(files: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const cwd = mkdtempSync(join(root, 'case-'))
  for (const [name, text] of Object.entries({ 'doses.csv': doses, 'h.ndjson': history(), ...files }))
    writeFileSync(join(cwd, name), text)
  const args = ['correct', 'apply', 'doses.csv', '--history', 'h.ndjson', ...more]
  return vaxcert(args, { cwd }).then((result) => ({ ...result, cwd }))
}

describe('correct apply', () => {
  it('takes what issue wrote for the certificates to be revoked', async () => {
    const line = JSON.stringify({ dose_id: 'D4', uvci: 'URN:UVCI:01:VN:X', text: 'HC1:…', files: [] })
    const { code, cwd } = await apply({ 'issued.ndjson': `${line}\n` }, '--certificates', 'issued.ndjson', '--out', 'o')
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'o/revoke.txt'), 'utf8')).toBe('URN:UVCI:01:VN:X\n')
  })

  it.each([
    ['a table without ci', 'dose_id,uvci\nD4,URN:UVCI:01:VN:X\n', 'issued.csv'],
    ['a line without an identifier', 'dose_id,ci\nD4,\n', 'issued.csv'],
    ['an empty file', '', 'issued.csv'],
    ['lines of something else', '{"dose_id":"D4"}\n', 'issued.ndjson'],
    ['certificates of issue by a name of CSV', '{"dose_id":"D4","uvci":"URN:UVCI:01:VN:X"}\n', 'issued.csv'],
  ])('does not pass over %s as if nothing had been issued', async (_, text, name) => {
    const { code, stderr, cwd } = await apply({ [name]: text }, '--certificates', name, '--out', 'o')
    expect(code).toBe(2)
    expect(stderr).toContain('--certificates')
    expect(readdirSync(cwd)).not.toContain('o')
  })

  it('may write where it reads: what it reads is replaced at the end', async () => {
    const { code, cwd } = await apply({}, '--out', '.')
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'doses.csv'), 'utf8')).toContain('FK0113')
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('leaves what stood there where it comes to no end', async () => {
    const { code, cwd } = await apply({ 'doses.csv': `${doses}D5,"x\n` }, '--out', '.')
    expect(code).toBe(2)
    expect(readFileSync(join(cwd, 'doses.csv'), 'utf8')).toBe(`${doses}D5,"x\n`)
    expect(readdirSync(cwd).toSorted()).toEqual(['doses.csv', 'h.ndjson'])
  })
})
