import { turnedRound, writeDate } from '../date-forms.ts'
import { isoDay } from '../days.ts'
import type { Plant, PlantKind } from '../dirt/plant.ts'
import type { Random } from '../random.ts'
import { found, isPlanted, plantOn, unseen } from './plant-on.ts'
import { dayVerdict } from './surely.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Other ways to write a day that leave no doubt of it (vietnam.md §3.8): nothing is wrong. */
function otherForm(iso: string, random: Random): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return random.pick([
    ...[`${Number(day)}/${Number(month)}/${year}`, `${day} - ${month} - ${year}`, `${day}.${month}.${year}`, iso],
    ...[
      `${iso} 00:00:00`,
      `${iso}T00:00:00`,
      `${day}${month}${year}`,
      `${day}/${month}/${year} 00:00`,
      ` ${day}/${month}/${year}`,
    ],
    ...[`'${day}/${month}/${year}`, writeDate(iso, 'serial')],
  ])
}

/** Ways that nobody is bound to read. */
function rareForm(iso: string, random: Random): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return random.pick([
    ...[`${Number(day)} tháng ${Number(month)} năm ${year}`, `${day}-${months[Number(month) - 1]}-${year}`],
    ...[
      `ngày ${day}/${month}/${year}`,
      `${day}/${month}/${year}.`,
      `${day}//${month}/${year}`,
      `${day}/${month}-${year}`,
    ],
  ])
}

// Five digits are a day of a sheet only from 1927 on.
const birthForm: Plant = (row, { random }) => {
  const { birthDate } = row.person
  if (!isPlanted(row, 'birth_date') && birthDate > '1930') row.cells.birth_date = otherForm(birthDate, random)
}

const doseForm: Plant = (row, { random }) => {
  if (!isPlanted(row, 'dose_date')) row.cells.dose_date = otherForm(isoDay(row.dose.day), random)
}

const rareBirthForm: Plant = (row, { random }) => {
  const { birthDate } = row.person
  plantOn(row, 'birth_date', rareForm(birthDate, random), found('DB-02', birthDate))
}

const rareDoseForm: Plant = (row, { random }) => {
  const right = isoDay(row.dose.day)
  plantOn(row, 'dose_date', rareForm(right, random), found('DS-01', right))
}

const noBirthday: Plant = (row, { random }) => {
  const { birthDate } = row.person
  const year = birthDate.slice(0, 4)
  const [text, rule, right] = random.pick([
    ...([`31/11/${year}`, `29/02/1999`, `13/13/${year}`, `0/13/${year}`, `32/01/${year}`] as const).map(wrong),
    ...([`15/08/${year.slice(0, 3)}`, `15/08/${year}5`, `khoảng ${year}`, `${year}?`, 'không nhớ'] as const).map(wrong),
    ...([`sinh năm ${year}`, `15/08-${year}`, `15/O8/${year}`, '15/08', '########', '#VALUE!'] as const).map(wrong),
    [`15/08/10${year.slice(2)}`, 'DB-03', birthDate],
    [`15/08/29${year.slice(2)}`, 'DB-03', birthDate],
    ['15/08/2039', 'DB-03', birthDate],
    ['15/08/1851', 'DB-03', birthDate],
    [`xx/xx/${year}`, 'DB-02', year],
    [`--/--/${year}`, 'DB-02', year],
    [`00/00/${year}`, 'DB-04', year],
    [`00/08/${year}`, 'DB-04', `${year}-08`],
    [`08/${year}`, 'DB-04', `${year}-08`],
    [`${year}-00-00`, 'DB-04', year],
    ['-', 'DB-02', birthDate],
    ['00/00/0000', 'DB-02', birthDate],
  ] as const)
  // What is left of the true one must not be another one's.
  plantOn(row, 'birth_date', text, found(rule, right))
  function wrong(text: string): readonly [string, 'DB-02', string] {
    return [text, 'DB-02', birthDate]
  }
}

const twoDigits: Plant = (row) => {
  const { birthDate } = row.person
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const isOpen = year < '1925' || year > '2016'
  if (!isOpen) plantOn(row, 'birth_date', `${day}/${month}/${year.slice(2)}`, found('DB-06', birthDate))
}

const noDay: Plant = (row, { random }) => {
  const right = isoDay(row.dose.day)
  const [year = '', month = '', day = ''] = right.split('-')
  const texts = [
    ...[`31/09/${year}`, `${day}/${month}/20`, `${day}/${month}`, `${month}/${year}`, year, `${day}/${month}/${year}5`],
    ...[
      `00/${month}/${year}`,
      'đã tiêm',
      'hôm nay',
      '########',
      `${day}/${month}/202`,
      '1/2',
      `${day}/${month}/0${year.slice(1)}`,
    ],
    ...[`tháng ${month}`, `${day}-${day}-${day}`, '00/00/0000', 'x', `${day}/${month}/${Number(year) + 10}`],
  ]
  plantOn(row, 'dose_date', random.pick(texts), found('DS-01', right))
}

/** Day and month in each other's place, or a wrong year. */
const otherDay: Plant = (row, { random, province }) => {
  const right = isoDay(row.dose.day)
  const year = Number(right.slice(0, 4))
  const iso = random.pick([
    turnedRound(right),
    `${year - 1}${right.slice(4)}`,
    `${year + 1}${right.slice(4)}`,
    isoDay(row.dose.day + 365),
  ])
  const isFree = !isPlanted(row, 'dose_date', 'lot', 'product', 'facility', 'country') && row.dose.country === 'VN'
  if (!isFree || iso === right) return
  const rule = Number(iso.slice(5, 7)) > 12 ? 'DS-01' : dayVerdict(row, iso, province)
  const error = rule === undefined ? unseen('they vaccinated on that day too', right) : found(rule, right)
  plantOn(row, 'dose_date', writeDate(iso, 'dmy/'), error)
}

const exchanged: Plant = (row, { forms }) => {
  const { birthDate } = row.person
  const right = isoDay(row.dose.day)
  if (isPlanted(row, 'birth_date', 'dose_date')) return
  plantOn(row, 'birth_date', writeDate(right, forms.dates.birth_date), found('DB-03', birthDate))
  plantOn(row, 'dose_date', writeDate(birthDate, forms.dates.dose_date), found('DS-02', right))
}

export const birthSlips: readonly PlantKind[] = [
  kind(8_000, rareBirthForm),
  kind(30_000, birthForm),
  kind(20_000, noBirthday),
  kind(5_000, twoDigits),
]
export const daySlips: readonly PlantKind[] = [
  kind(8_000, rareDoseForm),
  ...[kind(30_000, doseForm), kind(20_000, noDay), kind(25_000, otherDay), kind(2_000, exchanged)],
]

function kind(rate: number, plant: Plant): PlantKind {
  return { rates: [rate, rate, rate], plant }
}
