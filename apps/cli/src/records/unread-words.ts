import type { UnreadRow } from '@vaxcert/records'

/** Why a row could not be read, in both languages. */
export const unreadWords: Readonly<Record<UnreadRow['reason'], string>> = {
  cells: 'số ô không khớp tiêu đề · too many cells, or too few',
  quote: 'dấu ngoặc kép không đóng · a quote is not closed',
  encoding: 'ký tự không đọc được · bytes that are no text',
  'too-large': 'dòng quá dài · too long',
  json: 'không phải JSON · not JSON',
  resource: 'không phải bản ghi tiêm chủng · not a record of a dose',
  heading: 'dòng tiêu đề lặp lại · the headings once more',
}
