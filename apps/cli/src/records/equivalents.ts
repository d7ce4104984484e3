import type { RuleId } from '@vaxcert/records'

/**
 * Other rules that find an error as well, or instead of the one it is named after: what is wrong is the same, and the row
 * comes to the same office.
 */
const others: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  // A digit too few at the head is one zero; ten digits may be a phone number.
  'ID-06': ['ID-04', 'ID-09', 'ID-05'],
  // A phone number of a prefix that nobody was given is only of a wrong length.
  'ID-09': ['ID-06'],
  // A parent's number states another year of birth.
  'ID-10': ['ID-07', 'DU-06'],
  // One letter too many may be a key of Telex; one that does not belong there, a note.
  'PN-07': ['PN-04', 'PN-01'],
  // Letters of another lettering are signs that no name has.
  'PN-04': ['PN-01', 'PN-05', 'PN-07', 'PN-09'],
  'PN-05': ['PN-01'],
  // A sex or a year that the number does not state.
  'SX-02': ['ID-07'],
  'ID-07': ['SX-02', 'DB-07', 'DB-03'],
  // A phone number that was left out, or rings at home.
  'CT-02': ['CT-03'],
  'CT-03': ['CT-02'],
  'ID-13': ['ID-06', 'ID-12'],
}

/** The rules of which one must find an error. */
export function findersOf(rule: RuleId): readonly RuleId[] {
  return [rule, ...(others[rule] ?? [])]
}
