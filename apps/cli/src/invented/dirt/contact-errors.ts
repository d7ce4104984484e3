import { fullYears, isoDay } from '../days.ts'
import type { Random } from '../random.ts'
import { type Plant, type PlantKind, plantAs } from './plant.ts'

/** Eleven digits of before 2018 for ten of today (vietnam.md §3.7). */
const before2018: Readonly<Record<string, string>> = {
  ...{ '032': '0162', '033': '0163', '034': '0164', '035': '0165', '036': '0166', '037': '0167', '038': '0168' },
  ...{ '039': '0169', '070': '0120', '079': '0121', '077': '0122', '076': '0126', '078': '0128', '083': '0123' },
  ...{ '084': '0124', '085': '0125', '081': '0127', '082': '0129', '056': '0186', '058': '0188', '059': '0199' },
}

const oldPhone: Plant = (row, { random }) => {
  const { phone } = row.person
  const prefix = before2018[phone.slice(0, 3)]
  const forms = [
    ...(prefix === undefined ? [] : [prefix + phone.slice(3), prefix + phone.slice(3)]),
    ...[`+84 ${phone.slice(1)}`, `84${phone.slice(1)}`, phone.replace(/^(\d{4})(\d{3})/, '$1.$2.')],
  ]
  plantAs(row, 'phone', 'CT-01', random.pick(forms), phone)
}

const unusable: Plant = (row, { random }) => {
  const { phone, guardian } = row.person
  // A landline will do where a guardian has a mobile phone.
  const forms = [phone.slice(1), '0000000000', phone.slice(0, 7), `${phone}5`, ...(guardian ? [] : [landline(random)])]
  plantAs(row, 'phone', 'CT-02', random.pick(forms), phone)
}

const unreached: Plant = (row) => {
  const { guardian, phone, birthDate } = row.person
  const isChild = fullYears(birthDate, isoDay(row.dose.day)) < 14
  if (guardian === undefined) plantAs(row, 'phone', 'CT-03', '', phone)
  else if (isChild) plantAs(row, 'guardian_name', 'CT-03', '', guardian.name)
}

const otherCommune: Plant = (row, { random }) => {
  if (row.person.nationality !== 'VN') return
  plantAs(row, 'commune', 'AD-01', random.pick(['Xã Chưa Rõ', 'xxx', `${row.cells.commune}h`]), row.cells.commune)
}

function landline(random: Random): string {
  return `0208${3_000_000 + random.below(900_000)}`
}

export const contactErrors: readonly PlantKind[] = [
  { rates: [8_000, 50_000, 120_000], plant: oldPhone },
  { rates: [1_000, 10_000, 25_000], plant: unusable },
  { rates: [1_000, 12_000, 30_000], plant: unreached },
  { rates: [500, 6_000, 15_000], plant: otherCommune },
]
