import { defaultCodeSets } from '../codes/default-code-sets.ts'
import { productOf } from '../codes/product-of.ts'
import { daysBetween } from '../dates/days.ts'
import { readDoseClass } from '../dose/dose-number.ts'
import { saysNotGiven } from '../dose/status.ts'
import type { Column, SheetWords } from './columns.ts'
import { type DoseField, doseFields, type KnownDose, type ListedDose } from './dose.ts'
import { questionsOf } from './question.ts'
import type { UnkeyedRow } from './work-list.ts'
import { writtenDate } from './written-date.ts'

/** The row of a dose: what is declared, why it is asked about, what to do, and all doses of its person. */
export function doseRow(dose: ListedDose, words: SheetWords): UnkeyedRow {
  const { row, values, findings, timeline } = dose
  const proposed = proposedOf(dose)
  const isAsked = (field: DoseField): boolean => findings.some((one) => one.field === field) || field in proposed
  return {
    records: [row],
    doses: [values.dose_id],
    declared: Object.fromEntries([...doseFields, 'status' as const].map((field) => [field, values[field]])),
    proposed,
    asked: doseFields.filter(isAsked),
    questions: [questionsOf(findings)],
    isGivenAsked: saysNotGiven(values.status),
    timeline: timeline.map((one) => ({ row: one.row, dose: one.values.dose_id })),
    texts: textsOf(dose, proposed, words),
  }
}

/** What rules suggest: of two suggestions for a field the first. */
function proposedOf({ values, findings }: ListedDose): Partial<Record<DoseField, string>> {
  const proposed: Partial<Record<DoseField, string>> = {}
  for (const { field, after } of findings) {
    const own = doseFields.find((name) => name === field)
    if (own !== undefined && after !== undefined && after !== values[own]) proposed[own] ??= after
  }
  return proposed
}

function textsOf(
  dose: ListedDose,
  proposed: Partial<Record<DoseField, string>>,
  words: SheetWords,
): Partial<Record<Column, string>> {
  const { values, findings } = dose
  const blocking = new Set(findings.filter(({ severity }) => severity === 'B').map(({ rule }) => rule))
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  const others = new Set(findings.flatMap(({ others = [] }) => others)).size
  const reasons = rules.map((rule) => `${rule} ${words.rule(rule)}${blocking.has(rule) ? ` ${words.blocks}` : ''}`)
  const facility = [values.facility, values.facility_name].filter((text) => text !== '').join(' · ')
  return {
    person: personText(dose, words),
    reasons: [...reasons, ...(others > 0 ? [words.others(others)] : [])].join('; '),
    advice: [...new Set(rules.map(words.advice))].join('; '),
    timeline: timelineText(dose, words),
    ...Object.fromEntries(doseFields.map((field) => [`${field}_declared`, shown(field, values[field], words)])),
    facility_declared: facility,
    proposed: doseFields
      .flatMap((field) =>
        proposed[field] ? [`${words.dose.fields[field]}: ${shown(field, proposed[field], words)}`] : [],
      )
      .join('; '),
  }
}

/** By what a person is found in the book of a session. */
function personText({ values }: ListedDose, words: SheetWords): string {
  const { full_name, birth_date, sex, id_number, phone, guardian_name, commune, dose_id } = values
  const told = sex === 'male' || sex === 'female' ? words.sex[sex] : sex
  const texts = [full_name, writtenDate(birth_date), told, id_number, phone, guardian_name, commune, dose_id]
  return texts.filter((text) => text !== '').join(' · ')
}

/** A value as people write it. */
function shown(field: DoseField, text: string, { dose }: SheetWords): string {
  if (field === 'dose_date') return writtenDate(text)
  if (field === 'product') return productOf(text, defaultCodeSets)?.name ?? text
  const said = field === 'dose_class' ? readDoseClass(text) : undefined
  return said === undefined ? text : dose.classes[said]
}

function timelineText({ row, values, timeline, findings }: ListedDose, words: SheetWords): string {
  const named = new Set(findings.flatMap(({ others = [] }) => others))
  const texts = timeline.map((one, at) => {
    const marks = [
      ...(one.row === row ? [words.dose.here] : []),
      ...(named.has(one.row) && one.row !== row ? [words.dose.named] : []),
      ...(one.isOther ? [words.dose.other] : []),
    ]
    return [`(${at + 1}) ${doseText(one, { before: timeline[at - 1], own: values.facility }, words)}`, ...marks].join(
      ' ',
    )
  })
  return texts.join(' ')
}

const day = /^\d{4}-\d\d-\d\d$/

/** A dose with the days since the one before; its facility, where that is another than the `own` one of the row. */
function doseText(
  { values, isOther }: KnownDose,
  { before, own }: { readonly before: KnownDose | undefined; readonly own: string },
  words: SheetWords,
): string {
  const { dose_date: date, lot, facility, facility_name: name, dose_number: number } = values
  const first = before?.values.dose_date ?? ''
  const isAfter = isOther !== true && before?.isOther !== true && day.test(first) && day.test(date)
  const texts = [
    date === '' ? words.dose.unknownDay : writtenDate(date),
    number === '' ? '' : words.dose.number(number),
    shown('product', values.product, words),
    lot,
    facility === own ? '' : [facility, name].filter((text) => text !== '').join(' '),
  ]
  const gap = isAfter ? ` ${words.dose.days(daysBetween(first, date))}` : ''
  const [dated, ...rest] = texts
  return [`${dated}${gap}`, ...rest.filter((text) => text !== '')].join(' · ')
}
