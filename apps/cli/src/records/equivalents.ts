import type { RuleId } from '@vaxcert/records'

/**
 * Other rules that find an error as well, or instead of the one it is named after: what is wrong is the same, and the row
 * comes to the same office.
 */
const others: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  // Where digits in the place of the letters do not fit the person either, it is no number.
  'ID-03': ['ID-06'],
  // Ten or eleven digits: whether one too few or too many was typed, or zeros were lost, nobody can tell.
  'ID-06': ['ID-04', 'ID-09'],
  // A parent's number states another year of birth; it is shared only where the parent has a row.
  'ID-10': ['ID-07'],
  // A number beyond the doses that there are may mean a missing one; a number twice within weeks is told of both rows.
  'DS-12': ['DS-13', 'DU-04'],
  // A number that is not its place: it is wrong, or a dose is missing.
  'DS-13': ['DS-12'],
  // Digits within words are keys of VNI.
  'PN-01': ['PN-04'],
  // One letter too many may be a key of Telex.
  'PN-07': ['PN-04'],
  // A sex that the number does not state.
  'SX-02': ['ID-07'],
}

/** The rules of which one must find an error; none for one that nothing can show. */
export function findersOf(rule: RuleId | undefined): readonly RuleId[] {
  return rule === undefined ? [] : [rule, ...(others[rule] ?? [])]
}
