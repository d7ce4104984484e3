import { describe, expect, it } from 'vitest'
import { communeKeys } from '../../src/match/commune-key.ts'
import { compare, type Levels } from '../../src/match/compare.ts'
import type { RegisteredPerson, Wanted } from '../../src/match/register.ts'

const communes = communeKeys(new Map([['2004-63/90003', 'Xã Tân Lập']]))
const person: RegisteredPerson = {
  ...{ number: '001085012345', name: 'Nguyễn Văn Đức', birthDate: '1985-05-13', sex: 'male' },
  ...{ commune: '90003', phone: '0912345678', household: 'HK1' },
}
const wanted: Wanted = { ...person, name: 'nguyễn văn đức', commune: 'xatanlap' }

function levelsOf(
  said: Partial<Wanted>,
  found: Partial<RegisteredPerson> = {},
  current: readonly string[] = [],
): Levels {
  return compare({ ...wanted, ...said }, { ...person, ...found }, current, communes).levels
}

describe('a declared person beside one of the register', () => {
  it('agrees in everything with itself, communes by code or name', () => {
    expect(Object.values(levelsOf({}))).toEqual(Array(7).fill('equal'))
    expect(levelsOf({}, { commune: 'Xã Tân Lập' }).commune).toBe('equal')
    expect(levelsOf({ commune: 'xatanmoi' }).commune).toBe('other')
  })

  it.each<[Partial<Wanted>, Partial<Levels>]>([
    [{ number: '001085012346' }, { number: 'slip' }],
    [{ number: '079190012345' }, { number: 'last-six' }],
    [{ number: '079190999999' }, { number: 'other' }],
    [{ number: '012345678' }, { number: 'silent' }],
    [{ number: '' }, { number: 'silent' }],
    [{ name: 'nguyen van duc' }, { name: 'letters' }],
    [{ name: 'nguyễn văn đứcx' }, { name: 'near' }],
    [{ name: 'nguyễn đức' }, { name: 'near' }],
    [{ name: 'trần thị lan' }, { name: 'other' }],
    [{ name: '' }, { name: 'silent' }],
    [{ birthDate: '1985-05-12' }, { birthDate: 'digit' }],
    [{ birthDate: '1985-05-31' }, { birthDate: 'digit' }],
    [{ birthDate: '1985-07-21' }, { birthDate: 'year' }],
    [{ birthDate: '1985' }, { birthDate: 'year' }],
    [{ birthDate: '1962-11-30' }, { birthDate: 'other' }],
    [{ birthDate: '' }, { birthDate: 'silent' }],
    [{ sex: 'female' }, { sex: 'other' }],
    [{ sex: '' }, { sex: 'silent' }],
  ])('%j: %j', (said, levels) => {
    expect(levelsOf(said)).toMatchObject(levels)
  })

  it('counts 1 January, day and month turned, and a number that was replaced for what they are', () => {
    expect(levelsOf({ birthDate: '1985-01-01' }, { birthDate: '1985-01-01' }).birthDate).toBe('new-year')
    expect(levelsOf({ birthDate: '1985-06-05' }, { birthDate: '1985-05-06' }).birthDate).toBe('turned')
    expect(levelsOf({ number: '012345678' }, {}, ['001085012345']).number).toBe('old')
  })
})
