import type { Field, FieldValues } from '@vaxcert/records'
import type { DateForm } from './date-forms.ts'
import type { LegacyLettering } from './letterings/encode.ts'
import type { Random } from './random.ts'

export const dirts = ['light', 'real', 'harsh', 'strange'] as const
export type Dirt = (typeof dirts)[number]

/** How a file is written: one way for each column, as its clerk or its sheet had it. */
export interface ColumnForms {
  readonly delimiter: ',' | ';' | '\t'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le'
  readonly headings: Readonly<Partial<Record<Field, string>>>
  readonly dates: Readonly<Record<'birth_date' | 'dose_date' | 'entry_date' | 'death_date', DateForm>>
  /** A sheet of another country has turned some days of birth round. */
  readonly hasMixedBirthDates: boolean
  /** Columns typed in an old font. */
  readonly legacy: Readonly<Partial<Record<Field, LegacyLettering>>>
  readonly words: Readonly<Record<'male' | 'female' | 'VN' | 'live' | 'backlog', string>>
}

/** Columns of doses.csv, in their order. */
export const columns: readonly (keyof FieldValues)[] = [
  ...(['dose_id', 'person_id', 'id_number', 'full_name', 'sex', 'birth_date', 'nationality', 'phone'] as const),
  ...(['guardian_name', 'guardian_phone', 'guardian_relation', 'household', 'address', 'commune'] as const),
  ...(['district', 'province', 'product', 'lot', 'dose_date', 'dose_number', 'dose_class', 'country'] as const),
  ...(['facility', 'facility_name', 'entry_date', 'entry_mode', 'status', 'evidence', 'death_date'] as const),
]

const vietnamese: ColumnForms['headings'] = {
  ...{ dose_id: 'Mã mũi tiêm', person_id: 'Mã đối tượng', id_number: 'Số CMND/CCCD', full_name: 'Họ và tên' },
  ...{ sex: 'Giới tính', birth_date: 'Ngày sinh', nationality: 'Quốc tịch', phone: 'Số điện thoại' },
  ...{ guardian_name: 'Người giám hộ', guardian_phone: 'SĐT người giám hộ', guardian_relation: 'Quan hệ' },
  ...{ household: 'Mã hộ', address: 'Địa chỉ', commune: 'Xã/Phường', district: 'Quận/Huyện', province: 'Tỉnh/TP' },
  ...{ product: 'Vắc xin', lot: 'Số lô', dose_date: 'Ngày tiêm', dose_number: 'Mũi số', dose_class: 'Loại mũi' },
  ...{ country: 'Nước tiêm', facility: 'Mã cơ sở', facility_name: 'Cơ sở tiêm', entry_date: 'Ngày nhập' },
  ...{ entry_mode: 'Hình thức nhập', status: 'Trạng thái', evidence: 'Minh chứng', death_date: 'Ngày mất' },
}

const texts = ['full_name', 'guardian_name', 'address', 'commune', 'district', 'province', 'facility_name'] as const
const english = { male: 'male', female: 'female', VN: 'VN', live: 'live', backlog: 'backlog' }
const words = { male: 'Nam', female: 'Nữ', VN: 'Việt Nam', live: 'Nhập trực tiếp', backlog: 'Nhập hồi cứu' }
const iso = { birth_date: 'iso', dose_date: 'iso', entry_date: 'moment', death_date: 'iso' } as const
const slashed = { birth_date: 'dmy/', dose_date: 'dmy/', entry_date: 'moment', death_date: 'dmy/' } as const

/** `light` is an export of a system, `real` a sheet of people, `harsh` one that has been through other hands,
 * `strange` one with errors that nobody had these rules in mind for. */
export function columnFormsOf(dirt: Dirt, random: Random): ColumnForms {
  const plain = { delimiter: ',', legacy: {}, hasMixedBirthDates: false } as const
  if (dirt === 'light') return { ...plain, encoding: 'utf-8', headings: {}, dates: iso, words: english }
  if (dirt === 'real' || dirt === 'strange')
    return { ...plain, encoding: 'utf-8-bom', headings: vietnamese, dates: slashed, words }
  return {
    delimiter: random.pick([';', '\t', ',']),
    encoding: random.pick(['utf-8', 'utf-8-bom', 'utf-16le']),
    headings: vietnamese,
    dates: {
      ...{ birth_date: random.pick(['dmy/', 'dmy-', 'mdy/']), dose_date: random.pick(['dmy.', 'serial', 'compact']) },
      ...{ entry_date: random.pick(['moment', 'dmy/']), death_date: 'dmy/' },
    },
    ...drawLegacy(random),
    words,
  }
}

/** Of four harsh files one has no old letters; where there are, they are in the columns of names, of places, or in all. */
function drawLegacy(random: Random): Pick<ColumnForms, 'legacy' | 'hasMixedBirthDates'> {
  const lettering = random.pick(['tcvn3', 'vni', 'cp1258-as-1252', 'utf8-as-1252'] as const)
  const chosen = random.pick([[], texts.slice(0, 2), texts.slice(2), texts])
  return {
    legacy: Object.fromEntries(chosen.map((field) => [field, lettering])),
    hasMixedBirthDates: random.below(3) === 0,
  }
}
