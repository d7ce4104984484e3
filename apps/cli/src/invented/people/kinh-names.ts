import { type Random, weighted } from '../random.ts'
import type { Sex } from './person.ts'

/** Family names per thousand people (vietnam.md §4.1: five make 60 %). */
const surname = weighted(
  'Nguyễn 315|Trần 109|Lê 89|Phạm 59|Hoàng 36|Huỳnh 25|Phan 28|Vũ 29|Võ 24|Đặng 21|Bùi 21|Đỗ 19|Hồ 14|Ngô 14|Dương 12|' +
    'Lý 7|Đinh 9|Đoàn 8|Lâm 7|Trịnh 7|Mai 6|Trương 10|Đào 7|Hà 7|Cao 6|Lương 6|Phùng 5|Tô 4|Tạ 4|Châu 4|Thái 4|Tăng 3|' +
    'Quách 2|Lưu 4|Vương 3|Kiều 2|Nghiêm 2|Chu 3|Từ 2|Hứa 2|Văn 1|Tống 2|Phí 1|Lại 2|Đàm 2|Khổng 1|Thân 1|Tiêu 1|Ưng 1|Ông 1',
)

const maleMiddle = weighted(
  'Văn 360|Đức 60|Minh 60|Quang 45|Hữu 45|Thanh 35|Xuân 30|Ngọc 30|Công 25|Quốc 30|Đình 40|Anh 15|Gia 20|Hoàng 25|Duy 15|' +
    'Trọng 20|Viết 15|Thế 15|Bá 15|Tuấn 15|Nhật 12|Tiến 12|Mạnh 10|Hồng 10|Khánh 8|Việt 6|Phúc 8|Trung 8|Hải 8|Sỹ 5',
)
const femaleMiddle = weighted(
  'Thị 520|Ngọc 70|Thu 35|Thanh 45|Minh 20|Kim 40|Thùy 25|Phương 25|Bích 20|Hồng 30|Mỹ 20|Diễm 10|Như 15|Quỳnh 15|Ánh 10|' +
    'Khánh 15|Hoài 10|Cẩm 8|Tuyết 8|Lan 8|Thuỳ 6|Bảo 12|Gia 8|Hà 8|Xuân 10|Yến 6|Tường 4|Trúc 6|Diệu 6|Mai 6',
)

const maleGiven = (
  'Anh An Bảo Bình Bằng Cường Chiến Công Chung Cảnh Dũng Duy Dương Đạt Đức Đông Điệp Giang Hùng Hải Hiếu Hưng Huy Hoàng Hòa ' +
  'Hậu Hiền Hiệp Khánh Khoa Kiên Khôi Khang Long Lâm Linh Lộc Lợi Minh Mạnh Nam Nghĩa Nhân Ngọc Nguyên Nhật Phong Phúc Phú ' +
  'Phát Phương Quân Quang Quốc Quyết Quý Sơn Sáng Sang Sinh Tuấn Tùng Tú Tâm Tân Thành Thắng Thịnh Thái Thiện Thuận Toàn ' +
  'Tiến Trung Trí Trường Tài Tín Tuyên Vinh Việt Vũ Vương Vượng Xuân Ước Khuê'
).split(' ')
const femaleGiven = (
  'Anh Ánh An Bích Bình Chi Châu Cúc Dung Duyên Diệp Đào Điệp Giang Hà Hằng Hương Huyền Hoa Hồng Hạnh Hiền Hòa Huệ Huế Hường ' +
  'Khánh Khuê Lan Linh Loan Liên Lệ Ly Lý Mai My Minh Mỹ Miên Nga Ngân Ngọc Nguyệt Nhung Như Nhi Nữ Oanh Phương Phượng Quyên ' +
  'Quỳnh Sen Sương Tâm Thảo Thanh Thu Thúy Thủy Thùy Thuỳ Thương Trang Trâm Trinh Trúc Tuyết Tuyền Tú Uyên Vân Vy Vi Xuân Yến ' +
  'Thoa Thơm Thắm Bé Gấm Nhàn'
).split(' ')

export function kinhSurname(random: Random): string {
  return surname(random)
}

/** Middle and given names: three words in all for 83 in a hundred, four for 16, two for one. */
export function kinhGivenNames(sex: Sex, random: Random): string {
  const [middle, given] = sex === 'male' ? [maleMiddle, maleGiven] : [femaleMiddle, femaleGiven]
  const last = random.pick(given)
  const length = random.below(100)
  if (length === 0) return last
  if (length < 84) return `${middle(random)} ${last}`
  return `${middle(random)} ${random.pick(given)} ${last}`
}
