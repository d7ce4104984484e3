import type { Report, ShownCount } from '@vaxcert/records/report'
import { steps } from '@vaxcert/records/report'
import { reportWords } from './words-report.ts'

/** The main counts of a report, for a terminal. Nothing personal is in them. */
export function reportText(report: Report, out: string): string {
  const { asOf, doses, backlogs, persons, feedback, tooMany, told } = report
  const lines = [
    `As of ${asOf}, doses:`,
    ...steps.map((step) => line(reportWords.measures[step].en, doses[step], shareText(report, step))),
    ...backlogs.map(({ kind, doses: open, percent }) =>
      line(reportWords.backlogs[kind].en, open, percent === undefined ? '' : `${percent} %`),
    ),
    ...(persons.entered === undefined ? [] : [line('People with an entered dose', persons.entered)]),
    ...(persons.policeVerified === undefined ? [] : [line('People verified by the police', persons.policeVerified)]),
    ...(feedback === undefined
      ? []
      : [line('Reports of citizens processed', feedback.processed, `of ${feedback.received}`)]),
    ...(tooMany.length === 0 ? [] : [`More entered than given (PR-05): ${tooMany.length} units, see report.html`]),
    ...told.filter(({ verdict }) => verdict !== 'right').map(toldText),
    `Written to ${out}: report.html, report.csv, report.json\n`,
  ]
  return lines.join('\n')
}

function line(name: string, count: ShownCount | undefined, more = ''): string {
  const shown = count === undefined ? 'not measured' : `${count}`
  return `  ${name.padEnd(32)} ${shown.padStart(13)}${more === '' ? '' : `  ${more}`}`
}

function shareText({ shares }: Report, step: string): string {
  return shares
    .filter((share) => share.step === step && share.percent !== undefined)
    .map(({ of, percent }) => `${percent} % of ${of}`)
    .join(', ')
}

/** Counts and percentages only: what the figure is called was written by somebody, and stays in the files. */
function toldText({ part, whole, told, computed, verdict }: Report['told'][number]): string {
  const how = verdict === 'truncated' ? 'is cut off' : 'is wrong'
  return `  Printed ${told} % ${how} (PR-04): ${part} of ${whole} is ${computed ?? 'no share'} %`
}
