import type { AbroadCode } from '@vaxcert/records/abroad'

/** Why an accepted certificate gives no dose, in both languages, the Vietnamese first. */
export const abroadWords: Readonly<Record<AbroadCode, string>> = {
  'abroad.no-vaccination':
    'không phải chứng nhận tiêm chủng (xét nghiệm hoặc khỏi bệnh) · it states a test or a recovery, not a vaccination',
  'abroad.no-country': 'không ghi rõ nước tiêm · it does not say in which country the dose was given',
  'abroad.domestic':
    'mũi tiêm tại Việt Nam: lấy từ dữ liệu của cơ sở tiêm · the dose was given in Viet Nam: it comes from its facility',
}
