import type { Province } from './code-sets.ts'

/** The 63 provinces until 30 June 2025. Births are registered under the same codes, with a 0 before them (Circular 07/2016/TT-BCA). */
export const provinces2004: readonly Province[] = [
  ...rows('01 Hà Nội', '02 Hà Giang', '04 Cao Bằng', '06 Bắc Kạn', '08 Tuyên Quang', '10 Lào Cai', '11 Điện Biên'),
  ...rows('12 Lai Châu', '14 Sơn La', '15 Yên Bái', '17 Hòa Bình', '19 Thái Nguyên', '20 Lạng Sơn', '22 Quảng Ninh'),
  ...rows('24 Bắc Giang', '25 Phú Thọ', '26 Vĩnh Phúc', '27 Bắc Ninh', '30 Hải Dương', '31 Hải Phòng', '33 Hưng Yên'),
  ...rows('34 Thái Bình', '35 Hà Nam', '36 Nam Định', '37 Ninh Bình', '38 Thanh Hóa', '40 Nghệ An', '42 Hà Tĩnh'),
  ...rows('44 Quảng Bình', '45 Quảng Trị', '46 Thừa Thiên Huế', '48 Đà Nẵng', '49 Quảng Nam', '51 Quảng Ngãi'),
  ...rows('52 Bình Định', '54 Phú Yên', '56 Khánh Hòa', '58 Ninh Thuận', '60 Bình Thuận', '62 Kon Tum', '64 Gia Lai'),
  ...rows('66 Đắk Lắk', '67 Đắk Nông', '68 Lâm Đồng', '70 Bình Phước', '72 Tây Ninh', '74 Bình Dương', '75 Đồng Nai'),
  ...rows('77 Bà Rịa - Vũng Tàu', '79 Hồ Chí Minh', '80 Long An', '82 Tiền Giang', '83 Bến Tre', '84 Trà Vinh'),
  ...rows('86 Vĩnh Long', '87 Đồng Tháp', '89 An Giang', '91 Kiên Giang', '92 Cần Thơ', '93 Hậu Giang', '94 Sóc Trăng'),
  ...rows('95 Bạc Liêu', '96 Cà Mau'),
]

function rows(...lines: readonly string[]): readonly Province[] {
  return lines.map((line) => ({ list: '2004-63', code: line.slice(0, 2), name: line.slice(3) }))
}
