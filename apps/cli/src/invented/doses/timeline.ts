import { dayNumber, fullYears, isoDay } from '../days.ts'
import type { Person } from '../people/person.ts'
import { firstDay, lastDay, type Province, sessionFrom } from '../province.ts'
import { type Random, randomOf } from '../random.ts'
import type { Dose, DoseClass } from './dose.ts'
import { lotOn, type Vaccine, vaccineFor } from './supply.ts'

const groups = [
  { since: dayNumber('2021-03-08'), from: 18 },
  { since: dayNumber('2021-10-14'), from: 12 },
  { since: dayNumber('2022-04-01'), from: 5 },
]
/** Three months after the primary series, from official letter 10722/BYT-DP on; before, six. */
const boosters = dayNumber('2021-12-17')
const secondBoosters = dayNumber('2022-05-12')

/** The doses of one person until the last day, in their order; drawn from the seed and the person's number alone. */
export function dosesOf(person: Person, province: Province, seed: number): readonly Dose[] {
  const random = randomOf(seed, person.id, 2)
  const start = firstVisit(person, random)
  if (start === undefined) return []
  const giving: Giving = { person, province, random, doses: [] }
  const vaccine = givePrimary(start, giving)
  if (vaccine !== undefined) giveBoosters(vaccine, giving)
  return giving.doses.filter(({ day }) => person.died === undefined || isoDay(day) < person.died)
}

interface Giving {
  readonly person: Person
  readonly province: Province
  readonly random: Random
  readonly doses: Dose[]
}

/** Most came in the second half of 2021; one of thirty never. */
function firstVisit({ birthDate }: Person, random: Random): number | undefined {
  if (random.happens(30_000)) return undefined
  const spread = random.below(100)
  const [from, days] =
    spread < 8 ? [firstDay, 110] : spread < 92 ? [dayNumber('2021-07-20'), 110] : [dayNumber('2021-11-08'), 120]
  for (const { since, from: age } of groups) {
    const day = Math.max(from + random.below(days), since + random.below(40))
    if (fullYears(birthDate, isoDay(day)) >= age && day <= lastDay) return day
  }
  return undefined
}

function givePrimary(start: number, giving: Giving): Vaccine | undefined {
  const { person, random } = giving
  const vaccine = vaccineFor(fullYears(person.birthDate, isoDay(start)), start, random)
  if (vaccine === undefined) return undefined
  let day = start
  for (let nth = 1; nth <= vaccine.primaryDoses; nth += 1) {
    const given = give(day, vaccine, `dose-${nth}` as DoseClass, giving)
    if (given === undefined || (nth < vaccine.primaryDoses && random.happens(25_000))) return undefined
    day = given + vaccine.interval + random.below(21)
  }
  return vaccine
}

function giveBoosters(vaccine: Vaccine, giving: Giving): void {
  const { person, random } = giving
  const last = (): number => giving.doses.at(-1)?.day ?? lastDay
  if (fullYears(person.birthDate, isoDay(last())) < 18 || random.happens(180_000)) return
  const needsMore = vaccine.mp === 'BBIBP-CorV' || vaccine.mp === 'Sputnik-V'
  if (needsMore && random.happens(700_000)) giveAnother(Math.max(last() + 28, boosters), 'additional', giving)
  giveAnother(Math.max(last() + 92, boosters), 'booster', giving)
  if (fullYears(person.birthDate, isoDay(lastDay)) > 50)
    giveAnother(Math.max(last() + 122, secondBoosters), 'booster', giving)
}

function giveAnother(earliest: number, doseClass: DoseClass, giving: Giving): void {
  const day = earliest + giving.random.below(60)
  const vaccine = vaccineFor(12, day, giving.random)
  if (vaccine !== undefined) give(day, vaccine, doseClass, giving)
}

/** The day on which it was given; undefined where that would be after the last day, or there was none of it. */
function give(from: number, vaccine: Vaccine, doseClass: DoseClass, giving: Giving): number | undefined {
  const { province, random, doses, person } = giving
  const isAbroad = random.happens(2_000) && fullYears(person.birthDate, isoDay(from)) >= 18
  const facility = isAbroad ? -1 : facilityFor(person, province, random)
  const place = province.facilities[facility]
  const day = place === undefined ? from : sessionFrom(from, facility, place)
  const lot = lotOn(day, vaccine, random)
  if (day > lastDay || lot === undefined) return undefined
  const country = isAbroad ? random.pick(['KR', 'JP', 'US', 'DE', 'FR']) : 'VN'
  doses.push({ mp: vaccine.mp, lot, day, number: doses.length + 1, doseClass, country, facility })
  return day
}

/** The station at home for three of four, else a hospital. */
function facilityFor({ commune }: Person, { facilities, ownCommunes }: Province, random: Random): number {
  const isHome = commune < ownCommunes && random.below(4) > 0
  return isHome ? commune : ownCommunes + random.below(facilities.length - ownCommunes)
}
