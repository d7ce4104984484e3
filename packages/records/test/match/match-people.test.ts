import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carefulRegister } from '../../src/match/careful-register.ts'
import { type Declared, declaredOf } from '../../src/match/declared.ts'
import { openInterview } from '../../src/match/interview.ts'
import { type DeclaredPerson, type MatchMeans, matchPeople } from '../../src/match/match-people.ts'
import type { Identity, RegisterAnswer, RegisteredPerson, RegisterSearch } from '../../src/match/register.ts'
import { matchWeights2022 } from '../../src/match/weights.ts'
import { comparableName } from '../../src/names/canonical.ts'
import type { FieldValues } from '../../src/record.ts'
import { type KeptLog, keptLog } from './kept-log.ts'
import { valuesOf } from './values.ts'

const duc: RegisteredPerson = {
  ...{ number: '001085012345', name: 'Nguyễn Văn Đức', birthDate: '1985-05-13', sex: 'male' },
  ...{ commune: 'Xã Tân Lập', phone: '', household: '' },
}

/** All people are candidates of everybody. */
function searchOf(people: readonly RegisteredPerson[]): RegisterSearch {
  return {
    size: async () => 1_000_000,
    candidates: async (wanted) => wanted.map(() => people),
    holders: async (numbers) =>
      new Map(people.filter(({ number }) => numbers.includes(number)).map((one) => [one.number, one])),
    namesakes: async (names) => new Map(names.map((name) => [name, 60])),
  }
}

interface Surroundings {
  readonly people?: readonly RegisteredPerson[]
  readonly isSearched?: boolean
  readonly answer?: (identity: Identity) => RegisterAnswer
  readonly currentNumbers?: readonly string[]
  readonly names?: readonly string[]
  readonly log?: KeptLog
}

function means({
  people = [duc],
  isSearched = false,
  ...said
}: Surroundings = {}): MatchMeans & { readonly log: KeptLog } {
  const log = said.log ?? keptLog()
  const knows = ({ number, name, birthDate, sex }: Identity): RegisterAnswer => {
    const isRight = people.some(
      (one) =>
        one.number === number && comparableName(one.name) === name && one.birthDate === birthDate && one.sex === sex,
    )
    return isRight ? 'right' : 'wrong'
  }
  const register = carefulRegister({ check: async (identity) => (said.answer ?? knows)(identity) })
  const { currentNumbers = [], names = [] } = said
  return {
    ...{ log, interview: openInterview(register, log, 1_000), communes: new Map(), weights: matchWeights2022 },
    knowledge: { hints: async (asked) => asked.map(() => ({ names, currentNumbers })) },
    ...(isSearched && { search: searchOf(people) }),
  }
}

function person(said: Partial<FieldValues> = {}, number = 1): DeclaredPerson {
  return { person: number, declared: declaredOf(valuesOf(said)), commune: 'xatanlap', phone: '', household: '' }
}

async function outcomeOf(said: Partial<FieldValues>, surroundings?: Surroundings) {
  const [outcome] = await matchPeople([person(said)], means(surroundings))
  return outcome
}

