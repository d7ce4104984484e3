import { count } from '../count.ts'
import { outputNames } from './cleanse-outputs.ts'
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
    ...decidedLines(summary),
    ...scoreLines(summary),
    `Written to ${out}: ${outputNames.join(', ')}`,
    ...nextSteps(summary, out),
    '',
  ].join('\n')
}

/** Sheets of workbooks with rows that were not read; their names may be of people. */
export function sheetsLeft({ otherSheets }: CleanseSummary): string {
  if (otherSheets === 0) return ''
  return `vaxcert: ${count(otherSheets, 'further sheet')} with headings not read. Cleanse each with --sheet NAME into its own folder.\n`
}

function decidedLines({ decided, merged }: CleanseSummary): readonly string[] {
  const { applied, there, stale, noted, 'no-such-dose': lost } = decided
  const all = applied + there + stale + noted + lost
  const told = [
    `${applied} applied, ${there} there already, ${noted} without a change`,
    `${stale} stale`,
    `${lost} of no dose`,
  ]
  return [
    ...(merged > 0
      ? [`${count(merged, 'listed row')} told of a dose once more: another row stands for it (doubles.csv)`]
      : []),
    ...(all > 0 ? [`Decisions: ${told.join('; ')} (decided.csv)`] : []),
    ...(stale + lost > 0
      ? ['  The stale ones and those of no dose hold no longer: their offices have to be asked again.']
      : []),
  ]
}

function nextSteps({ clean, listed, refused }: CleanseSummary, out: string): readonly string[] {
  return [
    ...(refused > 0 ? [`Refused ${refused}: have them exported again; refused.csv says from which lines`] : []),
    ...(listed > 0 ? [`Listed ${listed}: vaxcert worklist export ${out} --out lists`] : []),
    ...(clean + listed > 0 ? [`Clean ${clean}: vaxcert match ${out} --register register.csv --out matched`] : []),
  ]
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
