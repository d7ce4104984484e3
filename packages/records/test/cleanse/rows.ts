import { cleanseRow } from '../../src/cleanse/cleanse-row.ts'
import type { Context } from '../../src/cleanse/context.ts'
import { limits2022 } from '../../src/cleanse/limits.ts'
import type { Finding } from '../../src/cleanse/rule.ts'
import type { RuleId } from '../../src/cleanse/rule-id.ts'
import { defaultCodeSets } from '../../src/codes/default-code-sets.ts'
import type { ColumnSurvey } from '../../src/read/column-survey.ts'
import { type DoseRecord, type FieldValues, fields } from '../../src/record.ts'

const nothing = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues

/** An invented row against which no rule has anything to say. */
export const goodValues: Readonly<FieldValues> = {
  ...nothing,
  dose_id: 'D-1',
  id_number: '001085012345',
  full_name: 'Nguyễn Văn Đức',
  sex: 'Nam',
  birth_date: '13/05/1985',
  nationality: 'VN',
  phone: '0912345678',
  province: 'Hà Nội',
  product: 'Pfizer',
  lot: 'FK0112',
  dose_date: '15/09/2021',
  dose_number: '1',
  country: 'VN',
  facility: '01001',
  facility_name: 'Trạm y tế phường X',
  entry_date: '15/09/2021',
  status: 'Đã tiêm',
}

export function record(values: Partial<FieldValues> = {}, row = 1): DoseRecord {
  return { place: { file: 'doses.csv', row, line: row + 1 }, values: { ...goodValues, ...values } }
}

const survey: ColumnSurvey = {
  rows: 1000,
  lettering: { full_name: 'unicode' },
  dateOrder: { birth_date: 'dmy', dose_date: 'dmy', entry_date: 'dmy' },
  hasDiacritics: true,
  newYearFacilities: new Set(),
}

export interface Known extends Partial<Omit<Context, 'survey'>> {
  readonly survey?: Partial<ColumnSurvey>
}

export function context(known: Known = {}): Context {
  const base = { limits: limits2022, codes: defaultCodeSets, today: '2022-05-31', confirmed: new Map() }
  return { ...base, ...known, survey: { ...survey, ...known.survey } }
}

/** What one rule finds in the good row with some values changed. */
export function findingsOf(rule: RuleId, values: Partial<FieldValues>, known: Known = {}): readonly Finding[] {
  return cleanseRow(record(values), context(known)).findings.filter((finding) => finding.rule === rule)
}

/** The same in short: field, and what is proposed (`…?`) or done. */
export function found(rule: RuleId, values: Partial<FieldValues>, known: Known = {}): readonly string[] {
  return findingsOf(rule, values, known).map(({ field, after, applied }) => {
    const suggestion = after === undefined ? '' : `: ${after}?`
    return `${field}${applied ? `: ${after}` : suggestion}`
  })
}
