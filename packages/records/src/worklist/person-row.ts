import { provinces2004 } from '../codes/provinces-2004.ts'
import { personalNumber } from '../identity/personal-number.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import type { Column, SheetWords } from './columns.ts'
import { type BasicField, basicFields, type ListedPerson } from './person.ts'
import type { UnkeyedRow } from './work-list.ts'
import { writtenDate } from './written-date.ts'

/** The row of a person: declared and proposed side by side, and what else whoever compares must see. */
export function personRow(person: ListedPerson, words: SheetWords): UnkeyedRow {
  const { rows: records, doses, declared, proposed, asked, questions } = person
  return { records, doses, declared, proposed, asked, questions, texts: textsOf(person, words) }
}

function textsOf(person: ListedPerson, words: SheetWords): Partial<Record<Column, string>> {
  const { declared, proposed, rows, rules, others, context, match } = person
  const reasons = [
    ...rules.map((rule) => `${rule} ${words.rule(rule)}`),
    ...(match === undefined ? [] : [words.match(match)]),
    ...(others > 0 ? [words.others(others)] : []),
  ]
  const guardian = [context.phone, context.guardian_name, context.household, context.old_id_number]
  return {
    doses: String(rows.length),
    reasons: reasons.join('; '),
    number_meaning: meaningOf(proposed.id_number ?? declared.id_number, words),
    contact: guardian.filter((text) => text !== '').join(' · '),
    address: [context.address, match?.address ? words.registered(match.address) : ''].filter(Boolean).join(' · '),
    evidence: context.evidence,
    ...sideBySide(person, words),
  }
}

function sideBySide({ declared, proposed }: ListedPerson, words: SheetWords): Partial<Record<Column, string>> {
  const shown = (field: BasicField, value = ''): string => {
    if (field === 'birth_date') return writtenDate(value)
    return field === 'sex' && (value === 'male' || value === 'female') ? words.sex[value] : value
  }
  return Object.fromEntries(
    basicFields.flatMap((field) => [
      [`${field}_declared`, shown(field, declared[field])],
      [`${field}_proposed`, shown(field, proposed[field])],
    ]),
  )
}

function meaningOf(text: string, words: SheetWords): string {
  const id = readIdNumber(text)
  const number = id.kind === 'short' && id.padded.length === 12 ? personalNumber(id.padded) : id
  if (number.kind !== 'personal') return ''
  const code = number.province.slice(1)
  const province = number.province.startsWith('0') ? provinces2004.find((one) => one.code === code)?.name : undefined
  return words.numberMeaning({ ...number, province: province ?? number.province })
}
