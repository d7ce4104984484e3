import type { ConfirmCode, UnconfirmedCode } from '@vaxcert/records/confirm'
import type { CorrectCode } from '@vaxcert/records/correct'
import type { MatchClass, NoteCode, RowCode, SheetCode, SheetWords } from '@vaxcert/records/worklist'
import { ruleAdviceEn } from './advice-en.ts'
import { ruleAdviceVi } from './advice-vi.ts'
import { doseHeadings, doseHelp, doseMarks, doseProblems, dosePrompts, doseWords } from './words-dose-lists.ts'
import { ruleWordsEn } from './words-en.ts'
import { ruleWordsVi } from './words-vi.ts'

/** What the register's answer came to, by its class. */
const matchClassWords: Readonly<Record<MatchClass, string>> = {
  B: 'CSDLDC báo sai, có một người rất khớp / The register says wrong; one person fits closely',
  C: 'CSDLDC báo sai, có người có thể khớp / The register says wrong; somebody may fit',
  D: "Số này là của người khác / The number is somebody else's",
  E: 'CSDLDC báo sai, chưa tìm thấy ai / The register says wrong; nobody was found',
}

/** What matching found, by its own words; a word that is not here is shown as it is. */
const matchReasonWords: Readonly<Record<string, string>> = {
  'number-differs': 'khác số / number differs',
  'name-differs': 'khác họ tên / name differs',
  'birth-date-differs': 'khác ngày sinh / birth date differs',
  'sex-differs': 'khác giới tính / sex differs',
  incomplete: 'thiếu thông tin nên chưa hỏi được / incomplete, could not be asked',
  'nobody-alike': 'không thấy ai giống / nobody alike',
  'not-searched': 'chưa tra cứu / not searched',
  'two-candidates': 'hai người khớp gần như nhau / two people fit about as well',
  'number-of-other': 'số của người khác / number of somebody else',
}

