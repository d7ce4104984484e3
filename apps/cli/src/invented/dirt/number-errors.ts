import { mobileNumber, passportNumber } from '../people/numbers.ts'
import type { SampleRow } from '../sample-row.ts'
import { type Plant, type PlantKind, plantAs, plantUnseen } from './plant.ts'

const missing: Plant = (row) => plantAs(row, 'id_number', 'ID-01', '', row.person.number)

const separators: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (row.person.nationality !== 'VN') return
  const forms = [
    text.replace(/(\d{3})(?=\d)/g, '$1 '),
    text.replace(/(\d{3})(?=\d)/g, '$1.'),
    `'${text}`,
    `${text}\u00a0`,
  ]
  plantAs(row, 'id_number', 'ID-02', random.pick(forms), text)
}

const letters: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  const at = text.search(/[01](?=\d*$)/)
  if (row.person.nationality !== 'VN' || at < 0) return
  const letter = text.charAt(at) === '0' ? 'O' : random.pick(['l', 'I'])
  plantAs(row, 'id_number', 'ID-03', text.slice(0, at) + letter + text.slice(at + 1), text)
}

/** What a sheet leaves of a number. */
const lostZero: Plant = (row) => {
  if (isPersonal(row)) plantAs(row, 'id_number', 'ID-04', String(Number(row.cells.id_number)), row.cells.id_number)
}

const quantity: Plant = (row) => {
  const digits = String(Number(row.cells.id_number))
  if (!isPersonal(row)) return
  plantAs(
    row,
    'id_number',
    'ID-05',
    `${digits.charAt(0)}.${digits.slice(1, 6)}E+${digits.length - 1}`,
    row.cells.id_number,
  )
}

const malformed: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (row.person.nationality !== 'VN' || text === '') return
  const at = 1 + random.below(text.length - 1)
  const forms = [text.slice(0, at) + random.below(10) + text.slice(at), text.slice(0, 7), `${text}/${text.slice(0, 3)}`]
  plantAs(row, 'id_number', 'ID-06', random.pick(forms), text)
}

/** A province that never was, or another year than that of birth. */
const impossible: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (!isPersonal(row)) return
  const year = String((Number(text.slice(4, 6)) + 1 + random.below(40)) % 100).padStart(2, '0')
  const forms = [
    `0${random.pick(['03', '05', '07', '09', '98'])}${text.slice(3)}`,
    text.slice(0, 4) + year + text.slice(6),
  ]
  plantAs(row, 'id_number', 'ID-07', random.pick(forms), text)
}

const masked: Plant = (row) => {
  if (isPersonal(row)) plantAs(row, 'id_number', 'ID-08', `******${row.cells.id_number.slice(6)}`, row.cells.id_number)
}

const placeholder: Plant = (row, { random }) => {
  if (row.person.nationality !== 'VN') return
  const forms = ['000000000000', '123456789', '111111111', '123456789012', mobileNumber(random), row.person.phone]
  plantAs(row, 'id_number', 'ID-09', random.pick(forms), row.person.number)
}

/** A child under the number of a parent. */
const ofParent: Plant = (row) => {
  const { guardian } = row.person
  if (guardian !== undefined) plantAs(row, 'id_number', 'ID-10', guardian.number, row.person.number)
}

const otherKind: Plant = (row, { random }) => {
  const isForeign = row.person.nationality !== 'VN'
  const text = isForeign
    ? `0010${String(70 + random.below(29))}${100_000 + random.below(900_000)}`
    : `C${1_000_000 + random.below(9_000_000)}`
  plantAs(row, 'id_number', 'ID-12', text, row.person.number)
}

const badPassport: Plant = (row, { random }) => {
  if (row.person.nationality === 'VN') return
  plantAs(
    row,
    'id_number',
    'ID-13',
    random.pick(['HC 12', '#', `${passportNumber(random)}/${passportNumber(random)}`]),
    row.person.number,
  )
}

const cancelled: Plant = (row) => {
  const before = row.person.cancelled
  if (before !== undefined && isPersonal(row)) plantAs(row, 'id_number', 'ID-14', before, row.cells.id_number)
}

/** One of the last six digits, or two neighbours: there is no check digit. */
const serial: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (row.person.nationality !== 'VN' || text.length < 9) return
  const at = text.length - 1 - random.below(6)
  const digit = String((Number(text.charAt(at)) + 1 + random.below(8)) % 10)
  plantUnseen(row, 'id_number', text.slice(0, at) + digit + text.slice(at + 1), text, 'any serial number is possible')
}

function isPersonal({ person, cells }: SampleRow): boolean {
  return person.nationality === 'VN' && /^\d{12}$/.test(cells.id_number)
}

/** 4.6 % without a number or with one that is none (vietnam.md §0.4), and those that belong to nobody or to another. */
export const numberErrors: readonly PlantKind[] = [
  { rates: [4_000, 21_000, 40_000], plant: missing },
  { rates: [3_000, 20_000, 60_000], plant: separators },
  { rates: [300, 2_500, 8_000], plant: letters },
  { rates: [800, 6_000, 30_000], plant: lostZero },
  { rates: [400, 4_000, 12_000], plant: quantity },
  { rates: [900, 7_000, 15_000], plant: malformed },
  { rates: [1_500, 15_000, 30_000], plant: impossible },
  { rates: [300, 4_000, 9_000], plant: masked },
  { rates: [400, 4_500, 9_000], plant: placeholder },
  { rates: [20_000, 200_000, 300_000], plant: ofParent },
  { rates: [100, 700, 1_500], plant: otherKind },
  { rates: [1_000, 20_000, 60_000], plant: badPassport },
  { rates: [50_000, 200_000, 400_000], plant: cancelled },
  { rates: [5_000, 40_000, 60_000], plant: serial },
]
