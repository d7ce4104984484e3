import type { Counts, Step } from '../measures.ts'
import { steps } from '../measures.ts'
import { percentOf } from '../percent.ts'
import type { Report } from '../report.ts'
import { html, type Markup, text } from './markup.ts'
import { bar } from './plots.ts'
import { section } from './section.ts'
import { type Speech, together } from './speech.ts'
import { table } from './table.ts'

/** Given → entered → verified → confirmed → signed. */
export function funnelSection(report: Report, speech: Speech): Markup {
  const { say, words } = speech
  const { texts } = words
  const { doses } = report
  const most = Math.max(0, ...steps.map((step) => doses[step] ?? 0))
  const columns = [
    { heading: say(texts.step), kind: 'words' },
    { heading: say(texts.doses), kind: 'number' },
    { heading: say(texts['of-given']), kind: 'number' },
    { heading: say(texts['of-entered']), kind: 'number' },
    { heading: html``, kind: 'bar' },
  ] as const
  const rows = steps.map((step) => [
    say(together(words.measures[step], ': ', words.steps[step])),
    countOr(doses[step], speech),
    shareOf(doses, step, 'given', speech),
    shareOf(doses, step, 'entered', speech),
    doses[step] === undefined ? html`` : bar(doses[step], most),
  ])
  return section('funnel', speech, table(say(texts.funnel), columns, rows), texts['unit-note'])
}

/** What stands at one step and not yet at a later one. */
export function backlogSection({ backlogs }: Report, speech: Speech): Markup {
  const { say, count, percent, words } = speech
  const { texts } = words
  const most = Math.max(0, ...backlogs.map(({ doses }) => doses))
  const columns = [
    { heading: say(texts.backlog), kind: 'words' },
    { heading: say(texts.doses), kind: 'number' },
    { heading: say(texts.of), kind: 'number' },
    { heading: say(texts.share), kind: 'number' },
    { heading: html``, kind: 'bar' },
  ] as const
  const rows = backlogs.map(({ kind, doses, of, percent: told }) => [
    say(words.backlogs[kind]),
    ...[count(doses), count(of), told === undefined ? text('–') : percent(told), bar(doses, most, 'second')],
  ])
  return rows.length === 0 ? html`` : section('backlogs', speech, table(say(texts.backlogs), columns, rows))
}

/** The steps by class of dose. */
export function classSection({ byClass, doses }: Report, speech: Speech): Markup {
  const { say, words } = speech
  const { texts } = words
  const measured = steps.filter((step) => doses[step] !== undefined)
  const columns = [
    { heading: say(texts.class), kind: 'words' as const },
    ...measured.map((step) => ({ heading: say(words.measures[step]), kind: 'number' as const })),
    { heading: say(texts['entered-of-given']), kind: 'number' as const },
    { heading: say(texts['signed-of-given']), kind: 'number' as const },
  ]
  const rows = byClass.map(({ doseClass, doses: own }) => [
    say(words.classes[doseClass]),
    ...measured.map((step) => countOr(own[step], speech)),
    ...[shareOf(own, 'entered', 'given', speech), shareOf(own, 'signed', 'given', speech)],
  ])
  return section('classes', speech, table(say(texts.classes), columns, rows))
}

/** A count, or that there is none. */
export function countOr(count: number | undefined, { say, count: told, words }: Speech): Markup {
  return count === undefined ? html`<span class="absent">${say(words.texts['not-measured'])}</span>` : told(count)
}

function shareOf(doses: Counts, part: Step, whole: Step, { percent }: Speech): Markup {
  const [counted, all] = [doses[part], doses[whole]]
  if (counted === undefined || all === undefined || steps.indexOf(part) < steps.indexOf(whole)) return text('–')
  const told = percentOf(counted, all)
  return told === undefined ? text('–') : percent(told.rounded)
}
