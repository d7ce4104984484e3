import { join } from 'node:path'
import { csvRow } from '@vaxcert/records/read'
import { textFile } from '../../records/text-file.ts'
import type { Person } from '../people/person.ts'
import type { Province } from '../province.ts'
import { type Random, randomOf } from '../random.ts'
import type { RegisterError, TruthFile } from './truth-file.ts'

/** The population register and what stands beside it. */
export interface PeopleFiles {
  add(person: Person): void
  count(): number
  close(): void
}

/** The register errs too, in so many of a million people. */
const ERRORS = 1_500

/** Foreigners are in no register of the population. */
export function openPeople(folder: string, { communes }: Province, seed: number, truth: TruthFile): PeopleFiles {
  const register = textFile(join(folder, 'register.csv'))
  const old = textFile(join(folder, 'old-numbers.csv'))
  const cancelled = textFile(join(folder, 'cancelled.csv'))
  const random = randomOf(seed, 107)
  let people = 0
  register.write(csvRow(['number', 'name', 'birth_date', 'sex', 'commune', 'status']))
  old.write(csvRow(['old_number', 'number']))
  cancelled.write(csvRow(['cancelled', 'current']))
  return {
    add(person) {
      people += 1
      if (person.nationality !== 'VN') return
      const error = random.happens(ERRORS) ? errorIn(person, random) : undefined
      if (error !== undefined) truth.register(error)
      register.write(csvRow(registerRow(person, communes[person.commune]?.code ?? '', error)))
      if (person.oldNumber !== undefined) old.write(csvRow([person.oldNumber, person.number]))
      if (person.cancelled !== undefined) cancelled.write(csvRow([person.cancelled, person.number]))
    },
    count: () => people,
    close() {
      for (const file of [register, old, cancelled]) file.close()
    },
  }
}

function registerRow(person: Person, commune: string, error: RegisterError | undefined): readonly string[] {
  const { number, name, birthDate, sex, died } = person
  const said = { name, birth_date: birthDate, sex, ...(error && { [error.field]: error.planted }) }
  return [number, said.name, said.birth_date, said.sex, commune, died === undefined ? 'living' : 'dead']
}

function errorIn({ id: person, name, birthDate, sex }: Person, random: Random): RegisterError {
  const field = random.pick(['name', 'birth_date', 'sex'] as const)
  if (field === 'name') return { person, field, planted: name.replace(/\S+$/, 'Anh'), right: name }
  if (field === 'sex') return { person, field, planted: sex === 'male' ? 'female' : 'male', right: sex }
  return { person, field, planted: `${birthDate.slice(0, 8)}0${1 + random.below(9)}`, right: birthDate }
}
