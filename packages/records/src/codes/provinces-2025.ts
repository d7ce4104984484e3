import type { Province } from './code-sets.ts'

/**
 * The 34 units since 1 July 2025 (Resolution 202/2025/QH15), each with the codes of the 63 that became it. 15, 24, 44,
 * 52, 80, 82 and 91 name another unit than before.
 */
export const provinces2025: readonly Province[] = [
  unit('01', 'Hà Nội', '01'),
  unit('04', 'Cao Bằng', '04'),
  unit('08', 'Tuyên Quang', '08 02'),
  unit('11', 'Điện Biên', '11'),
  unit('12', 'Lai Châu', '12'),
  unit('14', 'Sơn La', '14'),
  unit('15', 'Lào Cai', '10 15'),
  unit('19', 'Thái Nguyên', '19 06'),
  unit('20', 'Lạng Sơn', '20'),
  unit('22', 'Quảng Ninh', '22'),
  unit('24', 'Bắc Ninh', '27 24'),
  unit('25', 'Phú Thọ', '25 26 17'),
  unit('31', 'Hải Phòng', '31 30'),
  unit('33', 'Hưng Yên', '33 34'),
  unit('37', 'Ninh Bình', '37 35 36'),
  unit('38', 'Thanh Hóa', '38'),
  unit('40', 'Nghệ An', '40'),
  unit('42', 'Hà Tĩnh', '42'),
  unit('44', 'Quảng Trị', '44 45'),
  unit('46', 'Huế', '46'),
  unit('48', 'Đà Nẵng', '48 49'),
  unit('51', 'Quảng Ngãi', '51 62'),
  unit('52', 'Gia Lai', '64 52'),
  unit('56', 'Khánh Hòa', '56 58'),
  unit('66', 'Đắk Lắk', '66 54'),
  unit('68', 'Lâm Đồng', '68 67 60'),
  unit('75', 'Đồng Nai', '75 70'),
  unit('79', 'Hồ Chí Minh', '79 74 77'),
  unit('80', 'Tây Ninh', '72 80'),
  unit('82', 'Đồng Tháp', '87 82'),
  unit('86', 'Vĩnh Long', '86 83 84'),
  unit('91', 'An Giang', '89 91'),
  unit('92', 'Cần Thơ', '92 93 94'),
  unit('96', 'Cà Mau', '96 95'),
]

function unit(code: string, name: string, from: string): Province {
  return { list: '2025-34', code, name, from: from.split(' ') }
}
