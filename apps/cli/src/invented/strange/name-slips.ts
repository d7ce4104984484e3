import type { Plant, PlantKind } from '../dirt/plant.ts'
import { encodeLegacy } from '../letterings/encode.ts'
import { encodeTelex } from '../letterings/telex.ts'
import type { SampleRow } from '../sample-row.ts'
import { found, plantOn, unseen } from './plant-on.ts'
import { keyBeside, replaced, slipped } from './slips.ts'
import { isSurelyNoWord } from './surely.ts'

const marked = /[^\x20-\x7e]/

/** One word in a name typed wrongly. Where the word is no Vietnamese one for sure, and the rest is, a rule must see it. */
function misspelt(row: SampleRow, at: number, typed: string): void {
  const { name, isKinh } = row.person
  const words = name.split(' ')
  if (typed === '' || typed === words[at]) return
  const isSure = isKinh && words.length > 2 && at > 0 && isSurelyNoWord(typed) && !isSurelyOther(typed)
  const right = name
  plantOn(
    row,
    'full_name',
    words.with(at, typed).join(' '),
    isSure ? found('PN-07', right) : unseen('it may be a name, of this people or of another', right),
  )
}

/** Sounds that names of other peoples of the country have, and Vietnamese has not. */
function isSurelyOther(word: string): boolean {
  return /^(?:[bcdđghkmpsvt][lr]|h[mnbdw]|k[aoubdmnpst]|m[bdl]|n[djl])|[bdklsrvhjw]$|(?:[^cn]h|[jwfz])/i.test(
    word.normalize('NFD').replace(/\p{M}/gu, ''),
  )
}

const fingers: Plant = (row, { random }) => {
  const words = row.person.name.split(' ')
  const at = random.below(words.length)
  misspelt(row, at, slipped(words[at] ?? '', random))
}

const besideKey: Plant = (row, { random }) => {
  const words = row.person.name.split(' ')
  const at = random.below(words.length)
  const word = words[at] ?? ''
  const place = random.below(word.length)
  if (/[a-z]/.test(word.charAt(place))) misspelt(row, at, replaced(word, place, keyBeside(word.charAt(place), random)))
}

/** Letters with and without marks that words of Vietnamese are made of: `Cao Vãn Quân` may be somebody. */
const vietnameseOnly =
  /^(?=.*[^\x20-\x7e])[a-zA-Z\sàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂÂÈÉÊÌÍÒÓÔÕƠÙÚƯỲÝĐ]+$/

/** A cell that came from another machine than its column. */
const otherLetters: Plant = (row, { random }) => {
  const { name, isKinh } = row.person
  const words = name.split(' ').filter((word) => marked.test(word))
  if (!isKinh || words.length < 2) return
  const text = random.pick([
    encodeLegacy(name, 'tcvn3'),
    encodeLegacy(name, 'vni'),
    encodeLegacy(name, 'cp1258-as-1252'),
    encodeLegacy(encodeLegacy(name, 'utf8-as-1252'), 'utf8-as-1252'),
    encodeTelex(name).toUpperCase(),
    vniKeys(name),
    viqr(name),
  ])
  const isOpen = vietnameseOnly.test(text)
  plantOn(row, 'full_name', text, isOpen ? unseen('it is a name as well', name) : found('PN-04', name))
}

/** The driver was off for one word only. */
const oneKeyedWord: Plant = (row, { random }) => {
  const { name, isKinh } = row.person
  const words = name.split(' ')
  const keyed = words.map((word, at) => ({ word, at })).filter(({ word, at }) => at > 0 && marked.test(word))
  if (!isKinh || words.length < 3 || keyed.length === 0) return
  const { word, at } = random.pick(keyed)
  if (random.below(2) === 0) plantOn(row, 'full_name', words.with(at, vniKeys(word)).join(' '), found('PN-01', name))
  else misspelt(row, at, encodeTelex(word))
}

const lookAlikes: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', y: 'у', A: 'А', B: 'В', E: 'Е', K: 'К', M: 'М', H: 'Н', O: 'О' },
  ...{ P: 'Р', C: 'С', T: 'Т', X: 'Х', N: 'Ν' },
}

/** A letter of another script that looks the same. */
const homoglyph: Plant = (row, { random }) => {
  const { name, nationality } = row.person
  const places = [...name].flatMap((letter, at) => (lookAlikes[letter] === undefined ? [] : [at]))
  if (nationality !== 'VN' || places.length === 0) return
  const at = random.pick(places)
  const word = name.slice(name.lastIndexOf(' ', at) + 1).split(' ')[0] ?? ''
  if (word.length > 1)
    plantOn(row, 'full_name', replaced(name, at, lookAlikes[name.charAt(at)] ?? ''), found('PN-03', name))
}

const digitForLetter: Plant = (row, { random }) => {
  const { name } = row.person
  const at = name.search(random.pick([/o/i, /[il]/i, /e/i]))
  const digit = /o/i.test(name.charAt(at)) ? '0' : /e/i.test(name.charAt(at)) ? '3' : '1'
  if (at >= 0) plantOn(row, 'full_name', replaced(name, at, digit), found('PN-01', name))
}

