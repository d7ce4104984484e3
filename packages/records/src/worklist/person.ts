import { readNationality } from '../identity/nationality.ts'
import type { Field } from '../record.ts'
import { isListRule, type ListKind, type ListRule, listOf, listOfRules } from './list-kind.ts'
import type { ListedRow } from './listed-rows.ts'
import type { MatchFinding } from './match-output.ts'
import { type Question, questionsOf } from './question.ts'

/** The four fields that letter 9438/BYT-CNTT has compared. */
export const basicFields = ['id_number', 'full_name', 'birth_date', 'sex'] as const
export type BasicField = (typeof basicFields)[number]

/** What else whoever compares must see of a person: no more than that. */
export const contextFields = ['old_id_number', 'phone', 'guardian_name', 'household', 'address', 'evidence'] as const

/** What one row, or several of one person, put on a list. */
export interface ListedPerson {
  readonly kind: Exclude<ListKind, 'dose'>
  readonly declared: Readonly<Record<BasicField, string>>
  /** What rules suggest: never taken by itself. */
  readonly proposed: Readonly<Partial<Record<BasicField, string>>>
  /** Fields that the findings are about. */
  readonly asked: readonly BasicField[]
  readonly context: Readonly<Record<(typeof contextFields)[number], string>>
  readonly rules: readonly ListRule[]
  /** What the register's answer came to, where it was asked. */
  readonly match?: MatchFinding
  /** Rows of the run, and the identifiers of their doses. As many doses are at stake. */
  readonly rows: readonly number[]
  readonly doses: readonly string[]
  /** Of each row, what is answered where all is right as it stands. */
  readonly questions: readonly (readonly Question[])[]
  /** How many other rows the findings name: others with the number, for instance. */
  readonly others: number
}

/** What a listed row says of its person; undefined where nothing about the person is open. */
export function personOf({ row, values, findings, match }: ListedRow): ListedPerson | undefined {
  const own = findings.filter(({ rule }) => listOf(rule) !== undefined)
  const rules = [...new Set(own.map(({ rule }) => rule).filter(isListRule))]
  const kind = listOfRules(rules) ?? (match && 'wrong-basics')
  if (kind === undefined) return undefined
  const declared = pick(basicFields, values)
  const suggested = own.flatMap(({ field, after }) => (isBasic(field) && after !== undefined ? [[field, after]] : []))
  const proposed = differing(declared, { ...Object.fromEntries(suggested), ...match?.proposed })
  const isAsked = (name: BasicField): boolean => own.some(({ field }) => field === name) || name in proposed
  return {
    kind: isForeigner(values.nationality) ? 'foreign' : kind,
    declared,
    proposed,
    asked: basicFields.filter(isAsked),
    context: pick(contextFields, values),
    rules,
    ...(match && { match }),
    rows: [row],
    doses: [values.dose_id],
    questions: [questionsOf(own)],
    others: Math.max(new Set(own.flatMap(({ others = [] }) => others)).size, match?.others ?? 0),
  }
}

/** A register that says the same as the record proposes nothing. */
function differing(
  declared: ListedPerson['declared'],
  proposed: Readonly<Partial<Record<BasicField, string>>>,
): ListedPerson['proposed'] {
  return Object.fromEntries(Object.entries(proposed).filter(([field, text]) => declared[field as BasicField] !== text))
}

/** The population database does not know foreigners (letter 8938/BYT-DP). */
function isForeigner(nationality: string): boolean {
  return (readNationality(nationality) ?? 'VN') !== 'VN'
}

function isBasic(field: Field): field is BasicField {
  return (basicFields as readonly Field[]).includes(field)
}

function pick<Name extends Field>(
  names: readonly Name[],
  values: Readonly<Record<Field, string>>,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Record<Name, string>
}

/** What makes two rows of a commune those of one person, for a list: the same source person, said with the same words. */
export function personKey({ declared }: ListedPerson, personId: string): string {
  return JSON.stringify([personId, ...basicFields.map((field) => declared[field])])
}

/** Two rows of one person as one. */
export function together(first: ListedPerson, second: ListedPerson): ListedPerson {
  const rules = [...new Set([...first.rules, ...second.rules])]
  return {
    ...first,
    kind: first.kind === 'foreign' ? first.kind : (listOfRules(rules) ?? first.kind),
    proposed: { ...second.proposed, ...first.proposed },
    asked: basicFields.filter((field) => first.asked.includes(field) || second.asked.includes(field)),
    rules,
    rows: [...first.rows, ...second.rows],
    doses: [...first.doses, ...second.doses],
    questions: [...first.questions, ...second.questions],
    others: Math.max(first.others, second.others),
  }
}
