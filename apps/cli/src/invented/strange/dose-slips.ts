import type { Plant, PlantKind } from '../dirt/plant.ts'
import { vaccines } from '../doses/supply.ts'
import type { Random } from '../random.ts'
import type { SampleRow } from '../sample-row.ts'
import { found, isPlanted, plantOn, unseen } from './plant-on.ts'
import { keyBeside, replaced, slipped } from './slips.ts'

/** Right words with others around them: whoever reads them right need say nothing. */
function wordy(text: string, random: Random): string {
  return random.pick([
    ...[`vắc xin ${text}`, `Vaccine ${text}`, `${text} 0,5ml`, `${text} (liều 2)`, `${text}.`, `${text} - lô mới`],
    ...[text.toUpperCase(), `  ${text}`, `${text}/${text}`, `VX ${text}`, `${text} VN`],
  ])
}

const spelling: Plant = (row, { random }) => {
  const { product: text } = row.cells
  if (row.dose.country !== 'VN' || text.length < 5 || text.includes('/')) return
  const typed = random.pick([slipped(text, random), slipped(slipped(text, random), random), wordy(text, random)])
  plantOn(row, 'product', typed, found('DS-06', row.dose.mp))
}

const noProduct: Plant = (row, { random }) => {
  const texts = ['Vắc xin', 'mũi 2', 'COVID-19', '?', 'không rõ', 'Pfizer hoặc Moderna', 'Pfizer + AZ', row.dose.lot]
  plantOn(row, 'product', random.pick(texts), found('DS-06', row.dose.mp))
}

/** Another vaccine of the country; the lot stays. */
const otherProduct: Plant = (row, { random }) => {
  const others = vaccines.filter(({ mp }) => mp !== row.dose.mp).flatMap(({ spellings }) => spellings)
  if (row.dose.country !== 'VN' || isPlanted(row, 'lot')) return
  plantOn(row, 'product', random.pick(others), found('DS-10', row.dose.mp))
}

const likeDigits: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' }

const lots: Plant = (row, { random }) => {
  const { lot } = row.dose
  if (isPlanted(row, 'product', 'lot') || row.dose.country !== 'VN') return
  const at = lot.search(/(?<=\d)[01](?=\d)/)
  const looks = at < 0 ? [] : [replaced(lot, at, likeDigits[lot.charAt(at)] ?? '')]
  const [text, rule] = random.pick([
    ...looks.flatMap((text) => Array<readonly [string, 'DS-10']>(6).fill([text, 'DS-10'])),
    ['lô FK', 'DS-10'],
    ['20/05/2022', 'DS-10'],
    ['Pfizer', 'DS-10'],
    ['1', 'DS-10'],
    ['#N/A', 'DS-10'],
    ['mới', 'DS-10'],
    ['không nhớ', 'DS-09'],
    ['--', 'DS-09'],
    ['chưa có', 'DS-09'],
    ['x', 'DS-09'],
  ] as const)
  plantOn(row, 'lot', text, found(rule, lot))
}

/** A digit of the lot is another one. */
const lotSlip: Plant = (row, { random }) => {
  const { lot } = row.dose
  const places = [...lot].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  if (isPlanted(row, 'product', 'lot') || places.length === 0) return
  const at = random.pick(places)
  const typed = replaced(lot, at, keyBeside(lot.charAt(at), random))
  const isKnown = vaccines.some((vaccine) => vaccine.lots.some(({ number }) => number === typed))
  if (!isKnown) plantOn(row, 'lot', typed, unseen('no list of lots is known to be whole', lot))
}

const notGiven: Plant = (row, { random }) => {
  const texts = [
    ...[
      'Hoãn',
      'hoan tiem',
      'HOÃN TIÊM (sốt)',
      'Tạm hoãn',
      'Trì hoãn',
      'Không tiêm',
      'Chưa tiêm do sốt',
      'Từ chối tiêm',
    ],
    ...[
      'Huyết áp cao - hoãn',
      'Đã hủy',
      'Không đủ sức khỏe',
      'Chống chỉ định tạm thời',
      'Bỏ về',
      'Không đến',
      'Cancelled',
    ],
    ...['Hoãn 2 tuần', 'Đề nghị hoãn tiêm', 'Chưa đủ điều kiện', 'Xin hoãn', 'Chuyển viện tiêm', 'not-done'],
  ]
  plantOn(row, 'status', random.pick(texts), found('DS-17', 'Đã tiêm'))
}

