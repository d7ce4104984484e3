import type { FixKind, RuleId, Severity } from '@vaxcert/records'
import { type CatalogueEntry, catalogue, type DecidedBy } from '@vaxcert/records/catalogue'
import { ruleAdviceEn } from '../src/records/advice-en.ts'
import { ruleAdviceVi } from '../src/records/advice-vi.ts'
import { ruleWordsEn } from '../src/records/words-en.ts'
import { ruleWordsVi } from '../src/records/words-vi.ts'

const severities: Readonly<Record<Severity, string>> = {
  B: 'chặn ký · nothing is signed before it is mended',
  R: 'phải xem xét trước khi ký · somebody must look before it is signed',
  W: 'cảnh báo, vẫn được ký · a warning: it may be signed',
  I: 'thông tin · for information',
}

const fixes: Readonly<Record<FixKind, string>> = {
  A: 'tự động, không mất thông tin, có ghi lại trước và sau · by itself, without loss, with what was before and after',
  S: 'gợi ý, một người xác nhận · proposed; a person confirms',
  M: 'sửa thủ công theo giấy tờ · by hand, from the papers',
  P: 'công an hoặc CSDL dân cư · by the police or the population register',
  F: 'cơ sở tiêm · by the facility that gave the dose',
  '-': 'không phải làm gì · nothing to do',
}

const deciders: Readonly<Record<DecidedBy, string>> = {
  row: 'một dòng · one row: `vaxcert cleanse`',
  set: 'cả bộ dữ liệu · the whole set: `vaxcert cleanse`',
  confirm: 'khi ký xác nhận · when a dose is confirmed: `vaxcert confirm`',
  report: 'khi báo cáo · in the report: `vaxcert report`',
  certificate: 'trên chứng nhận · on a certificate: `judgeCertificate` of `@vaxcert/records/process`',
}

const groups: readonly (readonly [prefix: string, title: string])[] = [
  ['ID', 'Số giấy tờ · Identity number'],
  ['PN', 'Họ tên · Name'],
  ['DB', 'Ngày sinh · Date of birth'],
  ['SX', 'Giới tính · Sex'],
  ['CT', 'Liên hệ, quốc tịch · Contact, nationality'],
  ['AD', 'Địa chỉ · Address'],
  ['DS', 'Mũi tiêm · Dose'],
  ['DU', 'Trùng lặp, liên kết · Doubles and links'],
  ['PR', 'Quy trình · Process'],
]

/** docs/rules.md: every rule of the catalogue for the people who meet it, Vietnamese first. */
export function rulesPage(): string {
  return [
    '# Các quy tắc làm sạch dữ liệu · The rules of cleansing',
    'Trang này được tạo từ mã nguồn (`npm run -s rules:make`); không sửa tay. · This page is made of the code; do not edit it.',
    `Có ${catalogue.length} quy tắc. Ngưỡng và mốc ngày nằm trong \`--limits\` của \`vaxcert cleanse\`. · There are ${catalogue.length} rules. Thresholds and dates are configuration: \`--limits\` of \`vaxcert cleanse\`.`,
    legend('Mức độ · Severity', severities),
    legend('Ai sửa · Who mends it', fixes),
    legend('Quyết định ở đâu · Where it is decided', deciders),
    ...groups.map(([prefix, title]) => groupTable(prefix, title)),
  ]
    .join('\n\n')
    .concat('\n')
}

function legend(title: string, words: Readonly<Record<string, string>>): string {
  const lines = Object.entries(words).map(([code, sentence]) => `- **${code}** ${sentence}`)
  return [`## ${title}`, '', ...lines].join('\n')
}

const headings = [
  ...['Mã · Rule', 'Có gì sai · What is wrong', 'Phải làm gì · What to do'],
  ...['Mức · Sev.', 'Sửa · Fix', 'Ví dụ · Example', 'Ở đâu · Where'],
]

function groupTable(prefix: string, title: string): string {
  const rules = catalogue.filter(({ id }) => id.startsWith(`${prefix}-`))
  const head = [tableRow(headings), tableRow(headings.map(() => '---'))]
  return [`## ${title}`, '', ...head, ...rules.map((rule) => tableRow(cellsOf(rule)))].join('\n')
}

function cellsOf({ id, severity, fix, example, decidedBy }: CatalogueEntry): readonly string[] {
  const both = (vi: Readonly<Record<RuleId, string>>, en: Readonly<Record<RuleId, string>>): string =>
    `${escaped(vi[id])}<br>*${escaped(en[id])}*`
  return [
    ...[id, both(ruleWordsVi, ruleWordsEn), both(ruleAdviceVi, ruleAdviceEn)],
    ...[severity, fix, escaped(example), decidedBy.join(', ')],
  ]
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Examples hold signs that Markdown reads as its own. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_|[\]#<>]/g, '\\$&')
    .replace(/[\u0300-\u036f]/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`)
}
