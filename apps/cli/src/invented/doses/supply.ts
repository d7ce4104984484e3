import { dayNumber, isoDay } from '../days.ts'
import { lastDay } from '../province.ts'
import type { Random } from '../random.ts'

/** A vaccine as the campaign used it. */
export interface Vaccine {
  readonly mp: string
  /** From when to when it was given. */
  readonly since: number
  readonly until: number
  readonly primaryDoses: number
  /** Days between two doses of the primary series. */
  readonly interval: number
  readonly fromAge: number
  /** How often it was chosen. */
  readonly share: number
  /** Right ways to write it. */
  readonly spellings: readonly string[]
  readonly lots: readonly Lot[]
}

export interface Lot {
  readonly number: string
  readonly arrived: string
  readonly expires: string
}

interface Supply {
  readonly mp: string
  readonly days: readonly [since: string, until: string]
  readonly series: readonly [doses: number, interval: number]
  readonly fromAge: number
  readonly share: number
  readonly spellings: readonly string[]
  readonly lot: (nth: number) => string
}

/** vietnam.md §5: eight licensed vaccines, and when each was there. */
const supplies: readonly Supply[] = [
  {
    ...{ mp: 'EU/1/21/1529', days: ['2021-03-08', '2021-12-20'], series: [2, 56], fromAge: 18, share: 38 },
    ...{ spellings: ['AstraZeneca', 'Astra', 'AZ', 'Vaxzevria'], lot: (nth) => `NK2${pad(nth * 37 + 101, 3)}` },
  },
  {
    ...{ mp: 'EU/1/20/1528', days: ['2021-07-07', '2022-05-31'], series: [2, 21], fromAge: 5, share: 30 },
    ...{
      spellings: ['Pfizer', 'Comirnaty', 'Pfizer-BioNTech'],
      lot: (nth) => `F${'ABCDEFGHK'[nth % 9]}${pad(nth * 113 + 2204, 4)}`,
    },
  },
  {
    ...{ mp: 'EU/1/20/1507', days: ['2021-07-12', '2022-05-31'], series: [2, 28], fromAge: 18, share: 9 },
    ...{ spellings: ['Moderna', 'Spikevax'], lot: (nth) => `${pad(nth * 7 + 32, 3)}D21A` },
  },
  {
    ...{ mp: 'BBIBP-CorV', days: ['2021-07-20', '2021-12-25'], series: [2, 21], fromAge: 18, share: 19 },
    ...{ spellings: ['Vero Cell', 'Verocell', 'Sinopharm'], lot: (nth) => `202107B${pad(nth * 19 + 222, 4)}` },
  },
  {
    ...{ mp: 'Abdala', days: ['2021-10-10', '2022-02-28'], series: [3, 14], fromAge: 18, share: 2 },
    ...{ spellings: ['Abdala'], lot: (nth) => `1B1${pad(nth * 23 + 404, 4)}` },
  },
  {
    ...{ mp: 'Sputnik-V', days: ['2021-04-05', '2021-12-01'], series: [2, 21], fromAge: 18, share: 1 },
    ...{ spellings: ['Sputnik V'], lot: (nth) => `E38${pad(nth * 29 + 172, 4)}` },
  },
  {
    ...{ mp: 'Hayat-Vax', days: ['2021-09-25', '2022-02-20'], series: [2, 21], fromAge: 18, share: 1 },
    ...{ spellings: ['Hayat-Vax', 'Hayat Vax'], lot: (nth) => `HV22${pad(nth * 31 + 220, 3)}` },
  },
  {
    ...{ mp: 'EU/1/20/1525', days: ['2021-08-12', '2022-05-31'], series: [1, 0], fromAge: 18, share: 1 },
    ...{ spellings: ['Janssen', 'J&J'], lot: (nth) => `XE4${pad(nth * 41 + 222, 3)}` },
  },
]

function pad(number: number, length: number): string {
  return String(number).padStart(length, '2').slice(-length)
}

const BETWEEN_LOTS = 30
const GOOD_FOR = 200
/** A lot is there before it is given. */
const BEFORE = 6

export const vaccines: readonly Vaccine[] = supplies.map(({ days: [since, until], series, lot, ...supply }) => {
  const from = dayNumber(since)
  const count = Math.ceil((dayNumber(until) - from) / BETWEEN_LOTS) + 1
  const lots = Array.from({ length: count }, (_, nth) => ({
    number: lot(nth),
    arrived: isoDay(from - BEFORE + nth * BETWEEN_LOTS),
    expires: isoDay(from - BEFORE + nth * BETWEEN_LOTS + GOOD_FOR),
  }))
  return { ...supply, since: from, until: dayNumber(until), primaryDoses: series[0], interval: series[1], lots }
})

const byShare = vaccines.flatMap((vaccine) => Array<Vaccine>(vaccine.share).fill(vaccine))
const paediatric = vaccines.filter(({ fromAge }) => fromAge < 18)

/** A vaccine for somebody of an age that can be had on that day; undefined while there is none. */
export function vaccineFor(age: number, day: number, random: Random): Vaccine | undefined {
  const choice = age < 18 ? paediatric : byShare
  const there = choice.filter(({ since, until }) => day >= since && day <= Math.min(until, lastDay))
  return there.length === 0 ? undefined : random.pick(there)
}

/** One of the lots that were there and good on a day. */
export function lotOn(day: number, { lots }: Vaccine, random: Random): string | undefined {
  const iso = isoDay(day)
  const good = lots.filter(({ arrived, expires }) => arrived <= iso && iso <= expires)
  return good.length === 0 ? undefined : random.pick(good).number
}
