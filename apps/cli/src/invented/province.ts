import { dayNumber, FIRST_DAY, LAST_DAY } from './days.ts'
import type { Random } from './random.ts'

/** A province that is not there: its code is one of the 63, its districts and communes are invented. */
export interface Province {
  /** Two digits, "19". */
  readonly code: string
  readonly name: string
  readonly districts: readonly string[]
  /** Its own, then some of other provinces, where people come from. */
  readonly communes: readonly Commune[]
  /** How many of the communes are its own. */
  readonly ownCommunes: number
  readonly facilities: readonly Facility[]
}

export interface Commune {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly provinceName: string
}

export interface Facility {
  readonly code: string
  readonly name: string
  readonly commune: Commune
  /** Vaccinates on six days a week; others on three. */
  readonly isHospital: boolean
  /** Where clerks write 1 January for a day of birth that is not known. */
  readonly hasNewYears: boolean
  readonly opened: string
}

/** Code, name, and whether it is a city, of provinces that lend their code. */
const lenders = [
  '19 Thái Nguyên',
  '24 Bắc Giang',
  '40 Nghệ An',
  '68 Lâm Đồng',
  '80 Long An',
  '04 Cao Bằng',
  '66 Đắk Lắk',
]
const from = [
  ['Hải Phòng', 'Quận Sóng Xanh'],
  ['Thanh Hóa', 'Huyện Núi Trắng'],
  ['Sóc Trăng', 'Huyện Cù Lao Mới'],
] as const

const first = 'An Bình Cẩm Đông Gia Hòa Kim Long Minh Nam Phú Quảng Sơn Tân Thanh Trung Vĩnh Xuân Yên Hưng'.split(' ')
const second = 'Lạc Thịnh Phước Khê Lộc Điền Thành Sơn Hà Giang Lâm Mỹ Nghĩa Tiến Bắc Trạch Cường Phong'.split(' ')

/** Doses for each commune, and bounds that keep the lists small. */
const DOSES_A_COMMUNE = 12_000
const FEWEST = 12
const MOST = 340
const COMMUNES_A_DISTRICT = 12

export function makeProvince(doses: number, random: Random, name?: string): Province {
  const lender = lenders.find((line) => line.slice(3) === name) ?? random.pick(lenders)
  const own = Math.min(MOST, Math.max(FEWEST, Math.round(doses / DOSES_A_COMMUNE)))
  const province = { code: lender.slice(0, 2), name: lender.slice(3) }
  const districts = districtNames(Math.ceil(own / COMMUNES_A_DISTRICT))
  const named = (at: number) =>
    `Xã ${first[at % first.length]} ${second[(at * 7 + Math.floor(at / 20)) % second.length]}`
  const communes = Array.from({ length: own }, (_, at) => ({
    code: String(90_001 + at),
    name: named(at),
    district: districts[Math.floor(at / COMMUNES_A_DISTRICT)] as string,
    provinceName: province.name,
  }))
  const others = from.flatMap(([provinceName, district], at) =>
    [0, 1].map((nth) => ({
      code: String(95_001 + 10 * at + nth),
      name: `Xã ${['Bến', 'Gò'][nth]} ${['Dừa', 'Tre', 'Sậy'][at]}`,
      ...{ district, provinceName },
    })),
  )
  return {
    ...province,
    districts,
    communes: [...communes, ...others],
    ownCommunes: own,
    facilities: makeFacilities(communes, province.code),
  }
}

function districtNames(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, at) => `Huyện ${second[at % second.length]} ${first[(at * 3 + 5) % first.length]}`,
  )
}

/** A station in each commune, after them a hospital in each district. */
function makeFacilities(communes: readonly Commune[], province: string): readonly Facility[] {
  const stations = communes.map((commune, at) => ({
    name: `Trạm Y tế ${commune.name.toLowerCase().startsWith('xã') ? `xã ${commune.name.slice(3)}` : commune.name}`,
    ...{ commune, isHospital: false, hasNewYears: at % 9 === 4 },
  }))
  const centres = communes.filter((_, at) => at % COMMUNES_A_DISTRICT === 0)
  const hospitals = centres.map((commune) => ({
    name: `Trung tâm Y tế ${commune.district.replace('Huyện', 'huyện')}`,
    ...{ commune, isHospital: true, hasNewYears: false },
  }))
  return [...stations, ...hospitals].map((facility, at) => ({
    ...facility,
    code: `${province}${String(at + 1).padStart(3, '0')}`,
    opened: '2020-01-01',
  }))
}

/** The first day from `day` on, at most a week later, on which a facility vaccinates. */
export function sessionFrom(day: number, at: number, { isHospital }: Facility): number {
  for (let next = day; ; next += 1) if (isSession(next, at, isHospital)) return next
}

export function isSession(day: number, at: number, isHospital: boolean): boolean {
  return isHospital ? (day + at) % 7 !== 0 : (day + at) % 7 < 5 && (day + at) % 2 === 0
}

export const firstDay: number = dayNumber(FIRST_DAY)
export const lastDay: number = dayNumber(LAST_DAY)
