import { writeDate } from '../date-forms.ts'
import { dayNumber, FIRST_DAY, fullYears, isoDay } from '../days.ts'
import { vaccines } from '../doses/supply.ts'
import { isSession } from '../province.ts'
import type { SampleRow } from '../sample-row.ts'
import { isUntouched, type Plant, type PlantKind, plantAs, plantUnseen } from './plant.ts'

const noDate: Plant = (row, { forms, random }) => {
  const right = isoDay(row.dose.day)
  const { dose_date: form } = forms.dates
  // A child grows up until a day to come: what is said of children would not be said.
  const future = form === 'serial' || row.person.guardian !== undefined ? [] : [writeDate('2032-01-15', form)]
  plantAs(row, 'dose_date', 'DS-01', random.pick(['', '31/02/2022', '2022-13-01', ...future]), right)
}

/** In January people write the old year; a vaccine of spring 2022 was not there a year before. */
const yearBefore: Plant = (row, { forms }) => {
  const right = isoDay(row.dose.day)
  const day = `${Number(right.slice(0, 4)) - 1}${right.slice(4)}`
  if (row.dose.country !== 'VN' || right < '2022') return
  plantAs(row, 'dose_date', day < FIRST_DAY ? 'DS-02' : 'DS-03', writeDate(day, forms.dates.dose_date), right)
}

/** A day without a session is known between two days that a facility counted. */
const FIRST_WEEKS = 60

const otherDay: Plant = (row, { forms, random, province }) => {
  const { day, facility } = row.dose
  const place = province.facilities[facility]
  const typed = day - 1 - random.below(5)
  if (place === undefined || typed < dayNumber(FIRST_DAY) || !wasThere(row, isoDay(typed))) return
  const text = writeDate(isoDay(typed), forms.dates.dose_date)
  if (isSession(typed, facility, place.isHospital))
    plantUnseen(row, 'dose_date', text, isoDay(day), 'they vaccinated on that day too')
  else if (typed < dayNumber(FIRST_DAY) + FIRST_WEEKS)
    plantUnseen(row, 'dose_date', text, isoDay(day), 'the facility may not have counted yet')
  else plantAs(row, 'dose_date', 'DS-05', text, isoDay(day))
}

/** Both the lot and the vaccine were in the country. */
function wasThere({ dose }: SampleRow, day: string): boolean {
  return vaccines.some(
    ({ mp, lots }) => mp === dose.mp && lots.some(({ number, arrived }) => number === dose.lot && arrived <= day),
  )
}

const expired: Plant = (row, { random }) => {
  const day = isoDay(row.dose.day)
  const lots = vaccines.find(({ mp }) => mp === row.dose.mp)?.lots.filter(({ expires }) => expires < day) ?? []
  if (lots.length > 0) plantAs(row, 'lot', 'DS-04', random.pick(lots).number, row.dose.lot)
}

const noLot: Plant = (row, { random }) => plantAs(row, 'lot', 'DS-09', random.pick(['', '-', 'không rõ']), row.dose.lot)

const otherLot: Plant = (row, { random }) => {
  const { mp, lot } = row.dose
  const others = vaccines.filter((vaccine) => vaccine.mp !== mp).flatMap(({ lots }) => lots.map(({ number }) => number))
  const likeLetter = lot.replace(/(?<=\d)[01](?=\d)/, (digit) => (digit === '0' ? 'O' : 'I'))
  const forms = [random.pick(others), '!!', 'lô mới', ...(likeLetter === lot ? [] : [likeLetter, likeLetter])]
  plantAs(row, 'lot', 'DS-10', random.pick(forms), lot)
}

const notGiven: Plant = (row, { random }) =>
  plantAs(
    row,
    'status',
    'DS-17',
    random.pick(['Hoãn tiêm', 'Chống chỉ định', 'Không đủ điều kiện', 'Chưa tiêm']),
    'Đã tiêm',
  )

const noFacility: Plant = (row, { random }) => {
  if (row.dose.facility < 0 || isNewYear(row)) return
  plantAs(row, 'facility', 'DS-18', random.pick(['', '99999', 'TYT', row.cells.facility.slice(1)]), row.cells.facility)
}

const otherFacility: Plant = (row, { random, province }) => {
  const other = random.below(province.facilities.length)
  if (row.dose.facility < 0 || other === row.dose.facility || isNewYear(row)) return
  plantUnseen(row, 'facility', province.facilities[other]?.code ?? '', row.cells.facility, 'it is a facility as well')
}

/** What its facility has to do with a birthday can be told only where the facility is right. */
export function isNewYear({ person, planted }: SampleRow): boolean {
  return person.birthDate.endsWith('-01-01') || planted.some(({ rule }) => rule === 'DB-05')
}

const noEvidence: Plant = (row, { random }) => {
  if (row.dose.country !== 'VN')
    plantAs(row, 'evidence', 'DS-19', random.pick(['', 'không', 'chưa có']), row.cells.evidence)
}

/** In the middle of a month, so that the day cannot be taken for the month: few cells of the column say anything. */
const died: Plant = (row, { forms }) => {
  const { died: right } = row.person
  const before = `${isoDay(row.dose.day - 46).slice(0, 8)}15`
  if (right !== undefined) plantAs(row, 'death_date', 'DS-20', writeDate(before, forms.dates.death_date), right)
}

/** A vaccine, with its lot, that is not given to the young. */
const tooYoung: Plant = (row, { forms }) => {
  const { birthDate } = row.person
  const day = isoDay(row.dose.day)
  const astra = vaccines.find(({ mp }) => mp === 'EU/1/21/1529')
  const lot = astra?.lots.find(({ arrived, expires }) => arrived <= day && day <= expires)
  const isFree = isUntouched(row, 'birth_date') && isUntouched(row, 'lot')
  // Of a birthday that is open nobody can say it.
  if (lot === undefined || !isFree || forms.hasMixedBirthDates || fullYears(birthDate, day) > 17) return
  plantAs(row, 'product', 'DB-07', 'AstraZeneca', row.dose.mp)
  row.planted.push({ rule: 'DB-07', field: 'lot', planted: lot.number, right: row.dose.lot })
  row.cells.lot = lot.number
}

const typedNumber: Plant = (row, { random }) => {
  const right = row.cells.dose_number
  const typed = String(1 + ((row.dose.number + random.below(3)) % 4))
  plantAs(row, 'dose_number', 'DS-12', typed, right)
}

export const doseErrors: readonly PlantKind[] = [
  { rates: [400, 4_000, 10_000], plant: noDate },
  { rates: [2_000, 15_000, 30_000], plant: yearBefore },
  { rates: [1_500, 12_000, 25_000], plant: otherDay },
  { rates: [400, 4_000, 9_000], plant: expired },
  { rates: [2_000, 15_000, 40_000], plant: noLot },
  { rates: [1_000, 10_000, 25_000], plant: otherLot },
  { rates: [100, 800, 2_000], plant: notGiven },
  { rates: [500, 5_000, 12_000], plant: noFacility },
  { rates: [500, 5_000, 10_000], plant: otherFacility },
  { rates: [1_000, 10_000, 30_000], plant: typedNumber },
  { rates: [50_000, 150_000, 300_000], plant: noEvidence },
  { rates: [10_000, 60_000, 120_000], plant: died },
  { rates: [1_000, 10_000, 30_000], plant: tooYoung },
]
