import { isoDay, LAST_DAY } from '../days.ts'
import type { Province } from '../province.ts'
import { type Random, randomOf } from '../random.ts'
import { kinhGivenNames, kinhSurname } from './kinh-names.ts'
import { mobileNumber, type Numbers, passportNumber } from './numbers.ts'
import { foreignCountries, foreignName, nameOfOtherPeople } from './other-names.ts'
import type { Guardian, Person, Sex } from './person.ts'

/** What a household is drawn with. */
export interface Making {
  readonly province: Province
  readonly numbers: Numbers
  readonly seed: number
}

const lastYear = Number(LAST_DAY.slice(0, 4))
const PER_HUNDRED = 10_000
/** Registries of births elsewhere: people move. */
const otherRegistries = ['001', '038', '040', '031', '034', '036', '079', '037']

/** The people of one household, numbered from `firstId`; drawn from the seed and the number alone. */
export function makeHousehold(at: number, firstId: number, making: Making): readonly Person[] {
  const random = randomOf(making.seed, at, 1)
  const home = homeOf(at, random, making.province)
  if (random.happens(4000)) return [foreigner(firstId, home, random)]
  const isKinh = !random.happens(9 * PER_HUNDRED)
  const one: Drawing = { random, making, home, isKinh }
  const surname = kinhSurname(random)
  const parents = makeParents(firstId, surname, one)
  const children = Array.from({ length: random.pick([0, 0, 1, 1, 2, 2, 3]) }, (_, nth) =>
    makeChild(firstId + parents.length + nth, surname, parents, one),
  )
  return [...parents, ...children]
}

interface Home {
  readonly household: string
  readonly address: string
  readonly commune: number
}

interface Drawing {
  readonly random: Random
  readonly making: Making
  readonly home: Home
  readonly isKinh: boolean
}

const hamlets = 'Đồng Xa,Bến Đò,Cây Đa,Núi Voi,Tân Lập,Làng Mới,Ao Sen,Gò Cao,Đầu Cầu'.split(',')

function homeOf(at: number, random: Random, { communes, ownCommunes }: Province): Home {
  const commune = random.happens(3 * PER_HUNDRED)
    ? ownCommunes + random.below(communes.length - ownCommunes)
    : random.below(ownCommunes)
  const address = `Thôn ${random.pick(hamlets)}, số ${1 + random.below(300)}`
  return { household: `HK${String(at).padStart(8, '0')}`, address, commune }
}

function makeParents(id: number, surname: string, drawing: Drawing): readonly Person[] {
  const { random } = drawing
  const father = adult(id, 'male', lastYear - 20 - random.below(65), surname, drawing)
  if (random.happens(15 * PER_HUNDRED)) return [father]
  const year = Number(father.birthDate.slice(0, 4)) + random.below(7) - 2
  return [father, adult(id + 1, 'female', Math.min(year, lastYear - 19), kinhSurname(random), drawing)]
}

function adult(id: number, sex: Sex, birthYear: number, surname: string, drawing: Drawing): Person {
  const { random, making, home, isKinh } = drawing
  const person = citizen(id, sex, birthYear, surname, drawing)
  const old = random.happens(12 * PER_HUNDRED) ? { oldNumber: making.numbers.old() } : {}
  const cancelled = random.happens(500) ? { cancelled: making.numbers.personal('002', sex, birthYear) } : {}
  const died = random.happens(3000) ? { died: isoDay(18_992 + random.below(100)) } : {}
  return { ...person, ...old, ...cancelled, ...died, ...home, isKinh, knowsNumber: true, phone: mobileNumber(random) }
}

function makeChild(id: number, surname: string, parents: readonly Person[], drawing: Drawing): Person {
  const { random, home, isKinh } = drawing
  const youngest = Math.max(...parents.map(({ birthDate }) => Number(birthDate.slice(0, 4))))
  const birthYear = Math.min(lastYear - 1, youngest + 20 + random.below(15))
  const sex = random.pick(['male', 'female'] as const)
  const person = citizen(id, sex, birthYear, surname, drawing)
  const isGrown = lastYear - birthYear > 15
  const parent = random.pick(parents)
  const own = { ...home, isKinh, knowsNumber: isGrown || !random.happens(3 * PER_HUNDRED), phone: mobileNumber(random) }
  return isGrown ? { ...person, ...own } : { ...person, ...own, phone: parent.phone, guardian: guardianOf(parent) }
}

function guardianOf({ name, phone, sex, number }: Person): Guardian {
  return { name, phone, number, relation: sex === 'male' ? 'Cha' : 'Mẹ' }
}

type Citizen = Pick<Person, 'id' | 'name' | 'sex' | 'birthDate' | 'nationality' | 'number'>

function citizen(id: number, sex: Sex, birthYear: number, surname: string, drawing: Drawing): Citizen {
  const { random, making, isKinh } = drawing
  const registry = random.happens(12 * PER_HUNDRED) ? random.pick(otherRegistries) : `0${making.province.code}`
  const name = isKinh ? `${surname} ${kinhGivenNames(sex, random)}` : nameOfOtherPeople(sex, random)
  const number = making.numbers.personal(registry, sex, birthYear)
  return { id, name, sex, birthDate: dayOfYear(birthYear, random), nationality: 'VN', number }
}

function dayOfYear(year: number, random: Random): string {
  return isoDay(Date.UTC(year, 0, 1) / 86_400_000 + random.below(365))
}

function foreigner(id: number, home: Home, random: Random): Person {
  const nationality = random.pick(foreignCountries)
  const sex = random.pick(['male', 'female'] as const)
  const birthDate = dayOfYear(lastYear - 22 - random.below(40), random)
  const name = foreignName(nationality, random)
  const papers = { number: passportNumber(random), knowsNumber: true, phone: mobileNumber(random) }
  return { id, name, sex, birthDate, nationality, ...papers, isKinh: false, ...home }
}
