import type { CleanseSummary } from './run-cleanse.ts'
import { ruleWordsEn } from './words-en.ts'

/** Rules that are shown; the rest is in summary.json. */
const SHOWN = 12
/** Rows with an undeserved finding that are let pass, of a thousand. */
const FALSE_OF_THOUSAND = 5

/** The counts of a run, for people. Nothing personal is in them. */
export function cleanseText(summary: CleanseSummary, out: string): string {
  const { rows, clean, listed, refused, fixed, byRule } = summary
  const most = Object.entries(byRule).toSorted(([, one], [, other]) => other - one)
  const lines = most.slice(0, SHOWN).map(([rule, count]) => `  ${rule} ${String(count).padStart(9)}  ${wordsOf(rule)}`)
  const more = most.length > SHOWN ? [`  and ${most.length - SHOWN} other rules: summary.json`] : []
  return [
    `${rows} rows: ${clean} clean, ${listed} listed, ${refused} refused; ${fixed} values put right`,
    ...lines,
    ...more,
    ...scoreLines(summary),
    `Written to ${out}: clean.csv, listed.csv, refused.csv, findings.csv, doubles.csv, columns.json, summary.json\n`,
  ].join('\n')
}

function scoreLines({ wrongFixes, missed, falseFindings, undetectable }: CleanseSummary): readonly string[] {
  if (wrongFixes === undefined) return []
  return [
    `Against the truth: ${wrongFixes} wrong fixes, ${missed} errors missed, ${falseFindings} rows with undeserved findings; ` +
      `${undetectable} errors that nothing in a row can show`,
  ]
}

/** Whether there is nothing wrong with a run, as far as that is known. */
export function isGood({ rows, wrongFixes = 0, missed = 0, falseFindings = 0 }: CleanseSummary): boolean {
  return wrongFixes === 0 && missed === 0 && falseFindings * 1000 <= rows * FALSE_OF_THOUSAND
}

function wordsOf(rule: string): string {
  return Object.hasOwn(ruleWordsEn, rule) ? ruleWordsEn[rule as keyof typeof ruleWordsEn] : ''
}
