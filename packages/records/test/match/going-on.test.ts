import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/cleanse/rule.ts'
import type { RuleId } from '../../src/cleanse/rule-id.ts'
import { wayOfClean, wayOfListed } from '../../src/match/going-on.ts'
import { type RightPerson, rightValues } from '../../src/match/index.ts'
import { readOldNumbers } from '../../src/match/read-old-numbers.ts'
import { valuesOf } from './values.ts'

function finding(rule: RuleId): Finding {
  return { rule, severity: 'R', field: 'id_number', before: '', applied: false }
}

describe('a row on its way', () => {
  it('is asked about when it is clean, unless it is of a foreigner with a passport', () => {
    expect(wayOfClean(valuesOf())).toBe('asked')
    expect(wayOfClean(valuesOf({ nationality: '' }))).toBe('asked')
    expect(wayOfClean(valuesOf({ nationality: 'KR', id_number: 'M12345678' }))).toBe('abroad')
    expect(wayOfClean(valuesOf({ nationality: 'US', id_number: '652795021' }))).toBe('abroad')
    expect(wayOfClean(valuesOf({ nationality: 'KR' }))).toBe('asked')
    expect(wayOfClean(valuesOf({ nationality: 'KR', id_number: '' }))).toBe('asked')
    expect(wayOfClean(valuesOf({ id_number: 'C1234567' }))).toBe('asked')
  })

  it('goes on from a list where all that is open is settled by a right answer', () => {
    expect(wayOfListed(valuesOf(), [finding('SX-02'), finding('ID-07')])).toBe('asked')
    expect(wayOfListed(valuesOf(), [finding('SX-02'), finding('DS-01')])).toBe('elsewhere')
    expect(wayOfListed(valuesOf(), [finding('ID-01')])).toBe('elsewhere')
  })

  it('stays on its list where it is of a foreigner: the register does not know them', () => {
    expect(wayOfListed(valuesOf({ nationality: 'KR' }), [finding('SX-01')])).toBe('elsewhere')
  })

  it('stays where it is when nothing is open: another row stands for it', () => {
    expect(wayOfListed(valuesOf(), [])).toBe('elsewhere')
  })
})

describe('the values of a right dose', () => {
  const identity = { number: '001085012345', name: 'nguyễn văn đức', birthDate: '1985-05-13', sex: 'male' } as const
  const right = (by: RightPerson['by'], spelling?: string): RightPerson => ({
    ...{ kind: 'right', person: 1, by },
    ...(spelling !== undefined && { spelling }),
  })

  it('are as declared, in the spelling of the register and the reading that was right', () => {
    expect(rightValues(valuesOf(), right('declared'))).toEqual(valuesOf())
    expect(rightValues(valuesOf({ birth_date: '05/06/1985' }), right('declared', 'Nguyễn Văn Ðức'))).toMatchObject({
      ...{ birth_date: '1985-06-05', full_name: 'Nguyễn Văn Ðức' },
    })
  })

  it('have the one field changed that was wrong', () => {
    const change = (field: keyof typeof identity, said: Parameters<typeof valuesOf>[0]) =>
      rightValues(valuesOf(said), right({ kind: 'marks', field, identity }))
    expect(change('name', { full_name: 'NGUYEN VAN DUC' })).toEqual(valuesOf())
    expect(change('birthDate', { birth_date: '05/13/1985' })).toEqual(valuesOf())
    expect(change('sex', { sex: '' })).toEqual(valuesOf())
    expect(change('number', { id_number: '1085012345' })).toEqual(valuesOf())
  })

  it('keep the number of an old card beside the new one', () => {
    const by = { kind: 'old-number', field: 'number', identity } as const
    expect(rightValues(valuesOf({ id_number: '652795021' }), right(by))).toEqual(
      valuesOf({ old_id_number: '652795021' }),
    )
    expect(rightValues(valuesOf({ id_number: '652795021', old_id_number: '1' }), right(by))).toEqual(
      valuesOf({ old_id_number: '1' }),
    )
  })
})

describe('numbers of old cards', () => {
  it('are read, also two for one', () => {
    expect(readOldNumbers('old_number,number\n652795021,001085012345\n652795021,001085012346\n')).toHaveLength(2)
  })

  it.each(['old_number,number\n65279502,001085012345\n', 'old_number,number\n652795021,1085012345\n', 'a,b\n1,2\n'])(
    '%j are refused',
    (csv) => {
      expect(() => readOldNumbers(csv)).toThrowError(expect.objectContaining({ code: 'match.old-numbers' }))
    },
  )
})
