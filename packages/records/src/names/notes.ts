import { isKinhSurname } from './kinh.ts'
import { isAllSyllables } from './readings.ts'

/** What people write where there is no name, or in a neighbour's column. */
const noName =
  /^(?:(?:không|chưa|khong|chua) (?:rõ|có|biết|nhớ|ro|co)|test|x+|nam|nữ|nu|male|female|việt nam|viet nam|none|null|n\/a)$/i
/** Words that no name holds, in small letters beside others with capitals. */
const noteWord = /(?:^|\s)(?:tiêm|mũi|hoãn|đã|chưa|không|sđt|cmnd|cccd)(?:\s|$)/
const dotted = /\p{L}\.\p{L}.*\p{L}\.\p{L}|^\p{L}['\u2019\p{L}]+\.\p{L}{2,}$/u
const maybeNote = /\s(?:tiêm|mũi|hoãn|đã|chưa|không|sđt|cmnd|cccd)(?:\s|$)|\p{L}\.\p{L}|^.{1,9}$/u

/** Whether a text stands where there is no name. */
export function isNoName(text: string): boolean {
  return text.length < 10 && noName.test(text.trim())
}

/** Whether a text is no name, holds words of a note, or is put together with dots. */
export function isNote(name: string): boolean {
  if (!maybeNote.test(name)) return false
  return isNoName(name) || dotted.test(name) || (noteWord.test(name) && /^\p{Lu}/u.test(name))
}

/** The name before words of a note; undefined where there is none. */
export function nameBeforeNote(name: string): string | undefined {
  const at = name.search(noteWord)
  return at > 0 && /^\p{Lu}/u.test(name) ? name.slice(0, at) : undefined
}

/** The name that was pasted twice, one behind the other; undefined for others. */
export function pastedTwice(name: string): string | undefined {
  const middle = name.length >> 1
  if (name.length < 5 || name.charCodeAt(middle) !== BLANK || name.charCodeAt(0) !== name.charCodeAt(middle + 1))
    return undefined
  const half = name.slice(0, middle)
  const isOfSeveral = half.includes(' ') && new Set(half.split(' ')).size > 1
  return isOfSeveral && half === name.slice(middle + 1) ? half : undefined
}

const BLANK = 0x20
const joint = /(?<=\p{Ll})(?=\p{Lu})/u

/** The words of a name in which a blank was forgotten, "TrầnVăn Tú"; undefined where that makes no Vietnamese ones. */
export function parted(name: string): string | undefined {
  if (!joint.test(name)) return undefined
  const words = name.split(joint).join(' ')
  return isAllSyllables(words) ? words : undefined
}

const title = /^(?:ông|bà|anh|chị|cô|cụ|chú|bác|em) (\S+) (.+)$/i

/** Family names that are hardly ever names in the middle. */
const onlySurnames = /^(?:nguyễn|trần|lê|phạm|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trương|đoàn|trịnh)$/i

/** The name behind a form of address, "Bà Châu Hoài Linh". Ông is a family name as well, before a name in the middle. */
export function withoutTitle(name: string): string | undefined {
  const [, surname = '', rest = ''] = title.exec(name) ?? []
  if (surname === '' || !isKinhSurname(surname)) return undefined
  const isFamilyName = /^ông /i.test(name) && !(rest.includes(' ') && onlySurnames.test(surname))
  return isFamilyName ? undefined : `${surname} ${rest}`
}
