import { bytesSource } from '../../src/read/source.ts'
import type { SheetWords } from '../../src/worklist/columns.ts'
import { columns } from '../../src/worklist/columns.ts'
import type { ListedPerson } from '../../src/worklist/person.ts'
import { type ReturnedSheet, readReturned } from '../../src/worklist/returned-sheet.ts'
import { sheetLines } from '../../src/worklist/sheet.ts'
import { doseForm } from '../../src/worklist/sheet-form.ts'
import { type WorkList, workLists } from '../../src/worklist/work-list.ts'
import { csvList } from '../../src/worklist/write-csv.ts'

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `Nhãn ${name}`]))

/** Words that say nothing but their own name. */
export const plainWords = {
  headings: named([...columns, ...doseForm.columns]),
  lists: named(['no-number', 'malformed-number', 'wrong-basics', 'dose', 'foreign']),
  marks: named([
    'list',
    'commune',
    'list_id',
    'digest',
    'issued',
    'persons',
    'help',
    'officer',
    'role',
    'unit',
    'date',
    'receiver',
    'receiver_date',
    'seal',
    'receiver_seal',
  ]),
  doseMarks: { officer: 'Người đối chiếu' },
  offices: { commune: 'Xã', facility: 'Cơ sở', department: 'Sở' },
  help: 'Chỉ ghi vào các cột màu vàng',
  doseHelp: 'Chỉ hỏi về mũi tiêm',
  unknownCommune: '?',
  prompts: named([
    ...['outcome', 'sex_corrected', 'id_number_corrected', 'birth_date_corrected', 'passport', 'dose_outcome'],
    ...['product_corrected', 'dose_date_corrected', 'dose_class_corrected', 'duplicate_of'],
  ]),
  registered: (address: string) => `nơi ${address}`,
  match: ({ class: found, reasons }: { class: string; reasons: readonly string[] }) => `${found} ${reasons.join(' ')}`,
  rule: (rule: string) => `vì ${rule}`,
  advice: (rule: string) => `nên ${rule}`,
  blocks: '!',
  dose: {
    fields: named(doseForm.fields),
    classes: { primary: 'cơ bản', additional: 'bổ sung', booster: 'nhắc lại' },
    number: (text: string) => `#${text}`,
    days: (days: number) => `+${days}`,
    here: '<',
    named: '*',
    other: '?',
    unknownDay: '??',
  },
  sex: { male: 'Nam', female: 'Nữ' },
  numberMeaning: ({ province, birthYear }: { province: string; birthYear: number }) => `${province} ${birthYear}`,
  others: (count: number) => `${count} khác`,
} as unknown as SheetWords

export function person(changes: Partial<ListedPerson['declared']> = {}, row = 1): ListedPerson {
  return {
    kind: 'wrong-basics',
    declared: {
      id_number: '001185012345',
      full_name: 'Nguyễn Thị Mẫu',
      birth_date: '1986-05-13',
      sex: 'female',
      ...changes,
    },
    proposed: { birth_date: '1985-05-13' },
    asked: ['birth_date'],
    context: {
      old_id_number: '',
      phone: '0912345678',
      guardian_name: '',
      household: '',
      address: '=Thôn 3',
      evidence: '',
    },
    rules: ['ID-07'],
    rows: [row],
    doses: [`D-${row}`],
    questions: [[{ rule: 'ID-07' }]],
    others: 0,
  }
}

/** A list of three people of an invented commune. */
export function sampleList(): WorkList {
  const entries = [
    person(),
    person({ full_name: 'Trần Văn Thử', id_number: '7.9E+10', sex: 'male' }, 2),
    person({ full_name: 'Lê Giả', sex: '' }, 5),
  ]
  const office = { kind: 'commune', commune: 'Xã Mẫu', district: 'Huyện Thử', province: 'Thái Nguyên' } as const
  const [list] = workLists({ office, kind: 'wrong-basics', entries }, '2022-05-06', plainWords, () => 1)
  return list as WorkList
}

export const signature: Readonly<Record<string, string>> = {
  officer: 'Phạm Văn Công',
  role: 'Trung úy',
  unit: 'Công an xã Mẫu',
  date: '20/05/2022',
}

/** What an officer does to the lines of a sheet: by mark or row, by column. */
export type Fill = (cells: string[], at: (column: string) => number) => void

/** The CSV of a list with the signature block filled and every line handed to `fill`. */
export function filledCsv(list: WorkList, fill: Fill = () => {}): string {
  const lines = sheetLines(list, plainWords)
  const at = (column: string): number => (lines.columns as readonly string[]).indexOf(column)
  const rows = lines.rows.map((cells) => {
    const copy = [...cells]
    fill(copy, at)
    return copy
  })
  const block = lines.block.map(([mark, label, text]) => [mark, label, signature[mark] ?? text] as const)
  return csvList({ ...lines, rows, block })
}

export function read(content: string | Uint8Array): Promise<ReturnedSheet> {
  return readReturned(bytesSource('back', Buffer.from(content)))
}
