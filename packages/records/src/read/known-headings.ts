import { type Field, fields } from '../record.ts'
import { headingKey } from './heading-key.ts'
import type { MarkColumn } from './mapping.ts'

/** Headings as Vietnamese and English sheets write them, by field. Case, tone marks and punctuation do not count. */
const spellings: Readonly<Partial<Record<Field, string>>> = {
  dose_id:
    'mã mũi tiêm|id mũi tiêm|mã lượt tiêm|mã bản ghi|id lượt tiêm|mã giao dịch|record id|vaccination id|immunization id|event id|dose identifier',
  person_id:
    'mã đối tượng|mã số đối tượng|mã đối tượng tiêm chủng|mã tiêm chủng|mã người tiêm|mã bệnh nhân|mã định danh tiêm chủng|id đối tượng|patient id|client id|subject id|person identifier',
  id_number:
    'số cmnd/cccd|số cccd/cmnd|cmnd/cccd|cccd/cmnd|cccd|số cccd|cmt/cccd|cmnd/cccd/hc|cmnd/cccd/hộ chiếu|số cmnd/cccd/hộ chiếu|số cmnd/cccd/hc|số cccd/cmnd/hộ chiếu|số cccd/cmnd/mã định danh|số cmnd/cccd/mã định danh|cmnd/cccd/mã định danh|số định danh|số định danh cá nhân|mã định danh|mã định danh cá nhân|mã số định danh cá nhân|số căn cước|căn cước công dân|số căn cước công dân|số giấy tờ|số giấy tờ tùy thân|giấy tờ tùy thân|identity number|id no|id card|id card number|national id|national id number|identity card number|personal number|personal identification number|citizen id',
  old_id_number: 'cmnd cũ|số cmnd cũ|số cmnd 9 số|cmnd 9 số|old id|old id card|old identity number',
  id_kind:
    'loại giấy tờ|loại giấy tờ tùy thân|loại định danh|loại giấy tờ định danh|id type|identity type|document type',
  full_name:
    'họ và tên|họ tên|họ & tên|họ tên đầy đủ|họ, chữ đệm và tên|họ, chữ đệm và tên khai sinh|tên đối tượng|họ tên đối tượng|họ và tên đối tượng|họ và tên người tiêm|họ tên người tiêm|họ tên người được tiêm|họ và tên người được tiêm|tên đầy đủ|name|patient name|full name of person|hoten',
  sex: 'giới tính|giới|phái|nam/nữ|gender|sex at birth',
  birth_date:
    'ngày sinh|ngày tháng năm sinh|ngày/tháng/năm sinh|ngày, tháng, năm sinh|sinh ngày|ngày tháng năm sinh/năm sinh|ngày sinh/năm sinh|ns|dob|date of birth|birthdate|birthday|birth day',
  nationality: 'quốc tịch|citizenship|nation',
  phone:
    'số điện thoại|điện thoại|sđt|sdt|số đt|đt|đtdđ|di động|số điện thoại di động|điện thoại liên hệ|số điện thoại liên hệ|phone number|mobile|mobile phone|mobile number|telephone|tel|contact phone',
  guardian_name:
    'người giám hộ|họ tên người giám hộ|họ và tên người giám hộ|tên người giám hộ|người liên hệ|tên người liên hệ|họ tên cha/mẹ|họ và tên cha/mẹ/người giám hộ|họ tên mẹ|tên mẹ|họ và tên mẹ|cha mẹ|guardian|name of guardian|parent name|mother name|contact person',
  guardian_phone:
    'sđt người giám hộ|số điện thoại người giám hộ|điện thoại người giám hộ|sđt giám hộ|điện thoại người liên hệ|sđt người liên hệ|số điện thoại cha/mẹ|sđt mẹ|số điện thoại mẹ|điện thoại mẹ|guardian telephone|phone of guardian|parent phone',
  guardian_relation: 'quan hệ|mối quan hệ|quan hệ với đối tượng|quan hệ với người giám hộ|relation|relationship',
  household: 'mã hộ|mã hộ gia đình|số hộ khẩu|hộ gia đình|hộ khẩu|household id|family id',
  address:
    'địa chỉ|địa chỉ chi tiết|địa chỉ liên hệ|địa chỉ nơi ở|địa chỉ hiện tại|địa chỉ thường trú|nơi ở|nơi ở hiện tại|nơi cư trú|nơi thường trú|hộ khẩu thường trú|chỗ ở hiện nay|address line|residence',
  commune:
    'phường/xã|xã/phường|xã|phường|xã/phường/thị trấn|phường/xã/thị trấn|tên xã|ward|commune/ward|ward/commune|sub-district',
  district: 'quận/huyện|huyện/quận|huyện|quận|huyện/thị xã|quận/huyện/thị xã|quận/huyện/thành phố|huyện/tp|county',
  province:
    'tỉnh/tp|tỉnh/thành phố|tỉnh|tỉnh thành|thành phố|tp/tỉnh|tỉnh, thành phố|tỉnh/tp trực thuộc tw|province/city|city|state',
  product:
    'vắc xin|vacxin|vaccine|vắc-xin|loại vắc xin|tên vắc xin|loại vaccine|tên vaccine|tên vắc xin tiêm|loại vắc xin tiêm|vắc xin tiêm|tên thuốc|sản phẩm vắc xin|vaccine name|vaccine type|vaccine product|brand|medicinal product',
  lot: 'lô|số lô|lô vắc xin|số lô vắc xin|lô vaccine|số lô vaccine|lô sản xuất|số lô sản xuất|lô thuốc|mã lô|lot number|lot no|batch|batch number|batch no',
  dose_date:
    'ngày tiêm|ngày tiêm chủng|ngày tiêm vắc xin|ngày tiêm vaccine|thời gian tiêm|ngày giờ tiêm|ngày, giờ tiêm|date of vaccination|vaccination date|immunization date|injection date|date of injection|dose date|occurrence date|vaccinated on',
  dose_number:
    'mũi|mũi số|mũi tiêm|mũi thứ|số mũi|số mũi tiêm|liều số|mũi tiêm số|mũi tiêm thứ|lần tiêm|lần tiêm thứ|thứ tự mũi tiêm|dose|dose no|dose number in series|typed dose number|dose sequence',
  dose_class: 'loại mũi|loại mũi tiêm|phân loại mũi|phân loại mũi tiêm|dose type|dose kind',
  country: 'nước tiêm|quốc gia tiêm|nước|quốc gia|country of vaccination',
  facility:
    'mã cơ sở|mã cơ sở tiêm|mã cơ sở tiêm chủng|mã cskcb|mã điểm tiêm|mã đơn vị|mã đơn vị tiêm|facility id|facility code|site code|clinic code|location code',
  facility_name:
    'cơ sở tiêm|cơ sở tiêm chủng|tên cơ sở|tên cơ sở tiêm|tên cơ sở tiêm chủng|nơi tiêm|nơi tiêm chủng|địa điểm tiêm|điểm tiêm|điểm tiêm chủng|đơn vị tiêm|đơn vị tiêm chủng|cơ sở y tế|site|vaccination site|place of vaccination|clinic|vaccination centre|vaccination center|administering centre',
  entry_date:
    'ngày nhập|ngày nhập liệu|thời gian nhập|ngày cập nhật|ngày tạo|ngày tạo bản ghi|ngày nhập dữ liệu|date of entry|date entered|created at|created|recorded|recorded at|record date',
  entry_mode: 'hình thức nhập|kiểu nhập|nguồn nhập|cách nhập|nguồn dữ liệu|entry type|entry source|data source',
  status:
    'trạng thái|tình trạng|trạng thái tiêm|tình trạng tiêm|kết quả khám sàng lọc|kết quả sàng lọc|screening result|vaccination status',
  evidence: 'bằng chứng|minh chứng|giấy tờ minh chứng|tài liệu kèm theo|giấy xác nhận|hồ sơ kèm theo|attachment|proof',
  death_date: 'ngày mất|ngày chết|ngày tử vong|date of death|deceased',
}