const untidy: Plant = (row, { random }) => {
  const { name } = row.person
  const half = name.replace(/[àáảãạầấẩẫậằắẳẵặèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/g, halfComposed)
  const forms = [
    ...[half, name.replace(' ', '\u3000'), name.replace(' ', '\t'), name.replace(' ', '\n'), `\u202d${name}\u202c`],
    ...[name.replace(' ', '\u200c '), `\ufeff${name}`, name.replaceAll(' ', '   '), name.replace(' ', '\u00ad ')],
  ]
  plantOn(row, 'full_name', random.pick(forms), found('PN-02', name))
}

const notes: Plant = (row, { random }) => {
  const { name, isKinh, guardian, nationality } = row.person
  if (nationality !== 'VN') return
  const forms = [
    ...[`${name} (con)`, `${name} [K2]`, `${name}, sinh năm 1985`, `${name} (tức Ba Tàu)`, `${name} F0`, `${name}*`],
    ...[`${name} mũi 3`, `1. ${name}`, `${name}; ${name}`, `${name} sđt 0912345678`, `STT 12 ${name}`, `${name}.,`],
    ...[name.replaceAll(' ', '_'), name.replaceAll(' ', '.'), `${name} - đã mất`, `"${name}"`, `${name} ${name}`],
    ...[`${name} tiêm tại nhà`, `${name} đã chuyển đi`, entities(name), '#NAME?', '#REF!', '-', '.', 'x', 'không rõ'],
    ...['Chưa rõ', 'Test', 'Nam', 'Nữ', 'Việt Nam'],
  ]
  const text = random.pick(forms)
  if (text !== name) plantOn(row, 'full_name', text, found('PN-01', name))
  if (isKinh && guardian !== undefined && random.below(3) === 0)
    plantOn(row, 'full_name', `${name} con bà ${guardian.name}`, found('PN-10', name))
}

/** Behind these Ông is a form of address; behind others it may be the family name, Ông Kim Nam. */
const surelySurnames = new Set('Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ'.split(' '))

const relations: Plant = (row, { random }) => {
  const { name, isKinh, guardian, sex } = row.person
  const words = name.split(' ')
  if (!isKinh || words.length < 3) return
  const title = random.pick(sex === 'male' ? ['Ông', 'Anh', 'Cụ'] : ['Bà', 'Chị', 'Cô'])
  const forms =
    guardian === undefined
      ? [`${title} ${name}`]
      : [`Bé gái con chị ${guardian.name}`, `Con: ${guardian.name}`, `Cháu ${name}`]
  const text = random.pick(forms)
  const isOpen = text.startsWith('Ông ') && !surelySurnames.has(words[0] ?? '')
  plantOn(row, 'full_name', text, isOpen ? unseen('Ông is a family name as well', name) : found('PN-10', name))
}

const joined: Plant = (row, { random }) => {
  const { name, isKinh } = row.person
  const words = name.split(' ')
  if (!isKinh || words.length < 3) return
  const at = random.below(words.length - 1)
  const text = words.toSpliced(at, 2, `${words[at]}${words[at + 1]}`).join(' ')
  plantOn(row, 'full_name', text, found('PN-07', name))
}

const lostLetters: Plant = (row, { random }) => {
  const { name } = row.person
  if (!marked.test(name)) return
  const forms = [
    name.replace(/[^\x20-\xff]/g, '?'),
    name.replace(/[^\x20-\x7e]/g, '\ufffd'),
    name.replace(/[^\x20-\x7e]/, '?'),
  ]
  plantOn(row, 'full_name', random.pick(forms), found('PN-05', name))
}

function halfComposed(letter: string): string {
  const [base = '', ...signs] = letter.normalize('NFD')
  const tone = signs.findLast((sign) => '\u0300\u0301\u0309\u0303\u0323'.includes(sign)) ?? ''
  return (base + signs.filter((sign) => sign !== tone).join('')).normalize('NFC') + tone
}

const vniTones: Readonly<Record<string, string>> = {
  ...{
    '\u0301': '1',
    '\u0300': '2',
    '\u0309': '3',
    '\u0303': '4',
    '\u0323': '5',
    '\u0302': '6',
    '\u031b': '7',
    '\u0306': '8',
  },
}

/** The keys of VNI, the tone at the end of its word. */
function vniKeys(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      let tone = ''
      const keyed = word.replace(/đ/gi, (letter) => (letter === 'đ' ? 'd9' : 'D9')).normalize('NFD')
      const spread = keyed.replace(/\p{M}/gu, (sign) => {
        const key = vniTones[sign] ?? ''
        if (key < '6') tone = key
        return key < '6' ? '' : key
      })
      return spread + tone
    })
    .join(' ')
}

const viqrSigns: Readonly<Record<string, string>> = {
  ...{
    '\u0301': "'",
    '\u0300': '`',
    '\u0309': '?',
    '\u0303': '~',
    '\u0323': '.',
    '\u0302': '^',
    '\u031b': '+',
    '\u0306': '(',
  },
}

/** RFC 1456: quality before tone. */
function viqr(text: string): string {
  return text
    .replaceAll('Đ', 'DD')
    .replaceAll('đ', 'dd')
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g, '$2$1')
    .replace(/\p{M}/gu, (sign) => viqrSigns[sign] ?? '')
}

function entities(text: string): string {
  return [...text].map((letter) => (marked.test(letter) ? `&#${letter.charCodeAt(0)};` : letter)).join('')
}

export const nameSlips: readonly PlantKind[] = [
  ...[fingers, besideKey].map((plant) => kind(15_000, plant)),
  ...[otherLetters, oneKeyedWord, homoglyph, digitForLetter, untidy].map((plant) => kind(8_000, plant)),
  ...[notes, relations, joined, lostLetters].map((plant) => kind(9_000, plant)),
]

function kind(rate: number, plant: Plant): PlantKind {
  return { rates: [rate, rate, rate], plant }
}
