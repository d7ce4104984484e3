/** Card and passport texts of invented people. */

export const cccd =
  '001085012345|012345678|Nguyễn Văn Án|01011985|Nam|Số 1, Phường X, Quận Y, Thành phố Hà Nội|25042021'
export const cccdWithoutOld = '079190001234||Trần Thị Bé|15031990|Nữ|Ấp 3, Xã Z, Huyện T, Long An|10082021'
export const canCuoc = `${cccdWithoutOld}||||`
export const personal = '******012345|NGUYEN VAN AN|****-**-01|0|QIDX|1<'

export const passport = [
  'P<VNMNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<<<<<<<<<<',
  'B1234567<3VNM8501019M3001019001085012345<<32',
] as const

export const cardBack = [
  'IDVNM0850123452001085012345<<<',
  '8501019M3512311VNM<<<<<<<<<<<3',
  'NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<',
] as const
