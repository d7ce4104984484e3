/** A heading without case, tone marks, spaces and punctuation: "Họ và tên:" and "HO_VA_TEN" are "hovaten". */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[ĐđÐð]/g, 'd')
    .replace(/\P{L}*\p{M}+/gu, (marks) => marks.replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The key of a heading whose brackets only explain: "Ngày sinh (dd/mm/yyyy) (*)" is "ngaysinh". */
export function shortHeadingKey(heading: string): string {
  return headingKey(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
}
