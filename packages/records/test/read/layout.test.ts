import { describe, expect, it } from 'vitest'
import { headingKey } from '../../src/read/heading-key.ts'
import { layoutOf, meaningOf } from '../../src/read/layout.ts'
import { noMapping, readMapping } from '../../src/read/mapping.ts'
import { type Field, fields } from '../../src/record.ts'
import { faultOf, inShort, rowsOf } from './rows-of.ts'

const known: readonly (readonly [string, Field])[] = [
  ['Họ và tên', 'full_name'],
  ['HỌ VÀ TÊN', 'full_name'],
  ['Ho va ten', 'full_name'],
  ['ho_va_ten', 'full_name'],
  ['  Họ   và tên : ', 'full_name'],
  ['Họ và tên'.normalize('NFD'), 'full_name'],
  ['Hä vµ tªn', 'full_name'],
  ['Hoï vaø teân', 'full_name'],
  ['Há»\u008d vÃ\u00a0 tÃªn', 'full_name'],
  ['Họ và tên (*)', 'full_name'],
  ['fullName', 'full_name'],
  ['Ngày tháng năm sinh', 'birth_date'],
  ['Ngày sinh (dd/mm/yyyy)', 'birth_date'],
  ['Date of birth', 'birth_date'],
  ['Giới tính', 'sex'],
  ['Số CMND/CCCD', 'id_number'],
  ['Số định danh cá nhân', 'id_number'],
  ['CCCD/Mã định danh', 'id_number'],
  ['Hộ chiếu hoặc CMND', 'id_number'],
  ['Ngày sinh/Năm sinh', 'birth_date'],
  ['Mũi số', 'dose_number'],
  ['Mũi tiêm thứ', 'dose_number'],
  ['Lô vắc xin', 'lot'],
  ['Lô Vaccine', 'lot'],
  ['Loại vắc-xin', 'product'],
  ['Ngày tiêm', 'dose_date'],
  ['Cơ sở tiêm', 'facility_name'],
  ['Nơi tiêm', 'facility_name'],
  ['Mã cơ sở tiêm chủng', 'facility'],
  ['Tỉnh/TP', 'province'],
  ['Tỉnh/Thành phố', 'province'],
  ['Quận/Huyện', 'district'],
  ['Phường/Xã', 'commune'],
  ['Xã/Phường', 'commune'],
  ['Người giám hộ', 'guardian_name'],
  ['SĐT người giám hộ', 'guardian_phone'],
  ['Số điện thoại', 'phone'],
  ['SĐT', 'phone'],
  ['Ðiện thoại', 'phone'],
  ['Quốc tịch', 'nationality'],
  ['Địa chỉ', 'address'],
]

describe('headings', () => {
  it.each(known)('knows %s', (heading, field) => {
    expect(meaningOf(heading, noMapping)).toEqual({ kind: 'field', field })
  })

  it('knows every field by its own name', () => {
    for (const field of fields) expect(meaningOf(field, noMapping)).toEqual({ kind: 'field', field })
  })

  it.each(['Ca trực', 'Nhóm đối tượng', 'Phản ứng sau tiêm', 'constructor', '__proto__', 'x'.repeat(5000)])(
    'does not know %.20s',
    (heading) => {
      expect(meaningOf(heading, noMapping)).toEqual({ kind: 'unknown' })
    },
  )

  it('has one key for all ways to write a heading', () => {
    expect(headingKey('Đặc-điểm_ ỨNG')).toBe('dacdiemung')
  })
})

describe('laying out a heading row', () => {
  it('says which columns are headed as the same field, and nothing of what stands in them', () => {
    expect(() => layoutOf(['Họ tên', 'STT', 'Họ và tên'], noMapping)).toThrow(
      'record.heading: two columns for full_name: 1 and 3',
    )
  })

  it('lets a lesser column help out where the better one is empty', async () => {
    const text =
      'Họ tên,Số CCCD,Số CMND,Hộ chiếu\nAn,079085000001,,\nBa,,012345678,\nCa,079085000002,012345679,\nD,,,C1234567\n'
    expect((await rowsOf(text)).map(inShort)).toEqual([
      [2, { full_name: 'An', id_number: '079085000001' }],
      [3, { full_name: 'Ba', id_number: '012345678' }],
      [4, { full_name: 'Ca', id_number: '079085000002', old_id_number: '012345679' }],
      [5, { full_name: 'D', id_number: 'C1234567' }],
    ])
  })

  it('reads the sex from two columns with a mark, under a heading over two rows', async () => {
    const text =
      'STT,Họ và tên,Giới tính,,Ngày tiêm\n,,Nam,Nữ,\n1,An,x,,01/08/2021\n2,Ba,,X,02/08/2021\n3,Ca,x,x,03/08/2021\n'
    expect((await rowsOf(text)).map(inShort)).toEqual([
      [3, { full_name: 'An', sex: 'Nam', dose_date: '01/08/2021' }],
      [4, { full_name: 'Ba', sex: 'Nữ', dose_date: '02/08/2021' }],
      [5, { full_name: 'Ca', sex: 'Nam Nữ', dose_date: '03/08/2021' }],
    ])
  })

  it('reads the year of birth that stands under the sex', async () => {
    const text = 'Họ và tên,Nam,Nữ,Ngày tiêm\nAn,1985,,01/08/2021\nBa,,1990,02/08/2021\n'
    expect((await rowsOf(text)).map(inShort)).toEqual([
      [2, { full_name: 'An', sex: 'Nam', birth_date: '1985', dose_date: '01/08/2021' }],
      [3, { full_name: 'Ba', sex: 'Nữ', birth_date: '1990', dose_date: '02/08/2021' }],
    ])
  })
})

describe('a mapping', () => {
  it('wins over what headings say, adds constants and marks', async () => {
    const mapping = readMapping({
      columns: { Tên: 'full_name', 'Ngày sinh': null, 'Sinh ngày': 'birth_date' },
      constants: { country: 'VN', entry_mode: 'facility-backlog', lot: 'LÔ1' },
      marks: { 'Mũi 2': { field: 'dose_number', value: '2' } },
      source: 'CDC',
    })
    const rows = await rowsOf('Tên,Ngày sinh,Sinh ngày,Mũi 2,Lô\nAn,x,1985,x,A1\nBa,y,1990,,\n', { mapping })
    const constants = { country: 'VN', entry_mode: 'facility-backlog' }
    expect(rows.map(inShort)).toEqual([
      [2, { full_name: 'An', birth_date: '1985', dose_number: '2', lot: 'A1', ...constants }],
      [3, { full_name: 'Ba', birth_date: '1990', lot: 'LÔ1', ...constants }],
    ])
  })

  it.each([
    null,
    [],
    { columns: { a: 'no_field' } },
    { constants: { country: 1 } },
    { marks: { x: 'sex' } },
    { split: {} },
    { source: 1 },
  ])('is refused where it is none: %j', async (value) => {
    expect(await faultOf((async () => readMapping(value))())).toMatch(/^record\.mapping: /)
  })
})
