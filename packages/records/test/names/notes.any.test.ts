import { describe, expect, it } from 'vitest'
import { isNoName, isNote, nameBeforeNote, parted, pastedTwice, withoutTitle } from '../../src/names/notes.ts'

describe('texts in the place of a name', () => {
  it.each(['Không rõ', 'chưa có', 'Test', 'xxx', 'Nam', 'Nữ', 'Việt Nam'])('%s is none', (text) => {
    expect([isNoName(text), isNote(text)]).toEqual([true, true])
  })

  it.each(['Nam Anh', 'Siu', 'Lê Nữ', 'Hoà', 'Nguyễn Văn Nam', 'Phan Thị Rõ', 'Xa'])('%s may be one', (text) => {
    expect([isNoName(text), isNote(text)]).toEqual([false, false])
  })

  it('words of a note in small letters end a name', () => {
    expect(nameBeforeNote('Đoàn Ngọc My tiêm tại nhà')).toBe('Đoàn Ngọc My')
    expect(nameBeforeNote('Lê Thị Hoa đã chuyển đi')).toBe('Lê Thị Hoa')
    // With a capital they are somebody's name; where all is small nobody can tell.
    expect(isNote('Nguyễn Văn Không')).toBe(false)
    expect(isNote('nguyễn văn không')).toBe(false)
  })

  it('dots instead of blanks are no name; one may be an initial', () => {
    expect(isNote('Nguyễn.Văn.Đức')).toBe(true)
    expect(isNote('Thạch.Phol')).toBe(true)
    expect(isNote("H'Moan.Ayun")).toBe(true)
    expect(isNote('Nguyễn V.Đức')).toBe(false)
    expect(isNote('K.Brửu')).toBe(false)
  })
})

describe('names that were typed together', () => {
  it('one twice, one behind the other', () => {
    expect(pastedTwice('Đàm Thị Phương Đàm Thị Phương')).toBe('Đàm Thị Phương')
    expect(pastedTwice('Đàm Thị Phương Đàm Thị Phượng')).toBeUndefined()
    // Ly Ly is a name.
    expect(pastedTwice('Ly Ly')).toBeUndefined()
    expect(pastedTwice('Hoàng Hoàng Hoàng Hoàng')).toBeUndefined()
  })

  it('without a blank', () => {
    expect(parted('TrầnVăn Tú')).toBe('Trần Văn Tú')
    expect(parted('Nguyễn HồNgọc Minh')).toBe('Nguyễn Hồ Ngọc Minh')
    expect(parted('Trần Văn Tú')).toBeUndefined()
    expect(parted("H'Hen Niê")).toBeUndefined()
    expect(parted('McDonald')).toBeUndefined()
  })

  it('with a form of address', () => {
    expect(withoutTitle('Bà Châu Hoài Linh')).toBe('Châu Hoài Linh')
    expect(withoutTitle('Ông Lê Ngọc Thiện')).toBe('Lê Ngọc Thiện')
    expect(withoutTitle('Cụ Văn Thanh Phong')).toBe('Văn Thanh Phong')
    // Ông is a family name.
    expect(withoutTitle('Ông Văn Tùng')).toBeUndefined()
    expect(withoutTitle('Ông Cao Thắng')).toBeUndefined()
    expect(withoutTitle('Ông Đình Thuận Ngọc')).toBeUndefined()
    expect(withoutTitle('Anh Thư')).toBeUndefined()
  })
})
