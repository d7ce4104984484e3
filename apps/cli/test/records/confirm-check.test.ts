import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fields } from '@vaxcert/records'
import { fingerprint } from '@vaxcert/records/confirm'
import { csvRow } from '@vaxcert/records/read'
import { describe, expect, it } from 'vitest'
import { certificateBytes } from '../../src/keys/certificate-bytes.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const root = emptyFolder()
const key = `${keysSample}/facility`
const certificate = fingerprint(certificateBytes(readFileSync(`${key}.pem`)))
const units = JSON.stringify({ units: [{ unit: '24001', certificate, facilities: ['24001'] }] })

const dose = {
  ...{ dose_id: 'D4', id_number: '001185012345', full_name: 'Lò Thị Mẫu', sex: 'female', birth_date: '1985-05-13' },
  ...{ product: 'EU/1/20/1528', dose_date: '2021-08-02', facility: '24001', country: 'VN' },
}

function table(...rows: readonly Readonly<Record<string, string>>[]): string {
  return csvRow(fields) + rows.map((row) => csvRow(fields.map((field) => row[field] ?? ''))).join('')
}

/** A folder with doses of one facility, and its confirmation of them in f/000001.json. */
async function confirmed(doses: string): Promise<string> {
  const cwd = mkdtempSync(join(root, 'case-'))
  for (const [name, text] of Object.entries({ 'doses.csv': doses, 'units.json': units }))
    writeFileSync(join(cwd, name), text)
  const sign = ['confirm', 'sign', 'doses.csv', '--unit', '24001', '--units', 'units.json', '--key', key]
  expect((await vaxcert([...sign, '--by', 'BS. Mẫu', '--out', 'f'], { cwd })).code).toBe(0)
  return cwd
}

function check(cwd: string, confirmations: readonly string[], ...more: readonly string[]) {
  return vaxcert(['confirm', 'check', ...confirmations, '--units', 'units.json', '--ca', `${key}.pem`, ...more], {
    cwd,
  })
}

describe('confirm check', () => {
  it('may write where the doses lie, and says the same again', async () => {
    const cwd = await confirmed(table(dose))
    const first = await check(cwd, ['f/000001.json'], '--doses', 'doses.csv', '--out', 'k')
    const again = await check(cwd, ['f/000001.json'], '--doses', 'k/confirmed.csv', '--out', 'k')
    expect(again).toEqual(first)
    expect(readdirSync(join(cwd, 'k')).toSorted()).toEqual(['confirmed.csv', 'left.csv', 'seen.csv', 'summary.json'])
    expect(readFileSync(join(cwd, 'k/confirmed.csv'), 'utf8')).toBe(table(dose))
  })

  it('forgets no confirmation that an earlier check into the folder has seen', async () => {
    const cwd = await confirmed(table(dose))
    const seen = () => readFileSync(join(cwd, 'k/seen.csv'), 'utf8')
    await check(cwd, ['f/000001.json'], '--doses', 'doses.csv', '--out', 'k')
    const before = seen()
    writeFileSync(join(cwd, 'damaged.json'), '{}')
    expect((await check(cwd, ['damaged.json'], '--doses', 'doses.csv', '--out', 'k')).code).toBe(1)
    expect(before.trim().split('\r\n')).toHaveLength(2)
    expect(seen()).toBe(before)
  })

  it('leaves what stood there where the doses cannot be read to their end', async () => {
    const cwd = await confirmed(table(dose))
    await check(cwd, ['f/000001.json'], '--doses', 'doses.csv', '--out', 'k')
    writeFileSync(join(cwd, 'cut.csv'), `${table(dose)}D5,"x\n`)
    expect((await check(cwd, ['f/000001.json'], '--doses', 'cut.csv', '--out', 'k')).code).toBe(2)
    expect(readFileSync(join(cwd, 'k/confirmed.csv'), 'utf8')).toBe(table(dose))
    expect(readdirSync(join(cwd, 'k')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it.each([
    ['KR', 'M12345678', 1],
    ['VN', '001185012345', 0],
    ['', '001185012345', 0],
    ['Kinh', '001185012345', 0],
    ['Mẫu quốc', 'M12345678', 0],
    ['KR', '001185012345', 0],
  ])('lets nobody by unverified but a foreigner with a passport: %s, %s', async (nationality, number, doses) => {
    const cwd = await confirmed(table({ ...dose, nationality, id_number: number }))
    writeFileSync(join(cwd, 'who.csv'), 'dose_id,verified,edited\n')
    const told = await check(cwd, ['f/000001.json'], '--doses', 'doses.csv', '--identities', 'who.csv', '--json')
    expect(JSON.parse(told.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ doses: 1, confirmed: doses })
  })
})
