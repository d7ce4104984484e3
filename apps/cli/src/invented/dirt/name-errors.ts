import { encodeLegacy } from '../letterings/encode.ts'
import { encodeTelex } from '../letterings/telex.ts'
import type { SampleRow } from '../sample-row.ts'
import { type Plant, type PlantKind, plantAs, plantUnseen, type Surroundings } from './plant.ts'

const vietnameseLetter = /[^\x20-\x7e]/

const empty: Plant = (row) => plantAs(row, 'full_name', 'PN-01', '', row.person.name)

const withNote: Plant = (row, { random }) => {
  const notes = [' (mũi 2)', ' 1985', ' - tiêm tại nhà', ' (M1)', '/HK03', ' 0912345678']
  plantAs(row, 'full_name', 'PN-01', row.cells.full_name + random.pick(notes), row.person.name)
}

const untidy: Plant = (row, { random }) => {
  const { name } = row.person
  const forms = [
    name.normalize('NFD'),
    name.replace(' ', '  '),
    name.replace(' ', '\u00a0'),
    `${name}\u200b`,
    `${name} `,
  ]
  plantAs(row, 'full_name', 'PN-02', random.pick(forms), name)
}

const icelandic: Plant = (row) => {
  const { name, nationality } = row.person
  if (nationality === 'VN') plantAs(row, 'full_name', 'PN-03', name.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð'), name)
}

/** A row that was put together on another machine than its neighbours. */
const otherLettering: Plant = (row, { random }) => {
  const { name, isKinh } = row.person
  const word = name.split(' ').filter((text) => vietnameseLetter.test(text))
  if (!isKinh || word.length < 2) return
  const text = random.below(2) === 0 ? encodeTelex(name) : encodeLegacy(name, 'utf8-as-1252')
  plantAs(row, 'full_name', 'PN-04', text, name)
}

const lost: Plant = (row, { random }) => {
  const { name } = row.person
  if (!vietnameseLetter.test(name)) return
  const sign = random.pick(['?', '\ufffd'])
  plantAs(row, 'full_name', 'PN-05', [...name].map((letter) => (letter > '\u00ff' ? sign : letter)).join(''), name)
}

/** A name without marks may be a right one, Ly and Ung are: only a word that cannot be spelt so, or Văn and Thị, tell. */
const noMarks: Plant = (row) => {
  const { name, isKinh } = row.person
  const plain = withoutMarks(name)
  if (plain === name) return
  const words = name.split(' ')
  const changed = words.filter((word) => withoutMarks(word) !== word)
  const [surname = '', ...rest] = words
  const isTold =
    (withoutMarks(surname) !== surname && surname !== 'Lý' && surname !== 'Ưng') ||
    rest.slice(0, -1).some((word) => /^(?:Văn|Thị)$/.test(word)) ||
    changed.some((word) => /(?:c|ch|p|t)$/.test(word))
  if (isKinh && isTold) plantAs(row, 'full_name', 'PN-06', plain, name)
  else plantUnseen(row, 'full_name', plain, name, 'a name may be spelt so')
}

/** A key that went down beside the right one. */
const slip: Plant = (row, { random }) => {
  const { name, isKinh } = row.person
  const words = name.split(' ')
  if (!isKinh || words.length < 3) return
  const marked = words.map((word, at) => ({ word, at })).filter(({ word }) => vietnameseLetter.test(word))
  if (marked.length === 0) return
  const { word, at } = random.pick(marked)
  const typed =
    random.below(2) === 0 ? `${word}${random.pick(['x', 'v', 'b', 'd'])}` : `${word.charAt(0)}x${word.slice(1)}`
  const text = words.with(at, typed).join(' ')
  if (at > 0 || word.length > 3) plantAs(row, 'full_name', 'PN-07', text, name)
  else plantUnseen(row, 'full_name', text, name, 'a short family name may be one of another people')
}

const capitals: Plant = (row, { random }) => {
  const { name, nationality, isKinh } = row.person
  if (nationality !== 'VN' || !isKinh) return
  plantAs(row, 'full_name', 'PN-08', random.below(3) === 0 ? name.toLowerCase() : name.toUpperCase(), name)
}

const otherScript: Plant = (row) => {
  if (row.person.nationality === 'CN') plantAs(row, 'full_name', 'PN-09', '王伟', row.person.name)
}

const relation: Plant = (row, { random }) => {
  const { guardian, name } = row.person
  if (guardian === undefined) return
  plantAs(
    row,
    'full_name',
    'PN-10',
    `${random.pick(['Con bà', 'Bé trai', 'Con của', 'Con ông'])} ${guardian.name}`,
    name,
  )
}

const regional = {
  Hoàng: 'Huỳnh',
  Huỳnh: 'Hoàng',
  Vũ: 'Võ',
  Võ: 'Vũ',
  Phúc: 'Phước',
  Nhật: 'Nhựt',
  Thu: 'Thư',
  Hà: 'Hạ',
}
const another = {
  Anh: 'Ánh',
  Lan: 'Loan',
  Hùng: 'Hưng',
  Hương: 'Hường',
  Thảo: 'Thao',
  Minh: 'Mình',
  Sơn: 'Sáng',
  Vân: 'Văn',
}

const plausible: Plant = (row) => {
  const others: Readonly<Record<string, string>> = { ...regional, ...another }
  const words = row.person.name.split(' ')
  const at = words.findIndex((word) => Object.hasOwn(others, word))
  if (at < 0) return
  words[at] = others[words[at] as string] as string
  plantUnseen(row, 'full_name', words.join(' '), row.person.name, 'it is a name as well')
}

const shortened: Plant = (row, { random }) => {
  const words = row.person.name.split(' ')
  if (words.length < 3 || !row.person.isKinh) return
  const text = random.below(3) > 0 ? [words[0], ...words.slice(2)] : [...words.slice(1), words[0]]
  plantUnseen(row, 'full_name', text.join(' '), row.person.name, 'it is a name as well')
}

function withoutMarks(text: string): string {
  return text.replaceAll('Đ', 'D').replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
}

/** In a column of an old font nothing else is planted: what was, nobody could tell from the font's own signs. */
function unlessLegacy(plant: Plant): Plant {
  return (row: SampleRow, surroundings: Surroundings) => {
    if (surroundings.forms.legacy.full_name === undefined) plant(row, surroundings)
  }
}

const kinds: readonly PlantKind[] = [
  { rates: [30, 300, 800], plant: empty },
  { rates: [700, 6_000, 12_000], plant: withNote },
  { rates: [4_000, 25_000, 70_000], plant: untidy },
  { rates: [20_000, 90_000, 200_000], plant: icelandic },
  { rates: [200, 3_000, 8_000], plant: otherLettering },
  { rates: [400, 4_000, 9_000], plant: lost },
  { rates: [4_000, 35_000, 60_000], plant: noMarks },
  { rates: [1_500, 12_000, 25_000], plant: slip },
  { rates: [10_000, 60_000, 120_000], plant: capitals },
  { rates: [20_000, 60_000, 100_000], plant: otherScript },
  { rates: [1_000, 8_000, 15_000], plant: relation },
  { rates: [20_000, 120_000, 200_000], plant: plausible },
  { rates: [2_000, 15_000, 30_000], plant: shortened },
]

export const nameErrors: readonly PlantKind[] = kinds.map(({ rates, plant }) => ({ rates, plant: unlessLegacy(plant) }))
