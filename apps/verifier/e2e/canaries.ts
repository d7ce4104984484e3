import { personName } from '@vaxcert/core/dcc'

/** People who do not exist, with names that stand nowhere else: wherever one turns up, the app put it there. */
export const canaryNames: readonly string[] = ['Trịnh Zỏxqway Ánh', 'Lê Kơwzbirq Đức', 'Đặng Pfừxnoq Mỹ']

/** What to look for, by what it is called in a report. */
export type Needles = ReadonlyMap<string, Buffer>

/** All forms in which these names, and parts of these texts, can lie in a file. */
export function needlesFor(names: readonly string[], texts: readonly string[]): Needles {
  const forms = names.flatMap((name) => formsOf(name).map((form) => [`name ${form}`, form] as const))
  const parts = texts.map((text, index) => [`text ${index}`, text.slice(60, 90)] as const)
  return new Map(
    [...forms, ...parts].flatMap(([label, form]) => [
      [label, Buffer.from(form, 'utf8')],
      [`${label}, UTF-16`, Buffer.from(form, 'utf16le')],
    ]),
  )
}

/** The middle word of a name as written, taken apart, escaped for addresses and JSON, and in the letters of ICAO 9303. */
function formsOf(name: string): readonly string[] {
  const word = name.split(' ').at(1) ?? name
  const passport = (personName({ fullName: word }).fnt ?? word).replaceAll('<', '')
  const escaped = word.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [
    word,
    word.normalize('NFD'),
    word.toUpperCase(),
    word.toLowerCase(),
    encodeURIComponent(word),
    escaped,
    passport,
    passport.toLowerCase(),
    passport.slice(0, 1) + passport.slice(1).toLowerCase(),
  ]
}

/** Labels of the needles that lie in these bytes. */
export function foundIn(bytes: Buffer, needles: Needles): readonly string[] {
  return [...needles].flatMap(([label, needle]) => (bytes.includes(needle) ? [label] : []))
}
