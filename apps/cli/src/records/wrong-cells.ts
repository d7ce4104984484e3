import type { Levels, Outcome, RegisteredPerson, Scored } from '@vaxcert/records/match'

/** What follows the fields in wrong.csv: what the commune police gets beside the declared values. */
export const wrongColumns = [
  ...['class', 'reasons'],
  ...['proposed_id_number', 'proposed_full_name', 'proposed_birth_date', 'proposed_sex'],
  ...['register_id_number', 'register_full_name', 'register_birth_date', 'register_sex', 'register_address'],
  ...['candidates', 'others', 'bits', 'margin'],
] as const

/** Words of the column `reasons`. */
export type WrongReason =
  | 'number-differs'
  | 'name-differs'
  | 'birth-date-differs'
  | 'sex-differs'
  | 'incomplete'
  | 'two-candidates'
  | 'number-of-other'
  | 'nobody-alike'
  | 'not-searched'

type Wrong = Extract<Outcome, { kind: 'wrong' }>

const fieldReasons = [
  ['number', 'number-differs'],
  ['name', 'name-differs'],
  ['birthDate', 'birth-date-differs'],
  ['sex', 'sex-differs'],
] as const

/** `isWhole`: whether all four fields were there to be asked about. `others`: people declared under the same number. */
export function wrongCells(outcome: Wrong, isWhole: boolean, others: number): readonly string[] {
  const { class: found = '', best, candidates = 0, margin } = outcome
  const shown = found === 'B' || found === 'C' ? best : undefined
  const reasons = [...(isWhole ? [] : ['incomplete' as const]), ...reasonsOf(outcome)]
  return [
    ...[found, reasons.join(' ')],
    ...proposalOf(shown),
    ...(shown === undefined ? ['', '', '', '', ''] : personCells(shown.person)),
    ...[`${candidates}`, `${others}`],
    ...[shown?.bits.toFixed(1) ?? '', (shown && margin?.toFixed(1)) ?? ''],
  ]
}

function reasonsOf({ class: found, best, candidates = 0, isNumberOfOther }: Wrong): readonly WrongReason[] {
  if (found === undefined) return ['not-searched']
  if (found === 'D') return ['number-of-other']
  if (found === 'E' || best === undefined) return ['nobody-alike']
  const differing = fieldReasons.flatMap(([field, reason]) => (differs(best.levels[field]) ? [reason] : []))
  return [
    ...differing,
    ...(candidates > 1 ? ['two-candidates' as const] : []),
    ...(isNumberOfOther === true ? ['number-of-other' as const] : []),
  ]
}

function differs(level: Levels[keyof Levels]): boolean {
  return level !== 'equal' && level !== 'new-year'
}

function personCells({ number, name, birthDate, sex, commune }: RegisteredPerson): readonly string[] {
  return [number, name, birthDate, sex, commune]
}

/** The register's value of the one field that differs; nothing where several do. */
function proposalOf(best: Scored | undefined): readonly string[] {
  const differing = fieldReasons.filter(([field]) => best !== undefined && differs(best.levels[field]))
  const [only] = differing
  return fieldReasons.map(([field]) =>
    best !== undefined && differing.length === 1 && only?.[0] === field ? best.person[field] : '',
  )
}