/** Headings that mean a field where no better column stands beside them, and help it out where its cell is empty. */
const secondSpellings: Readonly<Partial<Record<Field, string>>> = {
  id_number:
    'cmnd|số cmnd|số cmt|cmt|số chứng minh nhân dân|chứng minh nhân dân|số cmtnd|cmtnd|passport|passport number|passport no|số hộ chiếu|hộ chiếu',
  birth_date: 'năm sinh|year of birth',
  address: 'thôn/xóm|thôn|xóm|ấp|tổ|tổ dân phố|số nhà|số nhà, đường|số nhà/thôn/xóm|street',
  commune: 'mã xã|mã phường/xã|commune code|ward code',
  district: 'mã huyện|mã quận/huyện|district code',
  province: 'mã tỉnh|mã tỉnh/tp|province code',
}

/** Pairs of columns in which a mark says the sex, or the year of birth stands under the sex. */
const sexColumns: Readonly<Record<string, string>> = { nam: 'Nam', nu: 'Nữ', male: 'Nam', female: 'Nữ' }

/** Headings that say nothing of a dose. */
const idleSpellings = 'stt|tt|số tt|số thứ tự|no|#|row|index'

const firstFields: ReadonlyMap<string, Field> = byKey((field) => `${field}|${spellings[field] ?? ''}`)
const secondFields: ReadonlyMap<string, Field> = byKey((field) => secondSpellings[field] ?? '')
const idleKeys: ReadonlySet<string> = new Set(idleSpellings.split('|').map(headingKey))

/** A field by its own name or a heading that means it. */
export function fieldOfKey(key: string): Field | undefined {
  return firstFields.get(key)
}

export function secondFieldOfKey(key: string): Field | undefined {
  return secondFields.get(key)
}

export function markOfKey(key: string): MarkColumn | undefined {
  const value = Object.hasOwn(sexColumns, key) ? sexColumns[key] : undefined
  return value === undefined ? undefined : { field: 'sex', value }
}

export function isIdleKey(key: string): boolean {
  return idleKeys.has(key)
}

function byKey(headingsOf: (field: Field) => string): Map<string, Field> {
  const entries = fields.flatMap((field) =>
    headingsOf(field)
      .split('|')
      .map((text) => [headingKey(text), field] as const),
  )
  return new Map(entries.filter(([key]) => key !== ''))
}
