import { describe, expect, it } from 'vitest'
import { ownFolder } from './own-folder.ts'

const { resultsOf } = ownFolder()

describe('A vector of records', () => {
  const nam = { fn: 'Lê', fnt: 'LE', gn: 'An', gnt: 'AN' }

  it('spells a name, to the letter', async () => {
    const expected = { kind: 'named', nam }
    expect(await resultsOf({ fullName: 'Lê  An' }, expected)).toEqual({ verdict: 'passed', nam: 'passed' })
    expect(await resultsOf({ familyName: 'Lê', givenNames: 'An' }, expected)).toMatchObject({ nam: 'passed' })
    expect(await resultsOf({ fullName: 'Lê An' }, { kind: 'named', nam: { ...nam, gn: 'An ' } })).toMatchObject({
      nam: 'other',
    })
    expect(await resultsOf({ fullName: '?' }, { kind: 'refused', code: 'record.name' })).toEqual({ verdict: 'passed' })
  })

  it('counts doses', async () => {
    const timeline = [{ id: 'a', product: 'EU/1/20/1528', date: '2021-08-14' }]
    const counted = { kind: 'counted', series: { a: { dn: 1, sd: 2 } } }
    expect(await resultsOf({ timeline }, counted)).toEqual({ verdict: 'passed', series: 'passed' })
    expect(await resultsOf({ timeline }, { ...counted, series: { a: { dn: 1, sd: 1 } } })).toMatchObject({
      series: 'other',
    })
    const twice = { timeline: [...timeline, ...timeline] }
    expect(await resultsOf(twice, { kind: 'refused', code: 'record.timeline' })).toEqual({ verdict: 'passed' })
    expect((await resultsOf({ timeline: [7] }, counted)).verdict).toMatch(/^(vector not run|refused record\.)/)
  })

  it.each([
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC#B', 'right'],
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC#C', 'wrong'],
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC', 'absent'],
  ])('checks %s', async (uvci, checkCharacter) => {
    const expected = { kind: 'checked', checkCharacter }
    expect(await resultsOf({ uvci }, expected)).toEqual({ verdict: 'passed', checkCharacter: 'passed' })
  })
})
