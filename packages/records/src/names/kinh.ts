import { wordKey } from './canonical.ts'
import { isOneSlip } from './score.ts'

/** Family names of the Kinh and of those who write theirs in the same way. */
const surnames =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bành Biện Cao Cấn Châu Chu Chung ' +
  'Chử Cù Cung Diệp Doãn Dư Đàm Đào Đậu Điền Đinh Đoàn Đồng Đổng Đới Đường Giang Giáp Hà Hạ Hàn Hầu Hồng Hứa Kha Khổng ' +
  'Khương Kiều Kim La Lã Lại Lâm Lộ Lục Lữ Lương Lưu Mạc Mai Mẫn Nghiêm Ngụy Nhan Nhâm Nhữ Ninh Nông Ông Phí Phó Phùng ' +
  'Phương Quách Quan Quản Quang Sầm Sơn Tạ Tăng Thạch Thái Thân Thẩm Thi Thiều Tiết Tiêu Tô Tôn Tống Trang Triệu Trịnh ' +
  'Trình Trương Từ Tưởng Ung Ưng Uông Văn Vi Viên Vương'

/** Where several are spelt alike but for their marks, the one without any: nothing went from `Chu`, though there is `Chử`. */
const bySpelling = new Map(
  surnames
    .split(' ')
    .toSorted((one, other) => Number(isPlain(one)) - Number(isPlain(other)))
    .map((surname) => [wordKey(surname), surname]),
)

const longSurnames = [...bySpelling.keys()].filter((key) => key.length > 3)

/** Whether a word is such a family name, marks aside. */
export function isKinhSurname(word: string): boolean {
  return bySpelling.has(wordKey(word))
}

/** Whether the family name, written without marks, has lost some. Ly is a name of the Hmong as it stands. */
export function hasLostMarks(surname: string): boolean {
  const right = bySpelling.get(wordKey(surname))
  return right !== undefined && right !== 'Lý' && right.toUpperCase() !== surname.toUpperCase() && isPlain(surname)
}

function isPlain(word: string): boolean {
  return /^[A-Za-z]+$/.test(word)
}

/** Whether a word is one slip away from such a name; of short ones too many words are. */
export function isNearKinhSurname(word: string): boolean {
  const key = wordKey(word)
  return longSurnames.some((surname) => isOneSlip(surname, key))
}

/**
 * Whether a word looks like one of the other peoples of the country: letters and consonants that Vietnamese does not
 * have, apostrophes, or an end on h, k or l. No people has words without a vowel.
 */
export function isOfOtherPeople(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return otherLetters.test(word) || (otherSounds.test(plain) && /[aeiouwy]/i.test(plain))
}

const otherLetters = /['\u2019\u02bc`čñŏŭƀĭĕ]/i
const otherSounds = /^(?:[bcdđgkmpsv][lr]|tl|h[bdlmnrw]|k[aoubdmnpst]|m[bdđn]|n[dj])|(?:[^cn]h|[kl])$/i
