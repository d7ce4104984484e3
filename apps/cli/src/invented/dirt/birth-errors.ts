import { turnedRound, writeDate } from '../date-forms.ts'
import type { Province } from '../province.ts'
import type { SampleRow } from '../sample-row.ts'
import { note, type Plant, type PlantKind, plantAs, plantUnseen } from './plant.ts'

const dateless: Plant = (row) => plantAs(row, 'birth_date', 'DB-01', '', row.person.birthDate)

const turned: Plant = (row, { forms }) => {
  const { birthDate } = row.person
  if (forms.hasMixedBirthDates) return
  const text = writeDate(turnedRound(birthDate), forms.dates.birth_date)
  if (Number(birthDate.slice(8)) > 12) plantAs(row, 'birth_date', 'DB-02', text, birthDate)
  else plantUnseen(row, 'birth_date', text, birthDate, 'it is a day as well')
}

const noDay: Plant = (row, { forms, random }) => {
  const { birthDate } = row.person
  const end = random.pick(['-02-30', '-02-31', '-04-31', '-11-31'])
  if (forms.dates.birth_date !== 'mdy/')
    plantAs(row, 'birth_date', 'DB-02', writeDate(birthDate.slice(0, 4) + end, forms.dates.birth_date), birthDate)
}

const notYet: Plant = (row, { forms, random }) => {
  const { birthDate } = row.person
  const year = random.below(2) === 0 ? 2032 + random.below(60) : Number(birthDate.slice(0, 4)) - 300
  plantAs(row, 'birth_date', 'DB-03', writeDate(year + birthDate.slice(4), forms.dates.birth_date), birthDate)
}

/** Only the year is known. */
const yearOnly: Plant = (row, { random }) => {
  const year = row.person.birthDate.slice(0, 4)
  if (Number(year) < 1975)
    plantAs(row, 'birth_date', 'DB-04', random.pick([year, `00/00/${year}`, `0/0/${year}`, `**/**/${year}`]), year)
}

const newYear: Plant = (row, { forms, province }) => {
  const { birthDate } = row.person
  const isHere = province.facilities[row.dose.facility]?.hasNewYears === true
  const text = writeDate(`${birthDate.slice(0, 4)}-01-01`, forms.dates.birth_date)
  if (isHere && birthDate < '1985') plantAs(row, 'birth_date', 'DB-05', text, birthDate)
}

/** Whose birthday it truly is cannot be told from the others there. */
export function noteNewYear(row: SampleRow, { facilities }: Province): void {
  const isHere = facilities[row.dose.facility]?.hasNewYears === true && row.person.birthDate.endsWith('-01-01')
  if (isHere) note(row, 'birth_date', 'DB-05')
}

const otherYear: Plant = (row, { forms, random }) => {
  const { birthDate } = row.person
  const year = Number(birthDate.slice(0, 4)) - 1 - random.below(9)
  const text = writeDate(`${year}${birthDate.slice(4).replace('02-29', '02-28')}`, forms.dates.birth_date)
  if (tellsSexAndYear(row)) plantAs(row, 'birth_date', 'ID-07', text, birthDate)
  else plantUnseen(row, 'birth_date', text, birthDate, 'no number tells the year')
}

const otherDay: Plant = (row, { forms, random }) => {
  const { birthDate } = row.person
  const day = String(1 + ((Number(birthDate.slice(8)) + random.below(25)) % 28)).padStart(2, '0')
  plantUnseen(
    row,
    'birth_date',
    writeDate(birthDate.slice(0, 8) + day, forms.dates.birth_date),
    birthDate,
    'it is a day as well',
  )
}

const noSex: Plant = (row, { random }) => plantAs(row, 'sex', 'SX-01', random.pick(['', '', 'x', '?']), row.person.sex)

const otherSex: Plant = (row, { forms }) => {
  const { sex } = row.person
  const text = forms.words[sex === 'male' ? 'female' : 'male']
  if (tellsSexAndYear(row)) plantAs(row, 'sex', 'SX-02', text, sex)
  else plantUnseen(row, 'sex', text, sex, 'no number tells the sex')
}

const noNationality: Plant = (row, { random }) => {
  if (row.person.oldNumber === undefined && row.person.nationality === 'VN') return
  plantAs(row, 'nationality', 'CT-04', random.pick(['', 'Kinh', '???']), row.person.nationality)
}

function tellsSexAndYear({ person, cells }: SampleRow): boolean {
  return person.nationality === 'VN' && /^\d{12}$/.test(cells.id_number)
}

/** Wrong basics; turned days stay rare enough for the column to prove its order (others are mixed). */
export const birthErrors: readonly PlantKind[] = [
  { rates: [100, 700, 2_000], plant: dateless },
  { rates: [500, 4_000, 4_000], plant: turned },
  { rates: [200, 1_500, 4_000], plant: noDay },
  { rates: [200, 1_500, 4_000], plant: notYet },
  { rates: [3_000, 20_000, 50_000], plant: yearOnly },
  { rates: [2_000, 18_000, 30_000], plant: otherYear },
  { rates: [3_000, 22_000, 40_000], plant: otherDay },
  { rates: [400, 4_000, 9_000], plant: noSex },
  { rates: [2_000, 14_000, 25_000], plant: otherSex },
  { rates: [3_000, 30_000, 60_000], plant: noNationality },
]

/** Of rows: the clerk of a facility made it, at every dose given there. */
export const clerkErrors: readonly PlantKind[] = [{ rates: [400_000, 400_000, 400_000], plant: newYear }]
