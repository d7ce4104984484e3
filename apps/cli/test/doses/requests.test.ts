import { describe, expect, it } from 'vitest'
import { readDoseFile } from '../../src/doses/dose-file.ts'
import { requestsFrom } from '../../src/doses/requests.ts'

const sound = {
  dose_id: 'D1',
  person_id: 'P1',
  full_name: 'Trần An',
  birth_date: '1990-03-12',
  product: 'Pfizer',
  date: '2021-08-14',
  country: 'VN',
}

/** The requests of rows, each a sound one with some fields changed; a code in the place of a refused one. */
function requestsOf(...changes: readonly object[]) {
  const lines = changes.map((change) => JSON.stringify({ ...sound, ...change })).join('\n')
  const file = readDoseFile(new TextEncoder().encode(lines), 'ndjson')
  const requestOf = requestsFrom(file)
  return file.rows.map((row) => {
    try {
      return requestOf(row)
    } catch (error) {
      return (error as Error).message
    }
  })
}

describe('the request made of a row', () => {
  it('wants all doses that the number of a cleansed row was reckoned from', () => {
    const second = { dose_id: 'D2', date: '2021-09-14', dose_number: '2' }
    const [, held] = requestsOf({ dose_number: '1' }, second)
    expect(held).toMatchObject({ dose: { id: 'D2' } })
    expect(requestsOf({ ...second })[0]).toMatch(/^record.timeline: /)
    expect(requestsOf({ dose_number: 'M1' })[0]).toMatch(/^record.timeline: /)
  })

  it('holds person, dose and the whole timeline of the person, wherever its rows stand', () => {
    const [first, , third] = requestsOf({}, { dose_id: 'X', person_id: 'P2' }, { dose_id: 'D2', date: '2021-09-14' })
    const doses = [
      { id: 'D1', product: 'EU/1/20/1528', date: '2021-08-14', country: 'VN' },
      { id: 'D2', product: 'EU/1/20/1528', date: '2021-09-14', country: 'VN' },
    ]
    expect(first).toEqual({
      person: { name: { fullName: 'Trần An', mrzName: '' }, birthDate: '1990-03-12' },
      dose: doses[0],
      timeline: doses,
    })
    expect(third).toMatchObject({ dose: doses[1], timeline: doses })
  })

  it('takes a foreign name in two columns, with the spelling of the passport', () => {
    const name = { full_name: '', family_name: '李', given_names: '小龍', mrz_name: 'LI<<XIAOLONG' }
    const [request] = requestsOf(name)
    expect(request).toMatchObject({
      person: { name: { familyName: '李', givenNames: '小龍', mrzName: 'LI<<XIAOLONG' } },
    })
  })

  it('takes a product by its code, and leaves an unknown one to be refused by issue', () => {
    const requests = requestsOf({ product: 'Abdala' }, { product: 'EU/1/20/1507', person_id: 'P2' }, { product: 'x' })
    expect(requests).toMatchObject([
      { dose: { product: 'Abdala' } },
      { dose: { product: 'EU/1/20/1507' } },
      { dose: { product: 'x' } },
    ])
  })
})

describe('a row that makes no request', () => {
  it.each(['dose_id', 'person_id', 'birth_date', 'product', 'date', 'country'])('lacks %s', (column) => {
    expect(requestsOf({ [column]: '' })).toEqual([`record.shape: without ${column}`])
  })

  it('has no name, or one in both places', () => {
    const message = 'record.shape: the name stands in full_name or in family_name and given_names'
    expect(requestsOf({ full_name: '' }, { family_name: 'Trần' }, { given_names: 'An' })).toEqual([
      message,
      message,
      message,
    ])
  })

  it('shares its person_id with somebody born on another day', () => {
    const message = 'record.timeline: one person_id with two dates of birth'
    expect(requestsOf({}, { birth_date: '1990-03-13' })).toEqual([message, message])
    expect(requestsOf({}, { birth_date: '1991' })).toEqual([message, message])
  })

  it('shares its person_id with somebody of another name', () => {
    const message = 'record.timeline: one person_id with two names'
    const others = [
      { full_name: 'Trần Án' },
      { full_name: 'Trần Anh' },
      { full_name: 'An Trần' },
      { full_name: '', family_name: 'Trần', given_names: 'Văn An' },
    ]
    for (const other of others) expect(requestsOf({}, { dose_id: 'D2', ...other })).toEqual([message, message])
  })

  it('is not one whose name is only typed in another way', () => {
    const ways = [
      { full_name: 'TRẦN AN' },
      { full_name: ' Trần\u00a0 An ' },
      { full_name: 'Trần An'.normalize('NFD') },
      { full_name: '', family_name: 'trần', given_names: 'an' },
    ]
    expect(requestsOf({}, ...ways).filter((request) => typeof request === 'string')).toEqual([])
    const eth = requestsOf({ full_name: '\u00d0ặng An' }, { full_name: 'đặng An' }, { full_name: 'Đặng An' })
    expect(eth.filter((request) => typeof request === 'string')).toEqual([])
  })

  it('holds back no other for want of a name', () => {
    const [nameless, sister] = requestsOf({ full_name: '' }, { dose_id: 'D2' })
    expect(nameless).toContain('record.shape')
    expect(sister).toMatchObject({ timeline: [{ id: 'D1' }, { id: 'D2' }] })
  })

  it('is not one whose date of birth is only less exact', () => {
    const requests = requestsOf({}, { birth_date: '1990' }, { birth_date: '1990-03' })
    expect(requests.filter((request) => typeof request === 'string')).toEqual([])
  })

  it('stays in the timeline of its person, so that no other dose is counted without it', () => {
    const [broken, sister] = requestsOf({ date: '' }, { dose_id: 'D2' })
    expect(broken).toBe('record.shape: without date')
    expect(sister).toMatchObject({ timeline: [{ id: 'D1', date: '' }, { id: 'D2' }] })
  })
})
