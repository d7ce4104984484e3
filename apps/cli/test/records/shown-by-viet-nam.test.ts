import { readFileSync } from 'node:fs'
import { decode } from '@vaxcert/core/dcc'
import { cleanseRow, type DoseRecord, defaultCodeSets, limits2022 } from '@vaxcert/records'
import { type AcceptedCertificate, doseOfCertificate } from '@vaxcert/records/abroad'
import { judgeCertificate } from '@vaxcert/records/process'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readPicture } from '../../src/pictures/read-picture.ts'

const picture = `${inject('suites')}/dcc-quality-assurance/VN/1.3.0/VAC_VN.png`

/** A specimen of the EU's acceptance environment: it decodes, and nobody should have signed what it says. */
describe.skipIf(inject('suites') === null)('the certificate that Viet Nam showed', () => {
  let text = ''
  beforeAll(async () => {
    text = await readPicture(readFileSync(picture))
  })

  it('lives 1,021 days, and pairs AstraZeneca with the holder of Pfizer', () => {
    const found = judgeCertificate(text, { limits: limits2022 })
    expect(found.map(({ rule }) => rule)).toEqual(['PR-06', 'PR-08'])
    expect(found[0]?.parts).toEqual(['exp'])
    expect(found[1]?.parts).toContain('v.0.ma')
  })

  it('states a second dose ten days after the first of the country', async () => {
    const decoded = decode(text)
    if (!decoded.ok) throw new TypeError(decoded.code)
    const certificate = { kind: 'accepted', dcc: decoded.layers } as AcceptedCertificate
    const values = await doseOfCertificate(certificate)
    if (values === undefined) throw new TypeError('no dose')
    const record: DoseRecord = { place: { file: 'abroad.csv', row: 1, line: 2 }, values }
    const survey = { rows: 1, lettering: {}, dateOrder: {}, hasDiacritics: true, newYearFacilities: new Set<string>() }
    const known = { survey, limits: limits2022, codes: defaultCodeSets, today: '2022-05-31', confirmed: new Map() }
    const rules = cleanseRow(record, known).findings.map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['DS-02', 'DS-07']))
    expect(rules).not.toContain('DS-01')
  })
})
