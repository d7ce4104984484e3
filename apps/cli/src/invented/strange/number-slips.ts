import type { Plant, PlantKind } from '../dirt/plant.ts'
import { mobileNumber, passportNumber } from '../people/numbers.ts'
import type { SampleRow } from '../sample-row.ts'
import { found, isPlanted, plantOn, unseen } from './plant-on.ts'
import { keyBeside, replaced, swapped } from './slips.ts'
import { isSurelyNot } from './surely.ts'

const ANY_SERIAL = 'any serial number is possible'

/** A number of which some digit is another one: whether it shows depends on which. */
function otherNumber(row: SampleRow, digits: string): void {
  const { number } = row.person
  const isSure = !isPlanted(row, 'sex', 'birth_date', 'nationality')
  if (digits === number || !isSure) return
  plantOn(
    row,
    'id_number',
    digits,
    isSurelyNot(digits, row.person) ? found('ID-07', number) : unseen(ANY_SERIAL, number),
  )
}

const keySlip: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (!isPersonal(row)) return
  const at = random.below(12)
  otherNumber(row, replaced(text, at, keyBeside(text.charAt(at), random)))
}

const turnedDigits: Plant = (row, { random }) => {
  if (isPersonal(row)) otherNumber(row, swapped(row.cells.id_number, random.below(11)))
}

const digitTooMany: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (!isDigits(row)) return
  const at = random.below(text.length)
  plantOn(row, 'id_number', replaced(text, at, text.charAt(at).repeat(2)), found('ID-06', text))
}

const digitTooFew: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (isPersonal(row)) plantOn(row, 'id_number', replaced(text, 1 + random.below(11), ''), found('ID-06', text))
}

/** What a scanner takes digits for. The catalogue names O, l, I and digits of double width; the others are no digits. */
const shapes: Readonly<Record<string, readonly [text: string, rule: 'ID-03' | 'ID-06']>> = {
  ...{ '0': ['O', 'ID-03'], '1': ['l', 'ID-03'], '5': ['S', 'ID-06'], '8': ['B', 'ID-06'] },
  ...{ '2': ['Z', 'ID-06'], '6': ['G', 'ID-06'] },
}

const scanned: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  const at = random.below(Math.max(1, text.length))
  const [letter, rule] = shapes[text.charAt(at)] ?? []
  if (letter === undefined || rule === undefined || !isPersonal(row) || isPlanted(row, 'sex', 'birth_date')) return
  plantOn(row, 'id_number', replaced(text, at, letter), found(rule, text))
}

const wide: Plant = (row) => {
  const { id_number: text } = row.cells
  if (!isPersonal(row) || isPlanted(row, 'sex', 'birth_date')) return
  const shown = text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  plantOn(row, 'id_number', shown, found('ID-03', text))
}

const signs: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (!isDigits(row)) return
  const forms = [
    ...[`="${text}"`, `${text}\t`, text.replace(/(\d{4})(?=\d)/g, '$1-'), text.replace(/(\d{3})/, '$1\u200b')],
    ...[` ${text}`, text.replace(/(\d{3})(?=\d)/g, '$1\u2009'), `\u2019${text}`, text.replace(/(\d{6})/, '$1 ')],
  ]
  plantOn(row, 'id_number', random.pick(forms), found('ID-02', text))
}

/** A sheet took it for a quantity and wrote it as one. */
const quantities: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  const bare = String(Number(text))
  if (!isPersonal(row) || bare.length !== 11 || isPlanted(row, 'sex', 'birth_date', 'nationality')) return
  const [form, rule] = random.pick([
    [bare.replace(/(\d)(?=(\d{3})+$)/g, '$1.'), 'ID-04'],
    [bare.replace(/(\d)(?=(\d{3})+$)/g, '$1,'), 'ID-04'],
    [`${bare}.0`, 'ID-05'],
    [`${bare},00`, 'ID-05'],
    [`${bare.charAt(0)}.${bare.slice(1)}E+10`, 'ID-05'],
    [`${bare.charAt(0)},${bare.slice(1, 3)}E+10`, 'ID-05'],
    [`${bare.slice(0, 6)}00000`, 'ID-05'],
    ['########', 'ID-05'],
  ] as const)
  plantOn(row, 'id_number', form, found(rule, text))
}

