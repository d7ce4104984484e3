import type { Field } from '@vaxcert/records'
import { isUntouched, type Plant, type PlantKind } from '../dirt/plant.ts'
import { randomOf } from '../random.ts'
import { isPlanted } from './plant-on.ts'

/** Another way to write what is right: no rule has anything to say of it. */
function write(row: Parameters<Plant>[0], field: Field, text: string): void {
  if (!isPlanted(row, field)) row.cells[field] = text
}

const status: Plant = (row, { random }) =>
  write(
    row,
    'status',
    random.pick(['Hoàn thành', 'Đã hoàn thành', 'Hoàn tất', 'Tiêm xong', 'completed', 'Đã tiêm đủ', 'Đạt']),
  )

const sex: Plant = (row, { random }) =>
  write(
    row,
    'sex',
    random.pick(row.person.sex === 'male' ? ['nam', 'NAM', 'M', 'male', ' Nam'] : ['nữ', 'NỮ', 'Nu', 'F', 'female']),
  )

const country: Plant = (row, { random }) => {
  if (row.person.nationality === 'VN')
    write(row, 'nationality', random.pick(['VN', 'VNM', 'VIỆT NAM', 'Viet Nam', 'việt nam', 'Vietnam']))
}

const number: Plant = (row, { random }) => {
  const { number: nth } = row.dose
  write(row, 'dose_number', random.pick([`Mũi ${nth}`, `mũi ${nth}`, `${nth}.0`, `Mui ${nth}`]))
}

const lot: Plant = (row, { random }) => {
  const { lot: text } = row.dose
  if (isUntouched(row, 'lot'))
    write(row, 'lot', random.pick([text.toLowerCase(), ` ${text}`, text.replace(/^(..)/, '$1 ')]))
}

const commune: Plant = (row, { random }) => {
  const name = row.cells.commune.replace(/^Xã /, '')
  if (row.person.nationality === 'VN' && isUntouched(row, 'commune'))
    write(row, 'commune', random.pick([name, `xã ${name}`, `XÃ ${name.toUpperCase()}`]))
}

/** Right names that look wrong: long ones, of other peoples, spelt in the new way. */
const names = (
  'Tôn Nữ Thị Ninh,Nguyễn Lê Hoàng Minh Anh,Trần Lê Bảo Ngọc,Lí Quí Mĩ,Nguyễn Thị Thuỳ Loà,Hoà,Đỗ Quyên,Lò Thị Ín,Y Moan Ênuôl,' +
  "H'Hen Niê,K'Brửu,Rơ Mah H'Bia,Siu Black,Đinh Y Nhiêu,Giàng A Páo,Vừ Mí Kẻ,Thạch Sa Rây,Châu Sóc Kha,Kim Thị Sà Vương,A Lăng Đợi," +
  'Hồ Thị Kan Đin,Bh’riu Liếc,Zơ Râm Thị Nga,Cil Múp Ha Krang,Bon Yô Soan,Quách Thị Ngoãn,Khổng Tú Quỳnh,Nguyễn Uy Huyên,Lê Oanh,Phan Ốc,' +
  'Nguyễn Ái Quốc Khuyến,Trương Quýnh,Mạc Đĩnh Chi,Cù Huy Hà Vũ,Âu Dương Thị Ả,Tô Ngoeo,Vi Văn Khuôl'
).split(',')

/** One person of fifty bears one of them, in every row. */
const name: Plant = (row) => {
  const { person, cells } = row
  const random = randomOf(person.id, 7)
  if (!random.happens(20_000) || person.nationality !== 'VN' || cells.full_name !== person.name) return
  cells.full_name = random.pick(names)
}

export const harmlessOfPeople: readonly PlantKind[] = [kind(50_000, sex), kind(50_000, country), kind(50_000, commune)]
export const harmlessOfRows: readonly PlantKind[] = [
  kind(1_000_000, name),
  kind(50_000, status),
  kind(50_000, number),
  kind(30_000, lot),
]

function kind(rate: number, plant: Plant): PlantKind {
  return { rates: [rate, rate, rate], plant }
}