const facilities: Plant = (row, { random }) => {
  const { facility: code } = row.cells
  if (row.dose.facility < 0 || isPlanted(row, 'birth_date')) return
  const texts = [code.replace(/0/, 'O'), `${code}5`, code.slice(0, 3), 'Trạm Y tế', '#N/A', `X${code}`, '00000']
  plantOn(row, 'facility', random.pick(texts), found('DS-18', code))
}

const typedNumber: Plant = (row, { random }) => {
  const right = String(row.dose.number)
  const typed = String(1 + random.below(4))
  if (typed !== right) plantOn(row, 'dose_number', typed, found('DS-12', right))
}

const sexes: Plant = (row, { random }) => {
  const { sex } = row.person
  const texts = [
    'Nma',
    'Nứ',
    'Nũ',
    'khác',
    '0',
    '3',
    '-',
    'N',
    'không rõ',
    row.person.birthDate.slice(0, 4),
    'Nam/Nữ',
    'X',
  ]
  plantOn(row, 'sex', random.pick(texts), found('SX-01', sex))
}

const countries: Plant = (row, { random }) => {
  const { nationality } = row.person
  const texts = ['Kinh', 'Hà Nội', '084', 'Việt', 'VNN', 'x', 'Viet Nma', 'không', 'ASIA']
  plantOn(row, 'nationality', random.pick(texts), found('CT-04', nationality))
}

const phones: Plant = (row, { random }) => {
  const { phone } = row.person
  const landline = `0208${3_000_000 + random.below(900_000)}`
  const texts = [
    ...[
      `${phone}0`,
      phone.slice(0, 9),
      'không có số',
      '0123456789',
      '1111111111',
      `O${phone.slice(1)}`,
      phone.replace(/\d$/, 'x'),
    ],
    ...[`${phone}/${landline}`, `${phone.slice(1)}.0`, '9.12E+08', '113'],
    ...(row.person.guardian === undefined ? [landline] : []),
  ]
  plantOn(row, 'phone', random.pick(texts), found('CT-02', phone))
}

/** Two neighbouring columns in each other's place. */
const exchanged: Plant = (row, { random }) => {
  const pairs = [
    ['id_number', 'phone', 'ID-09', 'CT-02'],
    ['product', 'lot', 'DS-06', 'DS-10'],
    ['full_name', 'sex', 'PN-01', 'SX-01'],
    ['commune', 'district', 'AD-01', 'AD-01'],
  ] as const
  const [one, other, ruleOne, ruleOther] = random.pick(pairs)
  const right = rightOf(row)
  if (isPlanted(row, one, other, 'lot') || row.person.nationality !== 'VN' || row.dose.country !== 'VN') return
  const [a, b] = [row.cells[one], row.cells[other]]
  // A personal number cannot be dialled; nine digits can.
  if (one === 'id_number' && a.length !== 12) return
  plantOn(row, one, b, found(ruleOne, right(one)))
  if (other !== 'district') plantOn(row, other, a, found(ruleOther, right(other)))
  else plantOn(row, other, a, unseen('districts are in no list', right(other)))
}

function rightOf(
  row: SampleRow,
): (field: 'id_number' | 'phone' | 'product' | 'lot' | 'full_name' | 'sex' | 'commune' | 'district') => string {
  const { cells, dose, person } = { ...row, cells: { ...row.cells } }
  return (field) => (field === 'product' ? dose.mp : field === 'sex' ? person.sex : cells[field])
}

const communes: Plant = (row, { random }) => {
  const { commune } = row.cells
  if (row.person.nationality !== 'VN' || commune.length < 8) return
  const texts = [`${commune.slice(0, -2)}qz`, 'KCN Sông Công', '-', 'Ngoại tỉnh', `${commune}1`, 'Không rõ']
  plantOn(row, 'commune', random.pick(texts), found('AD-01', commune))
}

export const dosesOfStrangers: readonly PlantKind[] = [
  ...[
    kind(40_000, spelling),
    kind(8_000, noProduct),
    kind(10_000, otherProduct),
    kind(20_000, lots),
    kind(10_000, lotSlip),
  ],
  ...[kind(5_000, notGiven), kind(8_000, facilities), kind(10_000, typedNumber), kind(3_000, exchanged)],
]
export const personsOfStrangers: readonly PlantKind[] = [
  ...[kind(8_000, sexes), kind(8_000, countries), kind(20_000, phones), kind(8_000, communes)],
]

function kind(rate: number, plant: Plant): PlantKind {
  return { rates: [rate, rate, rate], plant }
}
