import type { Random } from '../random.ts'
import type { Sex } from './person.ts'

/** Names of other peoples of the country; whole, as they stand in papers. All are put together at random. */
const makers: readonly ((sex: Sex, random: Random) => string)[] = [
  (sex, random) => `${random.pick(tay)} ${sex === 'male' ? 'Văn' : 'Thị'} ${random.pick(tayGiven)}`,
  (sex, random) =>
    `${random.pick(hmong)} ${sex === 'male' ? 'A' : 'Thị'} ${random.pick(sex === 'male' ? hmongMen : hmongWomen)}`,
  (sex, random) =>
    `${sex === 'male' ? 'Y' : "H'"}${sex === 'male' ? ' ' : ''}${random.pick(ede)} ${random.pick(clans)}`,
  (sex, random) => (sex === 'male' ? `K'${random.pick(koho)}` : `Ka ${random.pick(koho)}`),
  (_, random) => `Rơ Châm ${random.pick(ede)}`,
  (sex, random) => `Ksor ${sex === 'male' ? '' : "H'"}${random.pick(ede)}`,
  (_, random) => `Thạch ${random.pick(khmer)}`,
]

const tay = 'Nông Hoàng Lò Cầm Quàng Vi Lường Triệu Bế Đàm'.split(' ')
const tayGiven = 'Pản Thêm Ín Slao Hặc Sinh Páo Chính Oai Ngoan Thuận Luyến'.split(' ')
const hmong = 'Giàng Vàng Sùng Thào Lầu Mùa Hạng Má'.split(' ')
const hmongMen = 'Páo Sính Chống Dình Lử Tủa Phông Súa Dơ'.split(' ')
const hmongWomen = 'Dính Mỷ Sua Chía Dợ Máy Pàng'.split(' ')
const ede = 'Moan Hen Blom Lan Djuan Nhi Brao Thim Bhem Wen'.split(' ')
const clans = 'Niê Ênuôl Kbuôr Mlô Byă Êban Ayun Kpă'.split(' ')
const koho = 'Brửu Sương Tuấn Long Jang Dịu'.split(' ')
const khmer = 'Sa Rết,Sóc Kha,Thi,Sa Mol,Chanh Đa,Phol'.split(',')

export function nameOfOtherPeople(sex: Sex, random: Random): string {
  return random.pick(makers)(sex, random)
}

const abroad = {
  KR: ['KIM MIN JUN', 'LEE SEO YEON', 'PARK JI HOON', 'CHOI YU JIN', 'JUNG HYUN WOO'],
  CN: ['WANG WEI', 'LI NA', 'ZHANG LEI', 'CHEN XIAO MING', 'LIU YANG'],
  JP: ['TANAKA KENJI', 'SUZUKI YUKO', 'SATO HIROSHI', 'ITO NAOMI'],
  US: ['JOHN MILLER', 'EMILY CARTER', 'DAVID BROOKS', 'SARAH OWENS'],
  FR: ['ANNE DUBOIS', 'PIERRE LEROUX', 'JEAN-LUC MARTIN'],
} as const

/** Alpha-2 codes of the foreigners who are vaccinated in the country. */
export type ForeignCountry = keyof typeof abroad

export const foreignCountries: readonly ForeignCountry[] = ['KR', 'KR', 'CN', 'CN', 'JP', 'US', 'FR']

export function foreignName(country: ForeignCountry, random: Random): string {
  return random.pick(abroad[country])
}