describe('a person whom the register is asked about', () => {
  it('is right as declared, and asked about once', async () => {
    const { log, ...all } = means()
    expect(await matchPeople([person()], { log, ...all })).toEqual([{ kind: 'right', person: 1, by: 'declared' }])
    expect(log.lines).toHaveLength(2)
  })

  it('is right in another writing, and takes the spelling of a register that can be searched', async () => {
    const hoa = { ...duc, name: 'Nguyễn Thị Hoà', sex: 'female' as const, number: '001185012345' }
    const said = { full_name: 'NGUYỄN THỊ HÒA', sex: 'female', id_number: hoa.number }
    expect(await outcomeOf(said, { people: [hoa] })).toMatchObject({ kind: 'right', by: 'declared' })
    expect(await outcomeOf(said, { people: [hoa], isSearched: true })).toMatchObject({ spelling: 'Nguyễn Thị Hoà' })
  })

  it.each<[string, Partial<FieldValues>, Surroundings]>([
    ['marks', { full_name: 'Nguyen Van Duc' }, { isSearched: true }],
    ['marks', { full_name: 'Nguyen Van Duc' }, { names: ['nguyễn văn đức'] }],
    ['day-month', { birth_date: '1985-06-05' }, { people: [{ ...duc, birthDate: '1985-05-06' }] }],
    ['year-only', { birth_date: '1985-01-01' }, { people: [{ ...duc, birthDate: '1985' }] }],
    ['year-only', { birth_date: '1985' }, { isSearched: true }],
    ['sex-digit', { sex: 'female' }, {}],
    ['sex-digit', { sex: '' }, {}],
    ['leading-zero', { id_number: '1085012345' }, {}],
    ['look-alikes', { id_number: 'OO1085012345' }, {}],
    ['old-number', { id_number: '652795021' }, { currentNumbers: [duc.number] }],
    ['last-six', { id_number: '001085012354' }, { isSearched: true }],
  ])('is right by one changed field: %s of %j', async (kind, said, surroundings) => {
    expect(await outcomeOf(said, surroundings)).toMatchObject({ kind: 'right', by: { kind } })
  })

  it('is not right where a second field would have to change too', async () => {
    expect(
      await outcomeOf({ sex: 'female', birth_date: '1985-06-05' }, { people: [{ ...duc, birthDate: '1985-05-06' }] }),
    ).toMatchObject({ kind: 'wrong' })
    expect(await outcomeOf({ sex: 'female', full_name: 'Nguyen Van Duc' }, { isSearched: true })).toMatchObject({
      kind: 'wrong',
    })
  })

  it('is no slip of a number where two people are of that name, birth date and commune', async () => {
    const other = { ...duc, number: '001085012353' }
    const outcome = await outcomeOf({ id_number: '001085012354' }, { people: [duc, other], isSearched: true })
    expect(outcome).toMatchObject({ kind: 'wrong', class: 'C', candidates: 2 })
  })

  it('is no slip of a number where the commune is another one', async () => {
    const away = { ...duc, commune: 'Xã Khác' }
    const outcome = await outcomeOf({ id_number: '001085012354' }, { people: [away], isSearched: true })
    expect(outcome).toMatchObject({ kind: 'wrong' })
  })

  it('is unknown where the register did not answer, also a hypothesis only', async () => {
    expect(await outcomeOf({}, { answer: () => 'unknown' })).toEqual({ kind: 'unknown', person: 1 })
    const answer = ({ sex }: Identity) => (sex === 'male' ? 'unknown' : 'wrong')
    expect(await outcomeOf({ sex: 'female' }, { answer })).toEqual({ kind: 'unknown', person: 1 })
  })

  it('is asked about no more once the register said right', async () => {
    const { log, ...all } = means({ answer: ({ sex }) => (sex === 'male' ? 'right' : 'wrong') })
    await matchPeople([person({ sex: 'female', birth_date: '1985-06-05' })], { log, ...all })
    expect(log.lines.filter(({ answer }) => answer !== undefined).map(({ kind }) => kind)).toEqual([
      'declared',
      'day-month',
      'sex-digit',
    ])
  })

  it('is not asked about again where the log has the answer', async () => {
    const log = keptLog(
      new Map([
        ['1 0', 'wrong'],
        ['1 1', 'right'],
      ]),
    )
    const [outcome] = await matchPeople([person({ sex: 'female' })], means({ log, answer: () => 'wrong' }))
    expect(outcome).toMatchObject({ kind: 'right', by: { kind: 'sex-digit' } })
    expect(log.lines).toEqual([])
  })

  it('keeps its place among many, whatever becomes of the others', async () => {
    const people = [
      person({ full_name: '' }, 4),
      person({}, 9),
      person({ sex: 'female' }, 12),
      person({ full_name: 'Ai Khác' }, 20),
    ]
    const outcomes = await matchPeople(people, means())
    expect(outcomes.map((outcome) => `${outcome.person} ${outcome.kind}`)).toEqual([
      '4 wrong',
      '9 right',
      '12 right',
      '20 wrong',
    ])
    expect(await matchPeople([], means())).toEqual([])
  })
})

describe('name, birth date and sex', () => {
  const strangers = ['001085099999', '079085012345', '038085000001']

  it('are never enough, nor with the commune, phone and household: the number decides', async () => {
    for (const id_number of [...strangers, '', '******012345', '652795021']) {
      const outcome = await outcomeOf({ id_number }, { isSearched: true })
      expect(outcome).toMatchObject({ kind: 'wrong' })
      expect(outcome).not.toMatchObject({ class: 'B' })
    }
  })

  it('are never asked about under a number that the row does not lead to, whatever is declared', async () => {
    const texts = fc.constantFrom(
      ...strangers,
      '',
      duc.number,
      '001085012354',
      '1085012345',
      'OO1085012345',
      '652795021',
    )
    const names = fc.constantFrom('Nguyễn Văn Đức', 'Nguyen Van Duc', 'Trần Lan')
    const days = fc.constantFrom('1985-05-13', '1985', '1985-01-01', '1985-06-05')
    await fc.assert(
      fc.asyncProperty(
        texts,
        names,
        days,
        fc.constantFrom('male', 'female', ''),
        async (id_number, full_name, birth_date, sex) => {
          const questions: Identity[] = []
          const answer = (identity: Identity) => {
            questions.push(identity)
            return 'wrong' as const
          }
          const { declared } = person({ id_number, full_name, birth_date, sex })
          await outcomeOf({ id_number, full_name, birth_date, sex }, { isSearched: true, answer })
          expect(questions.length).toBeLessThanOrEqual(7)
          for (const asked of questions) expect(changedFields(asked, declared).length).toBeLessThanOrEqual(1)
          for (const { number } of questions) expect(leadsTo(declared, number)).toBe(true)
        },
      ),
    )
  })
})

function changedFields(asked: Identity, declared: Declared): readonly string[] {
  return (['number', 'name', 'birthDate', 'sex'] as const).filter((field) => asked[field] !== declared[field])
}

function leadsTo({ number, padded, repaired }: Declared, asked: string): boolean {
  return [number, padded, repaired].includes(asked) || (asked === duc.number && number === '001085012354')
}
