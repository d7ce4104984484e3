import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/read/source.ts'
import { inShort, rowsOf } from './rows-of.ts'

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [
    { type: { coding: [{ code: 'PPN' }] }, value: 'C1234567' },
    { type: { coding: [{ code: 'NI' }] }, value: '079085000001' },
    { use: 'old', value: '012345678' },
  ],
  name: [
    { use: 'nickname', text: 'Út' },
    { use: 'official', family: 'Nguyễn', given: ['Văn', 'An'] },
  ],
  gender: 'male',
  birthDate: '1985-05-13',
  telecom: [
    { system: 'email', value: 'x' },
    { system: 'phone', value: '0912345678' },
  ],
  address: [{ line: ['Tổ 5'], city: 'Đồng Quang', district: 'TP Thái Nguyên', state: 'Thái Nguyên' }],
  contact: [
    {
      name: { text: 'Lê Thị Bình' },
      telecom: [{ system: 'phone', value: '0987654321' }],
      relationship: [{ text: 'mẹ' }],
    },
  ],
}
const immunization = {
  resourceType: 'Immunization',
  id: 'i1',
  status: 'completed',
  patient: { reference: 'Patient/p1' },
  vaccineCode: { coding: [{ system: 'x', code: '1119349007' }, { code: 'EU/1/20/1528' }], text: 'Pfizer' },
  lotNumber: 'FK0112',
  occurrenceDateTime: '2021-08-01T09:00:00+07:00',
  protocolApplied: [{ doseNumberPositiveInt: 2 }],
  location: { identifier: { value: 'CS1' }, display: 'Trạm Y tế' },
  recorded: '2021-08-02',
}
const read = {
  dose_id: 'i1',
  person_id: 'Patient/p1',
  id_number: '079085000001',
  old_id_number: '012345678',
  full_name: 'Nguyễn Văn An',
  sex: 'male',
  birth_date: '1985-05-13',
  phone: '0912345678',
  guardian_name: 'Lê Thị Bình',
  guardian_phone: '0987654321',
  guardian_relation: 'mẹ',
  address: 'Tổ 5',
  commune: 'Đồng Quang',
  district: 'TP Thái Nguyên',
  province: 'Thái Nguyên',
  product: 'EU/1/20/1528',
  lot: 'FK0112',
  dose_date: '2021-08-01T09:00:00+07:00',
  dose_number: '2',
  facility: 'CS1',
  facility_name: 'Trạm Y tế',
  entry_date: '2021-08-02',
  status: 'completed',
}

function bundle(...resources: readonly object[]): object {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }
}

describe('reading FHIR', () => {
  it('reads the doses of a Bundle with their Patients, before or behind them, pretty or not', async () => {
    const before = JSON.stringify(bundle(patient, immunization))
    const behind = JSON.stringify(bundle(immunization, patient), null, 2)
    expect((await rowsOf(before)).map(inShort)).toEqual([[2, read]])
    expect((await rowsOf(behind, {}, 11)).map(inShort)).toEqual([[1, read]])
  })

  it('reads one resource a line, its Patients in another file', async () => {
    const companions = [bytesSource('Patient.ndjson', Buffer.from(`${JSON.stringify(patient)}\n`))]
    const lines = `${JSON.stringify(immunization)}\n{"resourceType":"Immunization"\n${JSON.stringify(immunization)}\n`
    expect((await rowsOf(lines, { companions })).map(inShort)).toEqual([
      [1, read],
      [2, 'json', '{"resourceType":"Immunization"'],
      [3, read],
    ])
  })

  it.each(['https://host/fhir/Patient/p1', 'Patient/p1/_history/3', 'urn:uuid:7'])(
    'finds the Patient of %s',
    async (reference) => {
      const entry = [
        { fullUrl: 'urn:uuid:7', resource: patient },
        { resource: { ...immunization, patient: { reference } } },
      ]
      const [row] = await rowsOf(JSON.stringify({ resourceType: 'Bundle', entry }))
      expect(row).toMatchObject({ values: { full_name: 'Nguyễn Văn An', person_id: reference } })
    },
  )

  it('finds a Patient within the dose', async () => {
    const dose = { ...immunization, patient: { reference: '#x' }, contained: [{ ...patient, id: 'x' }] }
    expect((await rowsOf(JSON.stringify(bundle(dose))))[0]).toMatchObject({ values: { full_name: 'Nguyễn Văn An' } })
  })

  it('keeps a dose whose Patient is nowhere, and one that was not given', async () => {
    const dose = {
      ...immunization,
      status: 'not-done',
      statusReason: { text: 'hoãn' },
      patient: { reference: 'Patient/x' },
    }
    expect((await rowsOf(JSON.stringify(bundle(dose))))[0]).toMatchObject({
      values: { person_id: 'Patient/x', full_name: '', status: 'not-done: hoãn' },
    })
  })

  it('reports entries that are no resource or no JSON, each alone', async () => {
    const text = `{"resourceType":"Bundle","entry":[{"x":1},{"resource":{"resourceType":"Bundle"}},{oops},${JSON.stringify({ resource: immunization })}]}`
    expect((await rowsOf(text)).map((row) => ('reason' in row ? row.reason : 'read'))).toEqual([
      'resource',
      'resource',
      'json',
      'read',
    ])
  })

  it('reads Bundles that follow each other, as one a line', async () => {
    const lines = `${JSON.stringify(bundle(patient, immunization))}\n${JSON.stringify(bundle(immunization))}\n`
    expect((await rowsOf(lines)).map(inShort)).toEqual([
      [2, read],
      [3, read],
    ])
  })

  it('reads elements of wrong types as if they were not there', async () => {
    const odd = {
      resourceType: 'Immunization',
      patient: 7,
      vaccineCode: [],
      location: 'x',
      protocolApplied: 'y',
      performer: null,
    }
    expect(
      (await rowsOf(JSON.stringify(bundle(odd, { resourceType: 'Patient', name: 'x', identifier: {} })))).map(inShort),
    ).toEqual([[1, {}]])
  })
})
