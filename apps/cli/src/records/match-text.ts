import type { MatchSummary } from './run-match.ts'

/** What each way to be right means, for people. */
const rightWords: Readonly<Record<string, string>> = {
  declared: 'as declared',
  marks: 'with the tone marks that were missing',
  'day-month': 'with day and month of birth the other way round',
  'year-only': 'with the birth date as exact as the register has it',
  'sex-digit': 'with the sex that the number states',
  'leading-zero': 'with the zero at the head of the number',
  'look-alikes': 'with digits for the letters like them in the number',
  'old-number': 'with the number that replaced the declared one',
  'last-six': 'with one slip in the number undone, the rest pointing to one person',
  abroad: 'foreigners with a passport, not asked about',
}

const classWords = {
  B: 'one proposal, for an officer to confirm',
  C: 'possible, for the commune police',
  D: "somebody else's number",
  E: 'nobody in the register is like it',
} as const

const failureWords = {
  'register.timeout': 'did not answer in time',
  'register.failed': 'failed',
  'register.answer': 'answered something that is no answer',
} as const

/** The counts of a run, for people. Nothing personal is in them. */
export function matchText(summary: MatchSummary, out: string, isSearched: boolean): string {
  const { doses, right, wrong, unknown, elsewhere, persons, asked, held } = summary
  return [
    `${doses} doses: ${right} right, ${wrong} wrong, ${unknown} not answered, ${elsewhere} with another office first`,
    ...Object.entries(summary.byHypothesis)
      .toSorted(([, one], [, other]) => other - one)
      .map(([by, count]) => `  ${String(count).padStart(9)}  right ${rightWords[by] ?? by}`),
    ...(isSearched
      ? Object.entries(classWords).map(
          ([name, said]) => `  ${String(summary.byClass[name as 'B']).padStart(9)}  ${name}: ${said}`,
        )
      : []),
    `${persons} people declared, ${asked} questions asked${held > 0 ? `, ${held} held back: start it again to go on` : ''}`,
    ...Object.entries(summary.failures).map(
      ([code, count]) => `The register ${failureWords[code as keyof typeof failureWords]} ${count} times (${code})`,
    ),
    ...(wrong > 0 ? [`Next: vaxcert worklist export with --match ${out}`] : []),
    `Written to ${out}: right.csv, wrong.csv, unknown.csv, identities.csv, links.csv, asked.csv, summary.json\n`,
  ].join('\n')
}
