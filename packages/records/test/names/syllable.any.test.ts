import { describe, expect, it } from 'vitest'
import { couldBeSyllable, isSyllable, readSyllable, syllableOf } from '../../src/names/syllable.ts'

/** Family, middle and given names that are met every day, all rhymes and spellings among them. */
const everyday =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Lương Đào Quách Nghiêm Khương ' +
  'Tạ Thạch Triệu Ưng Uông Âu Ông Bế Lò Giàng Sùng Vừ Thào Chảo Quàng Lường Mạc Mẫn Ngụy Nhâm Nhữ Phó Tiết Viên Vi Y ' +
  'Văn Thị Hữu Đức Ngọc Xuân Quốc Minh Thanh Kim Thuỳ Thùy Thúy Thuý Khuê Huệ Huế Hoè Hòe Loan Oanh Uyên Uyển Yến Yên ' +
  'Ý Ái Ấn Út Gấm Ghi Giỏi Giàu Giang Gìn Gì Giếng Kiều Kiệt Kỳ Kha Khoẻ Khỏe Khuyến Nghĩa Nghị Ngọ Ngân Nhơn Nhựt ' +
  'Quý Quí Quỳnh Quyên Quyết Quới Quang Quân Quế Quảng Phúc Phước Phượng Phương Rượu Sương Thuận Thuở Thương Tuyết ' +
  'Tuấn Tường Trường Uy Vượng Vy Xoan Xuyến Luật Khuất Hoạch Hoài Toại Xoài Ngoãn Nguyệt Huynh Bửu Mưu Sửu Khuya ' +
  'Khuỷu Ngoéo Đuống Bích Lịch Hạnh Hằng Tâm Đậu Cây Cẩm Lắc Đắc Bắc Tấc Thắm Nhàn Nhuần Duẩn Đệ Hiếu Hiền Liễu Chiến'

describe('a Vietnamese syllable', () => {
  it.each(everyday.split(' '))('is %s', (word) => {
    expect([word, word.toUpperCase(), word.toLowerCase()].every(isSyllable)).toBe(true)
  })

  it.each([
    'Nguyênx',
    'Nguyeexn',
    'Nguyn',
    'Nguye64n',
    'NguyÔn',
    'Nguyeãn',
    'Bac',
    'Tuât',
    'Phuoc',
    'Đưc',
    'Kanh',
    'Ceo',
    'Ngiêm',
    'Nghành',
    'Gế',
    'Qanh',
    'Niê',
    'Ênuôl',
    "H'Hen",
    'Čil',
    'Ksor',
    'John',
    'Wong',
    'Ñña',
    'Áá',
    'Nguyễễn',
    'Hôì',
    'Poì',
    'muà',
    '',
    'x',
    'Đ',
    '12',
    'Nguye\u0302\u0303n',
  ])('is not %s', (word) => {
    expect(isSyllable(word)).toBe(false)
  })

  it('carries its tone where the old style puts it, wherever it was typed', () => {
    const spelt = 'Hoà hòa Hòang Hoàng thuý Thúy Hùynh qúy Quí gía uỷ khoẻ mùa mía Nguỹên của'
    const canonical = 'hòa hòa hoàng hoàng thúy thúy huỳnh quý quí giá ủy khỏe mùa mía nguyễn của'
    expect(spelt.split(' ').map((word) => readSyllable(word)?.canonical)).toEqual(canonical.split(' '))
  })

  it('is read with its tone and without its marks', () => {
    expect(readSyllable('Đức')).toEqual({ canonical: 'đức', plain: 'duc', tone: 1 })
    expect(readSyllable('Huỳnh')).toEqual({ canonical: 'huỳnh', plain: 'huynh', tone: 2 })
  })

  it('is put together from letters and a tone', () => {
    expect(syllableOf('nguyên', 4)).toBe('nguyễn')
    expect(syllableOf('hoa', 2)).toBe('hòa')
    expect(syllableOf('duc', 2)).toBeUndefined()
    expect(syllableOf('xyz', 0)).toBeUndefined()
  })
})

describe('a word without marks', () => {
  it.each('Nguyen Tran Duc Phuoc Quoc Quy Giang Gi Huynh Truong Yen Uyen Thuy Ngoc Nghia Dang'.split(' '))(
    'could be a syllable: %s',
    (word) => {
      expect([word, word.toUpperCase()].every(couldBeSyllable)).toBe(true)
    },
  )

  it.each(['Nguyenx', 'Nguyeexn', 'John', 'Smith', 'Ksor', 'Nguyễn', 'xyz', 'N', '', 'constructor'])(
    'could not be one: %s',
    (word) => {
      expect(couldBeSyllable(word)).toBe(false)
    },
  )
})