/** A work-list in both languages, the Vietnamese first. */
export const sheetWords: SheetWords = {
  headings: {
    row_key: 'Mã dòng\nRow key',
    doses: 'Số mũi\nDoses',
    reasons: 'Lý do\nReasons',
    number_meaning: 'Ý nghĩa của số\nWhat the number says',
    id_number_declared: 'Số CCCD khai\nNumber, declared',
    id_number_proposed: 'Số CCCD gợi ý\nNumber, proposed',
    id_number_corrected: 'SỐ CCCD ĐÚNG\nNumber, corrected',
    full_name_declared: 'Họ tên khai\nName, declared',
    full_name_proposed: 'Họ tên gợi ý\nName, proposed',
    full_name_corrected: 'HỌ TÊN ĐÚNG\nName, corrected',
    birth_date_declared: 'Ngày sinh khai\nBirth date, declared',
    birth_date_proposed: 'Ngày sinh gợi ý\nBirth date, proposed',
    birth_date_corrected: 'NGÀY SINH ĐÚNG\nBirth date, corrected',
    sex_declared: 'Giới khai\nSex, decl.',
    sex_proposed: 'Giới gợi ý\nSex, prop.',
    sex_corrected: 'GIỚI ĐÚNG\nSex, corr.',
    contact: 'Liên hệ, hộ\nContact, household',
    address: 'Nơi thường trú\nResidence',
    evidence: 'Giấy tờ kèm\nEvidence',
    outcome: 'KẾT QUẢ (số)\nOutcome (figure)',
    note: 'GHI CHÚ\nNote',
    ...doseHeadings,
  },
  lists: {
    'no-number': 'Danh sách người chưa có số CCCD/định danh cá nhân · People without an identity number',
    'malformed-number': 'Danh sách người có số CCCD/định danh sai định dạng · People with a malformed number',
    'wrong-basics': 'Danh sách người sai thông tin cơ bản · People with wrong basic data',
    dose: 'Danh sách mũi tiêm cần cơ sở tiêm xác minh · Doses that the facility has to check',
    foreign: 'Danh sách người nước ngoài cần xác minh giấy tờ · Foreigners whose papers have to be checked',
  },
  marks: {
    list: 'Danh sách · List',
    commune: 'Xã/phường · Commune',
    list_id: 'Mã danh sách · List id',
    digest: 'Mã kiểm tra · Digest (SHA-256)',
    issued: 'Ngày lập · Issued',
    persons: 'Số người · People',
    help: 'Hướng dẫn · How to',
    officer: 'Cán bộ đối chiếu (họ tên) · Officer',
    role: 'Cấp bậc, chức vụ · Rank and role',
    unit: 'Đơn vị · Unit',
    date: 'Ngày đối chiếu (ngày/tháng/năm) · Date (day/month/year)',
    receiver: 'Người nhận, trạm y tế · Received by, health station',
    receiver_date: 'Ngày nhận · Received on',
    seal: 'Công an: ký tên, đóng dấu · Police: signature, seal',
    receiver_seal: 'Trạm y tế: ký tên, đóng dấu · Health station: signature, seal',
  },
  doseMarks,
  offices: {
    commune: 'Xã/phường · Commune',
    facility: 'Cơ sở tiêm · Facility',
    department: 'Sở Y tế, theo địa bàn (không rõ cơ sở tiêm) · Health department (no facility known)',
  },
  doseHelp,
  help: [
    'Chỉ ghi vào các cột màu vàng và phần ký tên. Kết quả: 1 đúng như khai · 2 đúng như gợi ý · 3 sửa như cột ĐÚNG · 4 hai người khác nhau · 5 không thường trú tại đây · 6 đã mất · 7 không xác định được.',
    'Write into the yellow columns and the signature block only. Outcome: 1 right as declared · 2 right as proposed · 3 as corrected · 4 two different people · 5 does not live here · 6 deceased · 7 cannot be determined.',
  ].join(' — '),
  unknownCommune: 'Không rõ xã/phường · Unknown commune',
  prompts: {
    ...dosePrompts,
    outcome:
      '1 đúng như khai · 2 đúng như gợi ý · 3 sửa như cột ĐÚNG · 4 hai người khác nhau · 5 không thường trú · 6 đã mất · 7 không xác định. 1 as declared · 2 as proposed · 3 as corrected · 4 two people · 5 not resident · 6 deceased · 7 undetermined',
    sex_corrected: 'Nam hoặc Nữ. Nam is male, Nữ is female.',
    id_number_corrected:
      'CCCD: 12 số; CMND: 9 số. Ghi đủ số 0 ở đầu. 12 digits, or 9 of the old card; keep the zeros in front.',
    birth_date_corrected:
      'ngày/tháng/năm, ví dụ 13/05/1985; chỉ biết năm: 1985. day/month/year; only the year where no more is known.',
  },
  registered: (address) => `CSDLDC/register: ${address}`,
  match: ({ class: found, reasons, candidates }) =>
    [
      found === undefined ? 'CSDLDC báo sai / The register says wrong' : matchClassWords[found],
      ...reasons.map((reason) => matchReasonWords[reason] ?? reason),
      ...(candidates > 1 ? [`${candidates} người có thể / ${candidates} candidates`] : []),
    ].join('; '),
  rule: (rule) => `${ruleWordsVi[rule]} / ${ruleWordsEn[rule]}`,
  advice: (rule) => `${ruleAdviceVi[rule]} / ${ruleAdviceEn[rule]}`,
  blocks: '(PHẢI SỬA / MUST BE CORRECTED)',
  dose: doseWords,
  sex: { male: 'Nam', female: 'Nữ' },
  numberMeaning: ({ province, sex, birthYear }) =>
    `${province} · ${sex === 'male' ? 'Nam/male' : 'Nữ/female'} · ${birthYear}`,
  others: (count) => `${count} dòng khác liên quan / ${count} other row${count === 1 ? '' : 's'}`,
}

/** Why a returned sheet, or a row of it, is not taken. */
export const sheetProblems: Readonly<Record<SheetCode | RowCode | NoteCode, string>> = {
  'worklist.shape': 'a line cannot be read, or a mark stands twice',
  'worklist.list': 'no list of this id was exported into that folder: look for the folder of its own export',
  'worklist.digest': 'it is an older or another list of the same id: export and hand out again',
  'worklist.again': 'this list was taken back before: what is still open goes out with the next export',
  'worklist.columns': 'a column is missing, stands twice, or the row with the names of the columns was changed',
  'worklist.signature': 'fill in the officer, the role, the unit and the day, which lies between export and today',
  'worklist.foreign-row': 'a line was added within the table, or is of another list: take it out',
  'worklist.double-row': 'a row stands twice',
  'worklist.lost-row': 'a row is missing',
  'worklist.declared': 'a cell was changed that nobody may change: write into the yellow columns',
  'worklist.damaged': 'the spreadsheet lost digits or letters of it: fill the XLSX, or save CSV as UTF-8',
  'worklist.number': 'the corrected number is none that a citizen has: 12 digits, or 9, zeros in front not cut off',
  'worklist.name': 'the corrected name is none',
  'worklist.birth-date': 'the corrected birth date is no day, or can be read in two ways: write 13/05/1985',
  'worklist.sex': 'the corrected sex is neither Nam nor Nữ',
  'worklist.disagrees': 'corrected number, sex and birth date contradict each other',
  ...doseProblems,
  'worklist.outcome':
    'outcome and corrected columns do not go together: a note alone, a correction that is none, a proposal where there is none',
  'worklist.note': 'something was written where no column takes it: read it yourself',
}