const hidden: Plant = (row, { random }) => {
  const { id_number: text } = row.cells
  if (!isPersonal(row)) return
  const forms = [`xxxxxx${text.slice(6)}`, `${text.slice(0, 6)}******`, `••••••••${text.slice(8)}`]
  plantOn(row, 'id_number', random.pick([...forms, `${text.slice(0, 3)}*****${text.slice(8)}`]), found('ID-08', text))
}

/** Another thing of the person's in the place of the number. */
const otherThing: Plant = (row, { random }) => {
  const { person } = row
  if (person.nationality !== 'VN') return
  const [year = '', month = '', day = ''] = person.birthDate.split('-')
  const insurance = `${random.pick(['GD', 'DN', 'TE', 'HT'])}4${person.number.slice(1, 3)}${1_000_000_000 + random.below(8_999_999_999)}`
  const phone = mobileNumber(random)
  const [text, rule] = random.pick([
    [insurance, 'ID-09'],
    [`${day}/${month}/${year}`, 'ID-09'],
    [day + month + year, 'ID-09'],
    [`+84${phone.slice(1)}`, 'ID-09'],
    [`84${phone.slice(1)}`, 'ID-09'],
    [phone.replace(/^(\d{4})(\d{3})/, '$1 $2 '), 'ID-09'],
    [`0208${3_000_000 + random.below(900_000)}`, 'ID-06'],
    [year, 'ID-06'],
    ['123123123123', 'ID-07'],
    ['999999999', 'ID-09'],
    [person.name, 'ID-06'],
    [person.household, 'ID-06'],
    ['mất CMND', 'ID-06'],
    ['đang làm lại', 'ID-06'],
    ['chưa có CCCD', 'ID-01'],
    ['không có', 'ID-01'],
    ['0', 'ID-01'],
    ['N/A', 'ID-01'],
  ] as const)
  plantOn(row, 'id_number', text, found(rule, person.number))
}

const several: Plant = (row, { random }) => {
  const { id_number: text, phone } = row.cells
  if (!isDigits(row)) return
  const old = String(100_000_000 + random.below(899_999_999))
  const forms = [`${text}/${old}`, `${old} (${text})`, `CCCD: ${text}`, `${text} - ${phone}`, `${text};${text}`]
  plantOn(row, 'id_number', random.pick(forms), found('ID-06', text))
}

const passports: Plant = (row, { random }) => {
  const { number, nationality } = row.person
  if (nationality === 'VN' || isPlanted(row, 'id_number', 'nationality')) return
  const [text, rule] = random.pick([
    [number.toLowerCase(), 'ID-02'],
    [`${number.slice(0, 3)} ${number.slice(3)}`, 'ID-02'],
    [`Passport ${number}`, 'ID-13'],
    [`${number}, ${passportNumber(random)}`, 'ID-13'],
    [`P<${nationality}${number}`, 'ID-13'],
    ['', 'ID-01'],
    ['không có', 'ID-01'],
  ] as const)
  plantOn(row, 'id_number', text, found(rule, number))
}

function isPersonal({ cells, person }: SampleRow): boolean {
  return person.nationality === 'VN' && cells.id_number === person.number
}

function isDigits(row: SampleRow): boolean {
  return row.person.nationality === 'VN' && /^(?:\d{9}|\d{12})$/.test(row.cells.id_number)
}

export const numberSlips: readonly PlantKind[] = [
  ...[keySlip, turnedDigits, digitTooMany, digitTooFew, scanned, wide].map((plant) => kind(8_000, plant)),
  ...[signs, quantities, hidden, otherThing, several].map((plant) => kind(9_000, plant)),
  kind(200_000, passports),
]

function kind(rate: number, plant: Plant): PlantKind {
  return { rates: [rate, rate, rate], plant }
}
