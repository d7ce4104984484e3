import type { RowCode, SheetWords } from '@vaxcert/records/worklist'

/** Headings of a list of doses, in both languages, the Vietnamese first. */
export const doseHeadings = {
  person: 'Người được tiêm\nPerson',
  advice: 'Việc cần làm\nWhat to do',
  timeline:
    'Các mũi đã ghi nhận: ngày (+số ngày), mũi, vắc xin, lô, cơ sở khác\nDoses known of this person: day (+days), dose, vaccine, lot, other facility',
  product_declared: 'Vắc xin khai\nVaccine, declared',
  product_corrected: 'VẮC XIN ĐÚNG\nVaccine, corrected',
  lot_declared: 'Lô khai\nLot, declared',
  lot_corrected: 'LÔ ĐÚNG\nLot, corrected',
  dose_date_declared: 'Ngày tiêm khai\nDay, declared',
  dose_date_corrected: 'NGÀY TIÊM ĐÚNG\nDay, corrected',
  dose_number_declared: 'Mũi số\nDose no.',
  dose_number_corrected: 'MŨI ĐÚNG\nDose no., corr.',
  dose_class_declared: 'Loại mũi\nClass',
  dose_class_corrected: 'LOẠI ĐÚNG\nClass, corr.',
  facility_declared: 'Cơ sở tiêm khai\nFacility, declared',
  facility_corrected: 'MÃ CƠ SỞ ĐÚNG\nFacility code, corr.',
  country_declared: 'Nước\nCountry',
  country_corrected: 'NƯỚC ĐÚNG\nCountry, corr.',
  evidence_declared: 'Giấy tờ kèm\nEvidence',
  evidence_corrected: 'BỔ SUNG GIẤY TỜ\nEvidence, added',
  proposed: 'Gợi ý\nProposed',
  duplicate_of: 'TRÙNG VỚI MŨI (số)\nDouble of (no.)',
} as const satisfies Partial<SheetWords['headings']>

/** The lines around the table where a facility or a health department works the list off. */
export const doseMarks: SheetWords['doseMarks'] = {
  persons: 'Số dòng · Rows',
  officer: 'Người đối chiếu (họ tên) · Checked by',
  role: 'Chức vụ · Role',
  receiver: 'Người nhận, Sở Y tế/CDC · Received by, health department',
  seal: 'Cơ sở: ký tên, đóng dấu · Office: signature, seal',
  receiver_seal: 'Sở Y tế: ký tên, đóng dấu · Health department: signature, seal',
}

export const doseHelp: string = [
  'Chỉ hỏi về mũi tiêm; thông tin người do công an xã đối chiếu. Chỉ ghi vào các cột màu vàng và phần ký tên. Kết quả: 1 đúng theo giấy xác nhận · 2 đúng qua xác minh tại nhà · 3 đúng theo sổ của cơ sở · 4 đúng như gợi ý · 5 sửa như cột ĐÚNG · 6 trùng với mũi số … · 7 không tiêm · 8 không xác định được. Lỗi ghi “phải sửa” không mất đi khi xác nhận 1–3. Hai cơ sở cùng khai một mũi: cơ sở không tiêm ghi 6 hoặc 7.',
  'Asked about is the dose alone; the person is for the commune police. Write into the yellow columns and the signature block only. Outcome: 1 right by paper · 2 right by household visit · 3 right by the facility’s records · 4 as proposed · 5 as corrected · 6 double of no. … · 7 not given · 8 cannot be determined. What “must be corrected” is not taken away by 1–3. Of two facilities that claim one dose, the one that did not give it writes 6 or 7.',
].join(' — ')

export const dosePrompts = {
  passport: 'Số hộ chiếu: 5–9 chữ và số. Passport number: 5 to 9 letters and digits.',
  dose_outcome:
    '1 giấy/paper · 2 tại nhà/visit · 3 sổ cơ sở/records · 4 như gợi ý/as proposed · 5 sửa/corrected · 6 trùng/double · 7 không tiêm/not given · 8 không rõ/undetermined',
  product_corrected: 'Chọn vắc xin, hoặc ghi mã EU/1/… Choose the vaccine, or write its code.',
  dose_date_corrected: 'ngày/tháng/năm, ví dụ 02/08/2021. day/month/year.',
  dose_class_corrected: 'cơ bản, bổ sung hoặc nhắc lại. cơ bản is primary, bổ sung is additional, nhắc lại is booster.',
  duplicate_of: 'Số thứ tự trong cột các mũi: 2. The number in the column of known doses: 2.',
} as const satisfies Partial<SheetWords['prompts']>

export const doseWords: SheetWords['dose'] = {
  fields: {
    product: 'vắc xin/vaccine',
    lot: 'lô/lot',
    dose_date: 'ngày/day',
    dose_number: 'mũi/dose',
    dose_class: 'loại/class',
    facility: 'cơ sở/facility',
    country: 'nước/country',
    evidence: 'giấy tờ/evidence',
  },
  classes: { primary: 'cơ bản', additional: 'bổ sung', booster: 'nhắc lại' },
  number: (text) => `mũi ${text}`,
  days: (days) => `(+${days})`,
  here: '◄ MŨI NÀY / THIS',
  named: '◄ LIÊN QUAN / CONCERNED',
  other: '(khai khác / declared otherwise)',
  unknownDay: '?',
}

/** Why a row of a list of doses stays open. */
export const doseProblems = {
  'worklist.product': 'the corrected vaccine is not known: choose one of the list, or write its code',
  'worklist.lot': 'the corrected lot is none',
  'worklist.dose-date': 'the corrected day is none, can be read in two ways, or lies behind the list: write 02/08/2021',
  'worklist.dose-number': 'the corrected dose number is none: write 1 to 9',
  'worklist.dose-class': 'the corrected class is none: cơ bản, bổ sung or nhắc lại',
  'worklist.facility': 'the corrected facility is no code: write the code alone',
  'worklist.country': 'the corrected country is not known: write its name or two letters',
  'worklist.evidence': 'the evidence says that there is none, or is too long: name the paper and its number',
  'worklist.duplicate':
    'the dose that the row is a double of is not told: write its number in the column of known doses, and not its own',
} as const satisfies Partial<Record<RowCode, string>>