/** Why a confirmation is not made, or does not count. */
export const confirmWords: Readonly<Record<ConfirmCode | UnconfirmedCode, string>> = {
  'confirm.shape': 'this is not a confirmation, or a damaged one: have it sent again',
  'confirm.too-large': 'more doses than one signature may cover (20000): make the batches smaller',
  'confirm.empty': 'there is no dose to confirm',
  'confirm.dose': 'a dose has no identifier or no whole day: cleanse it first',
  'confirm.double': 'two doses have one identifier: cleanse them first',
  'confirm.period': 'a dose lies in the future: check the clock and the dose',
  'confirm.certificate': 'the certificate of the unit cannot be read',
  'confirm.register': 'the register of units does not name this certificate, or is none: ask who keeps the register',
  'confirm.facility': 'this unit does not answer for that facility',
  'confirm.withdrawn':
    'the certificate was withdrawn, and this confirmation was not seen before that: confirm anew with another key',
  'confirm.usage':
    'the certificate is not one for signing: ask the CA for a certificate with the usage digitalSignature',
  'confirm.key': 'the key is too weak or of an unknown kind: P-256, or RSA of at least 2048 bits',
  'confirm.chain': 'the certificate stands under none of the authorities that were given with --ca',
  'confirm.not-valid': 'the certificate was not valid, or already withdrawn, when it was signed',
  'confirm.time': 'it is signed in the future: check the clocks',
  'confirm.signature': 'the signature is wrong: it was changed, or signed with another key',
  'confirm.digest': 'its doses are not those that were signed',
  'confirm.repeated': 'the same confirmation was handed in twice: leave one out',
  'confirm.none': 'no confirmation that is right names this dose: its facility has to confirm it',
  'confirm.changed': 'changed since it was confirmed (PR-02): its facility has to confirm it anew',
  'confirm.foreign': 'confirmed by a unit that does not answer for its facility',
  'confirm.again': 'a row before has the same identifier',
  'confirm.open': 'its identity is not verified, or was changed since (PR-01): match it anew',
  'confirm.overdue': 'its identity was changed and not verified in time (PR-01): match it anew',
}

/** Why a folder of an earlier step cannot be used. */
export const inputWords: Readonly<Record<string, string>> = {
  'worklist.input': 'a file is not one that the step before wrote, or was changed since: run that step again',
}

/** Why an event of a report, or a correction, is not taken. */
export const correctWords: Readonly<Record<CorrectCode, string>> = {
  'correct.shape': 'this is not an event of a report: vaxcert correct --help shows one',
  'correct.link': 'a line of the history was changed, left out, slipped in or cut off: go back to a copy that is whole',
  'correct.order':
    'this step does not follow the last one of the report: received, checked, verified, approved or rejected',
  'correct.time': 'it lies before the last step of the report: correct its time',
  'correct.phone': 'the phone number of the report was not proved: only rejected can follow',
  'correct.evidence': 'nothing is verified without evidence: name its digest',
  'correct.empty': 'it is approved and corrects nothing: add corrections, or reject the report',
  'correct.four-eyes': 'who checked or verified a report does not approve it: another person has to',
  'correct.withdrawn': 'the dose was withdrawn by an earlier report: report it anew as a missing dose',
  'correct.stale':
    'a value is not what the correction says it was: look at the dose, and approve with what it says now',
  'correct.unknown-dose':
    'a dose that is to be corrected is not there: it may be listed, or a double that was merged (--cleansed tells)',
  'correct.merged':
    'the dose is a double that was merged into another: report it for the dose that open.ndjson names as kept',
  'correct.known-dose': 'a dose that is to be added is there already and says something else',
}
