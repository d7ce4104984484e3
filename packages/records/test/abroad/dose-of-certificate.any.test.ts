import type { Dcc } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { doseOfCertificate } from '../../src/abroad/dose-of-certificate.ts'
import { cleanseRow } from '../../src/cleanse/cleanse-row.ts'
import { context } from '../cleanse/rows.ts'
import { accepted, dcc, shownByVietNam, vaccination } from './dcc.ts'

const dose = (changes: Partial<Dcc> = {}) => doseOfCertificate(accepted({ ...dcc, ...changes }))

/** Rules that find something in the dose of a certificate. */
async function rulesFor(content: Dcc, filled = {}): Promise<readonly string[]> {
  const values = await doseOfCertificate(accepted(content))
  if (values === undefined) throw new TypeError('no dose')
  const record = { place: { file: 'abroad.csv', row: 1, line: 2 }, values: { ...values, ...filled } }
  return cleanseRow(record, context({ survey: { dateOrder: {} } })).findings.map(({ rule }) => rule)
}

const passport = { id_number: 'M12345678', nationality: 'KR', sex: 'F', phone: '+82 10 1234 5678' }

describe('the dose of a certificate', () => {
  it('says what the certificate says, and nothing else', async () => {
    const told = Object.entries((await dose()) ?? {}).filter(([, value]) => value !== '')
    expect(Object.fromEntries(told)).toEqual({
      dose_id: expect.stringMatching(/^ABROAD-[0-9a-f]{32}$/),
      full_name: 'Trần Thị Ánh',
      birth_date: '1990-03-12',
      product: 'EU/1/20/1528',
      dose_date: '2021-06-10',
      dose_number: '1',
      country: 'KR',
      entry_mode: 'certificate',
      evidence: expect.stringMatching(/^hcert-sha256:[0-9a-f]{64}$/),
    })
  })

  it('is another where something else was signed', async () => {
    const [one, same, other] = await Promise.all(
      [[1], [1], [2]].map((bytes) => doseOfCertificate(accepted(dcc, new Uint8Array(bytes)))),
    )
    expect(one?.evidence).toBe(same?.evidence)
    expect(one?.evidence).not.toBe(other?.evidence)
    expect(one?.dose_id).not.toBe(other?.dose_id)
  })

  it('takes a name in passport letters where there is no other, or one part of it', async () => {
    expect((await dose({ nam: { fnt: 'GARCIA<LOPEZ', gnt: 'ANA' } }))?.full_name).toBe('GARCIA LOPEZ ANA')
    expect((await dose({ nam: { fn: 'Siu' } }))?.full_name).toBe('Siu')
  })

  it('is none of a test or a recovery', async () => {
    const { v: _, ...rest } = dcc
    expect(await doseOfCertificate(accepted(rest))).toBeUndefined()
    expect(await doseOfCertificate(accepted({ ...rest, v: [] }))).toBeUndefined()
  })

  it('has the day of a date with a time, and keeps what is no day for DS-01', async () => {
    expect((await dose({ v: [{ ...vaccination, dt: '2021-06-10T08:00:00Z' }] }))?.dose_date).toBe('2021-06-10')
    expect(await rulesFor({ ...dcc, v: [{ ...vaccination, dt: '2021-13-10' }] })).toContain('DS-01')
  })

  it('has nothing that keeps it, once somebody looked at the passport', async () => {
    expect(await rulesFor(dcc)).toEqual(expect.arrayContaining(['ID-01', 'SX-01']))
    expect(await rulesFor(dcc, { ...passport, guardian_name: 'x', guardian_phone: '0912345678' })).toEqual(['DS-09'])
  })

  it('of the certificate that Viet Nam showed is found fault with: codes, and a second dose ten days after the first', async () => {
    expect(await rulesFor(shownByVietNam.dcc)).toEqual(expect.arrayContaining(['DS-07', 'DS-02']))
  })
})
