/** Why an accepted certificate gives no dose. */
export type AbroadCode = 'abroad.no-vaccination' | 'abroad.domestic'

/** In both languages, the Vietnamese first. */
export const abroadWords: Readonly<Record<AbroadCode, string>> = {
  'abroad.no-vaccination':
    'chứng nhận này không phải chứng nhận tiêm chủng · it states a test or a recovery, not a vaccination',
  'abroad.domestic':
    'mũi tiêm tại Việt Nam: lấy từ dữ liệu của cơ sở tiêm · the dose was given in Viet Nam: it comes from its facility',
}
